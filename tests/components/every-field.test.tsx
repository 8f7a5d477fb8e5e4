import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { renderToString } from 'preact-render-to-string'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fields, FieldsPage, type Given } from './one-of-each-field.tsx'
import { launch } from '../support/chromium.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launch()
  page = await browser.newPage()
})

afterAll(() => browser.close())

const show = (given: Given) =>
  page.setContent(
    `<!doctype html><html lang="en"><title>Complain</title>${renderToString(<FieldsPage {...given} />)}`,
  )

/** What describes the first control or group that has the id, or whose first control has it. */
const descriptionOf = (id: string) =>
  page.evaluate((id) => {
    const control = document.getElementById(id)
    const described = control?.closest('fieldset') ?? control
    const ids = described?.getAttribute('aria-describedby')?.split(' ') ?? []
    return ids.map((each) => document.getElementById(each)?.textContent)
  }, id)

describe.each(Object.keys(fields))('the field %s', (id) => {
  it('is described by its hint and then its error', async () => {
    await show({ words: 'Question', hint: 'Some help', message: 'Something is wrong' })
    expect((await descriptionOf(id)).slice(0, 2)).toEqual(['Some help', 'Error: Something is wrong'])
  })

  it('is described by nothing that is not there', async () => {
    await show({ words: 'Question' })
    expect(await descriptionOf(id)).not.toContain(undefined)
    await expect(page.locator(`#${id}-hint, #${id}-error`).count()).resolves.toBe(0)
  })

  it('can be reached from an error summary by the id of its question', async () => {
    await show({ words: 'Question', message: 'Something is wrong' })
    // A date's id is its group's, as in govuk-frontend: a summary links to one of its parts.
    const target = id === 'when' ? `${id}-day` : id
    await page.locator(`#${target}`).focus()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(target)
  })
})

describe('a page of every field', () => {
  it.each([{}, { hint: 'Some help' }, { hint: 'Some help', message: 'Something is wrong' }])(
    'uses each id once, and describes by ids that exist, given %o',
    async (given) => {
      await show({ words: 'Question', ...given })
      const { ids, references } = await page.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        references: [...document.querySelectorAll('[aria-describedby], [for], [data-aria-controls]')].flatMap(
          (element) =>
            ['aria-describedby', 'for', 'data-aria-controls'].flatMap(
              (name) => element.getAttribute(name)?.split(' ') ?? [],
            ),
        ),
      }))
      expect(ids).toHaveLength(new Set(ids).size)
      expect(references.length).toBeGreaterThan(10)
      expect(ids).toEqual(expect.arrayContaining(references))
    },
  )

  it.each([{}, { hint: 'Some help', message: 'Something is wrong' }])(
    'has no axe violation given %o',
    async (given) => {
      await show({ words: 'Question', ...given })
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
      const violations = await page.evaluate(async () => {
        const axe = (window as unknown as { axe: typeof import('axe-core') }).axe
        return (await axe.run()).violations.map(({ id, nodes }) => ({
          id,
          html: nodes.map((node) => node.html),
        }))
      })
      expect(violations).toEqual([])
    },
  )

  it('shows markup in words, hints, values and errors as text, and runs none of it', async () => {
    const hostile = `</textarea></select>"'><script>window.ran = true</script><img src=x onerror="window.ran = true">`
    await show({ words: hostile, hint: hostile, message: hostile })
    await expect(page.locator('script, img').count()).resolves.toBe(0)
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    await expect(page.locator('#your-name').inputValue()).resolves.toBe(hostile)
    await expect(page.locator('#what-happened').inputValue()).resolves.toBe(hostile)
    await expect(page.locator('#reply-error').textContent()).resolves.toBe(`Error: ${hostile}`)
    await expect(page.locator('label[for="service"]').textContent()).resolves.toBe(hostile)
  })
})

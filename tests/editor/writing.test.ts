import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from '../../src/local/build-site.ts'
import { serveEditor } from '../../src/local/editor/serve.ts'
import type { Listening } from '../../src/local/listen.ts'
import { copyOfProject } from '../support/copy-of-project.ts'
import { launch } from '../support/chromium.ts'

const copy = copyOfProject()
const entries = join(copy.root, 'content/you-said-we-did/en')
const slug = 'we-empty-the-bins-by-the-lake-twice-a-week'

let editor: Listening
let browser: Browser
let page: Page
const said: string[] = []
const asked: string[] = []

beforeAll(async () => {
  await buildSite(copy.root, 'src/editor')
  editor = await serveEditor(copy.root, 0)
  browser = await launch()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
})

afterAll(async () => {
  await browser.close()
  await editor.close()
  copy.remove()
})

/** A field as assistive technology names it, with marks around what may run from right to left. */
const field = (name: string) => page.getByRole('group', { name: new RegExp(`“.?${name}.?” Field`) })
const box = (name: string) => page.getByRole('textbox', { name, exact: true })
const saved = () => {
  const file = join(entries, `${slug}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined
}

async function choose(name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

async function fill(): Promise<void> {
  await page.goto(`${editor.url}/`)
  await page.getByRole('button', { name: 'Create New Entry' }).click()
  await box('Title').fill('We empty the bins by the lake twice a week')
  await box('You said').fill('The bins by the lake were full.\n\nJohn Smith and 2 families told us.')
  await box('We did').fill('We empty them on Mondays and Fridays.')
  await choose('Service', 'Parks, trees and play areas')
  await box('Day of the change').fill('2026-11-02')
  await page.getByRole('radio', { name: 'Done' }).click()
  await choose('What we learned', 'Gates that keep')
}

describe('an editor who writes an entry', () => {
  it('signs in nowhere, and finds the entries that are there', async () => {
    await page.goto(`${editor.url}/`)
    await page.getByText('We tell you when we miss your bin').waitFor()
    const files = readdirSync(entries).length
    expect(await page.getByRole('row').count()).toBe(files)
  })

  it('is refused while the entry holds a mistake, and told beside the field what to do', async () => {
    await fill()
    await page.getByRole('button', { name: 'Save' }).click()
    await field('You said').getByText('add "John Smith" under “Words that are no names”').waitFor()
    expect(saved()).toBeUndefined()

    await box('You said').fill('The bins by the lake were full.\n\n2 families told us.')
    await page.getByRole('button', { name: 'Save' }).click()
    await field('You said').getByText('has “2 families”, and we publish no count below 5').waitFor()
    expect(saved()).toBeUndefined()
  })

  it('sees the page as it will be', async () => {
    const preview = page.frameLocator('iframe')
    await preview.getByRole('heading', { level: 1, name: 'We empty the bins by the lake' }).waitFor()
    await preview.getByText('Parks, trees and play areas. Done on 2 November 2026.').waitFor()
    const family = await preview.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)
    expect(family).toContain('Segoe UI')
  })

  it('saves it, as a draft, once it is mended', async () => {
    await box('You said').fill('The bins by the lake were full.\n\nSome of you told us twice.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(saved).toEqual({
      title: 'We empty the bins by the lake twice a week',
      told: 'The bins by the lake were full.\n\nSome of you told us twice.',
      changed: 'We empty them on Mondays and Fridays.',
      service: 'parks',
      date: '2026-11-02',
      status: 'done',
      learning: 'park-gates',
      draft: true,
    })
    await buildSite(copy.root)
    expect(existsSync(join(copy.root, 'dist/you-said-we-did', slug))).toBe(false)
  })

  it('publishes it on the site', async () => {
    await page.goto(`${editor.url}/#/collections/you-said-we-did/entries/${slug}`)
    await page.getByRole('switch', { name: 'Draft' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => saved()?.['draft']).toBe(false)
    await buildSite(copy.root)
    const html = readFileSync(join(copy.root, 'dist/you-said-we-did', slug, 'index.html'), 'utf8')
    expect(html).toContain('Some of you told us twice.')
    expect(readFileSync(join(copy.root, 'dist/you-said-we-did/index.html'), 'utf8')).toContain(slug)
  })

  it('translates it side by side, held to the rules of that language', async () => {
    await page.goto(`${editor.url}/#/collections/you-said-we-did/entries/missed-bins`)
    await page.getByRole('combobox', { name: 'Switch Locale' }).last().click()
    await page.getByRole('option', { name: /Polish/ }).click()
    await page.getByRole('button', { name: /^Enable .?Polish/ }).click()
    const pane = page.getByRole('group', { name: /^Edit .?Polish/ })
    const polish = (name: string) => pane.getByRole('textbox', { name, exact: true })
    await polish('Title').fill('Mówimy, kiedy wrócimy po śmieci')
    await polish('You said').fill('Czekały 3 rodziny.')
    await polish('We did').fill('Piszemy o tym na stronie.')
    await page.getByRole('button', { name: 'Save' }).click()
    await pane.getByText('has “3”, and we publish no count below 5').waitFor()

    await polish('You said').fill('Czekało wiele rodzin.')
    await page.getByRole('button', { name: 'Save' }).click()
    const file = join(copy.root, 'content/you-said-we-did/pl/missed-bins.json')
    await expect.poll(() => existsSync(file)).toBe(true)
    const [here, there] = [file, join(entries, 'missed-bins.json')].map(
      (one) => JSON.parse(readFileSync(one, 'utf8')) as Record<string, unknown>,
    )
    expect(here).toMatchObject({ title: 'Mówimy, kiedy wrócimy po śmieci', told: 'Czekało wiele rodzin.' })
    for (const key of ['service', 'date', 'status', 'learning', 'draft'])
      expect(here?.[key]).toBe(there?.[key])
  })

  it('finds the guide, which keeps nobody out', async () => {
    await page.goto(`${editor.url}/`)
    await page.getByRole('link', { name: 'How to write one' }).waitFor()
    const guide = await browser.newPage({ viewport: { width: 320, height: 640 }, bypassCSP: true })
    await guide.goto(`${editor.url}/guide/`)
    expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await guide.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    const { violations } = await guide.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } }
      return await axe.run()
    })
    expect(violations.map(({ id }) => id)).toEqual([])
    await guide.close()
  })

  it('makes the browser ask nobody else for anything, and hears of no fault', () => {
    const elsewhere = asked.filter((url) => !url.startsWith(editor.url) && !/^(data|blob):/.test(url))
    expect(elsewhere).toEqual([])
    expect(said).toEqual([])
  })
})

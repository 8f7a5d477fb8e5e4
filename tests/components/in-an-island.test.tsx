import { build } from 'esbuild'
import { renderToString } from 'preact-render-to-string'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Island } from './island.tsx'
import { launch } from '../support/chromium.ts'

let browser: Browser
let page: Page
let script: string

beforeAll(async () => {
  browser = await launch()
  const built = await build({
    entryPoints: [new URL('island.tsx', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  script = built.outputFiles[0]!.text
})

afterAll(() => browser.close())

const saved = { question: 'first', answers: { first: 'Saved', story: 'Once\nupon a time', reply: 'post' } }

beforeEach(async () => {
  page = await browser.newPage()
  await page.setContent(renderToString(<Island {...saved} />))
})

const start = async () => {
  await page.evaluate(script)
  await page.evaluate((props) => window.start(props), saved)
}

it('shows the answers it is given before any script has run', async () => {
  await expect(page.getByLabel('A line').inputValue()).resolves.toBe('Saved')
  await expect(page.getByLabel('A story').inputValue()).resolves.toBe('Once\nupon a time')
  await expect(page.getByLabel('By post').isChecked()).resolves.toBe(true)
})

it('keeps what was typed and chosen before the script arrived', async () => {
  await page.getByLabel('A line').fill('Typed early')
  await page.getByLabel('A story').fill('Told early')
  await page.getByLabel('By email').check()
  await start()
  await page.getByText('Check').click()
  await page.getByText('Something is wrong').first().waitFor()
  await expect(page.getByLabel('A line').inputValue()).resolves.toBe('Typed early')
  await expect(page.getByLabel('A story').inputValue()).resolves.toBe('Told early')
  await expect(page.getByLabel('By email').isChecked()).resolves.toBe(true)
})

it('keeps what is being typed, and the focus, when an error appears', async () => {
  await start()
  await page.getByLabel('A story').fill('Half a sent')
  await page.getByText('Check').evaluate((button: HTMLButtonElement) => button.click())
  await page.getByText('Something is wrong').first().waitFor()
  await page.keyboard.type('ence')
  await expect(page.getByLabel('A story').inputValue()).resolves.toBe('Half a sentence')
})

it('tells the island of every change, and shows what a choice calls for', async () => {
  await start()
  await expect(page.locator('.govuk-radios__conditional--hidden').count()).resolves.toBe(1)
  await page.getByLabel('By email').check()
  await page.locator('output', { hasText: '"reply":"email"' }).waitFor()
  await expect(page.locator('.govuk-radios__conditional--hidden').count()).resolves.toBe(0)
})

it('does not carry the words of one question over to the next', async () => {
  await start()
  await page.getByLabel('A line').fill('For the first')
  await page.evaluate(() => window.show({ question: 'second' }))
  await page.locator('#second').waitFor()
  await expect(page.getByLabel('A line').inputValue()).resolves.toBe('')
})

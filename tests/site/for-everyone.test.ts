import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../src/local/listen.ts'
import { launch } from '../support/chromium.ts'
import { contentPages } from './pages.ts'
import { serveSite } from './serve-site.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let site: Listening
let browser: Browser

beforeAll(async () => {
  site = await serveSite()
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function withPage<T>(address: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>) {
  // The site's own policy lets no script run, axe's neither.
  const context = await browser.newContext({ ...options, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${site.url}${address}`)
  const result = await use(page)
  await context.close()
  return result
}

/** What axe finds, its rule for 7:1 included, as "rule: element". */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  const { violations: found } = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return await axe.run({ rules: { 'color-contrast-enhanced': { enabled: true } } })
  })
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const views: [string, BrowserContextOptions][] = [
  ['in light colours', { viewport: { width: 1280, height: 900 } }],
  ['in dark colours', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
]

describe.each(contentPages)('$address', ({ address }) => {
  it.each(views)('keeps nobody out %s', async (_, options) => {
    expect(await withPage(address, options, violations)).toEqual([])
  })

  it.each([
    [320, 1],
    [640, 2],
    [320, 2],
  ])('does not scroll sideways %d pixels wide with text at %d times its size', async (width, times) => {
    const beyond = await withPage(address, { viewport: { width, height: 640 } }, async (page) => {
      await page.addStyleTag({ content: `html { font-size: ${times * 100}% }` })
      return await overflow(page)
    })
    expect(beyond).toBe(0)
  })

  it('does not scroll sideways where the script runs from right to left', async () => {
    const beyond = await withPage(address, { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
      return await overflow(page)
    })
    expect(beyond).toBe(0)
  })

  it('lets the keyboard skip to its main part, and shows where it is', async () => {
    await withPage(address, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.keyboard.press('Tab')
      const skip = page.locator(':focus')
      expect(await skip.getAttribute('href')).toBe('#main')
      expect(await skip.evaluate((link) => link.getBoundingClientRect().height)).toBeGreaterThan(20)

      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      const next = await page.evaluate(() => {
        const at = document.activeElement
        const { outlineStyle, outlineWidth } = getComputedStyle(at ?? document.body)
        const main = document.querySelector('main')
        const before = main && at && main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING
        return { before, ring: `${outlineStyle} ${outlineWidth}` }
      })
      expect(next).toEqual({ before: 0, ring: 'solid 3px' })
    })
  })
})

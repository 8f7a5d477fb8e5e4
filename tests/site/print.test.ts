import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../src/local/listen.ts'
import { launch } from '../support/chromium.ts'
import { contentPages } from './pages.ts'
import { serveSite } from './serve-site.ts'

let site: Listening
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await serveSite()
  browser = await launch()
  page = await browser.newPage({ colorScheme: 'dark', bypassCSP: true })
  await page.emulateMedia({ media: 'print' })
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Every element of the page that shows words of its own, as it looks. */
const shown = () =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 1)
      .map((element) => {
        const { color, fontSize } = getComputedStyle(element)
        return { words: element.textContent?.trim().slice(0, 40), color, points: parseFloat(fontSize) * 0.75 }
      }),
  )

describe.each(contentPages)('$address', ({ address }) => {
  it('prints in black, at 12 points or more', async () => {
    await page.goto(`${site.url}${address}`)
    const elements = await shown()
    expect(elements.length).toBeGreaterThan(3)
    expect(elements.filter(({ color }) => color !== 'rgb(0, 0, 0)')).toEqual([])
    expect(elements.filter(({ points }) => points < 12)).toEqual([])
  })

  it('prints no buttons and no menus', async () => {
    await page.goto(`${site.url}${address}`)
    expect(await page.locator('nav, .govuk-button, .govuk-skip-link').filter({ visible: true }).count()).toBe(
      0,
    )
  })
})

it('prints the address that a link hides', async () => {
  await page.goto(`${site.url}/contact/`)
  const beside = await page
    .locator('main a[href="/complain/"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content)
  expect(beside).toContain('/complain/')
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../src/local/listen.ts'
import { launch } from '../support/chromium.ts'
import { builtPages } from './pages.ts'
import { serveSite } from './serve-site.ts'

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

/** Opens a page, with the reader's own text size where one is given, in pixels. */
async function open(address: string, viewport = { width: 1280, height: 900 }, textSize?: number) {
  const page = await browser.newPage({ viewport })
  if (textSize) {
    const session = await page.context().newCDPSession(page)
    await session.send('Page.enable')
    await session.send('Page.setFontSizes', { fontSizes: { standard: textSize } })
  }
  await page.goto(`${site.url}${address}`)
  return page
}

/** The least size of any words that show, in points, and whether the page runs past its side. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const sizes = [...document.body.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .filter((element) => element.checkVisibility())
      .map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75)
    const { scrollWidth, clientWidth } = document.documentElement
    return { least: Math.round(Math.min(...sizes) * 10) / 10, beyond: scrollWidth - clientWidth }
  })

describe('large print', () => {
  it('is a link away on every page that is read, and so is the way back', async () => {
    const page = await open('/contact/')
    const usual = (await looks(page)).least
    await page.getByRole('link', { name: 'large print' }).click()
    expect(await page.locator('#large-print').isVisible()).toBe(true)
    expect((await looks(page)).least).toBe(18)

    await page.getByRole('link', { name: 'Go back to the usual size' }).click()
    expect(await page.locator('#large-print').isVisible()).toBe(false)
    expect((await looks(page)).least).toBe(usual)
    await page.close()
  })

  it('is offered on every page but those where it would move someone in the form', async () => {
    expect(builtPages.filter(({ html }) => !html.includes('href="#large-print"'))).toEqual([])
    const page = await open('/complain/')
    expect(await page.getByRole('link', { name: 'large print' }).count()).toBe(0)
    await page.close()
  })

  it('is larger still for someone whose browser has larger text, on paper too', async () => {
    const page = await open('/contact/#large-print', undefined, 24)
    await page.emulateMedia({ media: 'print' })
    expect((await looks(page)).least).toBe(27)
    await page.goto(`${site.url}/contact/`)
    expect((await looks(page)).least).toBe(18)
    await page.close()
  })

  it('never makes print smaller than 12 points, however small the browser’s text', async () => {
    const page = await open('/contact/', undefined, 10)
    await page.emulateMedia({ media: 'print' })
    expect((await looks(page)).least).toBe(12)
    await page.close()
  })
})

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { builtPages } from './pages.ts'
import { useVisits, violations } from './visits.ts'

const { visit } = useVisits()

/** All but the shells that functions fill. */
const pages = builtPages.filter(({ html }) => /<h1[\s>]/.test(html))

/** The keyboard skips to the main part first, and shows where it is. A form puts the keyboard where it is needed. */
const usual = { to: '#main', shown: true, before: 0, ring: 'solid 3px' }

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Makes text larger, as a browser does for somebody who asks for it. */
const enlarge = (page: Page, times: number) =>
  page.evaluate((size) => (document.documentElement.style.fontSize = size), `${times * 100}%`)

/**
 * Shows a form as it is without its script: every step, one under another. With scripts a step at a time is shown,
 * which the journeys look at.
 */
const showWhole = (page: Page) =>
  page.evaluate(() => {
    for (const style of document.querySelectorAll('style'))
      style.textContent = (style.textContent ?? '').replaceAll(/scripting:\s*enabled/g, 'min-width: 99999px')
  })

/** What the keyboard meets first, and where it goes from there. */
async function skipped(page: Page) {
  await page.keyboard.press('Tab')
  const skip = page.locator(':focus')
  const to = await skip.getAttribute('href')
  const height = await skip.evaluate((link) => link.getBoundingClientRect().height)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const next = await page.evaluate(() => {
    const at = document.activeElement
    const { outlineStyle, outlineWidth } = getComputedStyle(at ?? document.body)
    const main = document.querySelector('main')
    const before = main && at && main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING
    return { before, ring: `${outlineStyle} ${outlineWidth}` }
  })
  return { to, shown: height > 20, ...next }
}

/** How far a page runs past its side: on a phone, with text of twice its size, and with its script turned round. */
async function beyond(page: Page) {
  await page.setViewportSize({ width: 320, height: 640 })
  const narrow = await overflow(page)
  await enlarge(page, 2)
  const enlarged = await overflow(page)
  await page.setViewportSize({ width: 640, height: 640 })
  const wider = await overflow(page)
  await enlarge(page, 1)
  await page.setViewportSize({ width: 320, height: 640 })
  const turn = () =>
    page.evaluate(() => {
      document.documentElement.dir = document.documentElement.dir === 'rtl' ? 'ltr' : 'rtl'
    })
  await turn()
  const turned = await overflow(page)
  await turn()
  return { narrow, enlarged, wider, turned }
}

// One visit for all of it: opening several hundred pages again for each would take longer than looking at them.
it.concurrent.each(pages)(
  '$address keeps nobody out: axe finds nothing, nothing is cut off, keys lead on',
  async ({ address, html }) => {
    const isForm = html.includes('<form')
    const found = await visit(address, async (page) => {
      const keys = isForm ? usual : await skipped(page)
      if (isForm) await showWhole(page)
      const sides = await beyond(page)
      const narrow = await violations(page, 'everything')
      await page.setViewportSize({ width: 1280, height: 900 })
      const wide = await violations(page, 'places')
      await page.emulateMedia({ colorScheme: 'dark' })
      return { keys, sides, narrow, wide, dark: await violations(page, 'colours') }
    })
    const sides = { narrow: 0, enlarged: 0, wider: 0, turned: 0 }
    expect(found).toEqual({ keys: usual, sides, narrow: [], wide: [], dark: [] })
  },
)

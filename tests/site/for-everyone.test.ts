import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { builtPages, contentPages } from './pages.ts'
import { useVisits, violations } from './visits.ts'

const { visit } = useVisits()

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

describe.each(builtPages)('$address', ({ address, html }) => {
  it.concurrent('keeps nobody out, light or dark, wide or narrow', async () => {
    const found = await visit(address, async (page) => {
      if (html.includes('<form')) await showWhole(page)
      await page.setViewportSize({ width: 320, height: 640 })
      const narrow = await violations(page, 'everything')
      await page.setViewportSize({ width: 1280, height: 900 })
      const wide = await violations(page, 'places')
      await page.emulateMedia({ colorScheme: 'dark' })
      return { narrow, wide, dark: await violations(page, 'colours') }
    })
    expect(found).toEqual({ narrow: [], wide: [], dark: [] })
  })

  it.concurrent('does not scroll sideways, with text of twice its size or turned round neither', async () => {
    const beyond = await visit(address, async (page) => {
      if (html.includes('<form')) await showWhole(page)
      await page.setViewportSize({ width: 320, height: 640 })
      const narrow = await overflow(page)
      await enlarge(page, 2)
      const enlarged = await overflow(page)
      await page.setViewportSize({ width: 640, height: 640 })
      const wider = await overflow(page)
      await enlarge(page, 1)
      await page.setViewportSize({ width: 320, height: 640 })
      await page.evaluate(() => {
        document.documentElement.dir = document.documentElement.dir === 'rtl' ? 'ltr' : 'rtl'
      })
      return { narrow, enlarged, wider, turned: await overflow(page) }
    })
    expect(beyond).toEqual({ narrow: 0, enlarged: 0, wider: 0, turned: 0 })
  })
})

describe.each(contentPages)('$address', ({ address }) => {
  it.concurrent('lets the keyboard skip to its main part, and shows where it is', async () => {
    const found = await visit(address, async (page) => {
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
    })
    expect(found).toEqual({ to: '#main', shown: true, before: 0, ring: 'solid 3px' })
  })
})

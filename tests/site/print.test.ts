import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { contentPages } from './pages.ts'
import { useVisits } from './visits.ts'

const { visit } = useVisits()

/** Every element of the page that shows words of its own, as it looks. */
const shown = (page: Page) =>
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

it.concurrent.each(contentPages)(
  '$address prints in black, at 12 points or more, without buttons and menus',
  async ({ address }) => {
    const { elements, controls } = await visit(address, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const buttons = page.locator('nav, .govuk-button, .govuk-skip-link').filter({ visible: true })
      return { elements: await shown(page), controls: await buttons.count() }
    })
    expect(elements.length).toBeGreaterThan(3)
    expect(elements.filter(({ color }) => color !== 'rgb(0, 0, 0)')).toEqual([])
    expect(elements.filter(({ points }) => points < 12)).toEqual([])
    expect(controls).toBe(0)
  },
)

it('prints the address that a link hides', async () => {
  const beside = await visit('/contact/', async (page) => {
    await page.emulateMedia({ media: 'print' })
    const link = page.locator('main a[href="/complain/"]').first()
    return await link.evaluate((one) => getComputedStyle(one, '::after').content)
  })
  expect(beside).toContain('/complain/')
})

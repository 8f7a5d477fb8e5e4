import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { scriptsIn } from '../contract/weight.ts'
import { contentPages, type BuiltPage } from './pages.ts'
import { useVisits } from './visits.ts'

const { visit } = useVisits()

const wide = { width: 1280, height: 900 }
const phone = { width: 320, height: 640 }
/** A4 with margins of 20 mm. */
const paper = { width: 642, height: 971 }

/** What a page may ask for: itself, and "Listen to this page" once it is there (tests/contract/sizes.test.ts). */
const expectedOf = ({ address, html }: BuiltPage) => ({
  asked: [address, ...scriptsIn(html)],
  said: [],
  scripts: scriptsIn(html).length,
  cookies: [],
})

/** Easy Read's pictures come as they come into sight, and are apart from what a page may weigh (DESIGN). */
const picturesIn = (html: string) =>
  [...html.matchAll(/<img src="(\/pictures\/[^"]+)"[^>]* loading="lazy"/g)].map(([, src]) => src)

/** Every element of the page that shows words of its own, as it looks, and whether the page runs past its side. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const elements = [...document.body.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { color, fontSize } = getComputedStyle(element)
        return {
          words: element.textContent?.trim().slice(0, 40),
          color,
          points: Math.round(parseFloat(fontSize) * 7.5) / 10,
          high: element.getBoundingClientRect().height > 1,
        }
      })
    const { scrollWidth, clientWidth } = document.documentElement
    return { elements, beyond: scrollWidth - clientWidth }
  })

/** The least size of any words that show, in points. */
async function size(page: Page) {
  const { elements, beyond } = await looks(page)
  return { least: Math.min(...elements.map(({ points }) => points)), beyond }
}

const show = (page: Page, hash: string) => page.evaluate((to) => void (location.hash = to), hash)

/** In large print: on a screen, on a phone, on paper. */
async function inLargePrint(page: Page) {
  await show(page, 'large-print')
  const onScreen = await size(page)
  await page.setViewportSize(phone)
  const { beyond } = await size(page)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(paper)
  return { onScreen, onPhone: beyond, onPaper: await size(page) }
}

/** As somebody prints it who looks at it in the dark. */
async function printed(page: Page) {
  await show(page, '')
  await page.setViewportSize(wide)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const elements = (await looks(page)).elements.filter(({ high }) => high)
  return {
    few: elements.length <= 3,
    notBlack: elements.filter(({ color }) => color !== 'rgb(0, 0, 0)'),
    small: elements.filter(({ points }) => points < 12),
    controls: await page.locator('nav, .govuk-button, .govuk-skip-link').filter({ visible: true }).count(),
  }
}

// One visit for all of it: several hundred pages take longer to open than to look at. A page asks for nothing but
// itself and leaves nothing behind; prints at 12 points or more without buttons and menus; has 18 points or more in
// large print, where it runs past no side of a screen, a phone or paper.
it.concurrent.each(contentPages)(
  '$address asks for nothing more, prints black and large enough, and fits in large print',
  async (built) => {
    const asked: string[] = []
    const said: string[] = []
    const listen = (page: Page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      page.on('console', (message) => said.push(message.text()))
    }
    const pictures = picturesIn(built.html)
    const found = await visit(
      built.address,
      async (page) => {
        // Whatever a page asks for by itself, it has asked for by the time that nothing is left to do.
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
        page.removeAllListeners('request')
        page.removeAllListeners('console')
        const left = {
          asked: asked.filter((path) => !pictures.includes(path)),
          said,
          scripts: await page.evaluate(() => document.scripts.length),
          cookies: await page.context().cookies(),
        }
        return { left, large: await inLargePrint(page), print: await printed(page) }
      },
      listen,
    )
    const large = { least: 18, beyond: 0 }
    expect(found).toEqual({
      left: expectedOf(built),
      large: { onScreen: large, onPhone: 0, onPaper: large },
      print: { few: false, notBlack: [], small: [], controls: 0 },
    })
  },
)

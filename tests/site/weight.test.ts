import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { scriptsIn } from '../contract/weight.ts'
import { contentPages } from './pages.ts'
import { useVisits } from './visits.ts'

const { visit } = useVisits()

it.each(contentPages)('$address is at most 14 KB', ({ html }) => {
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(14_000)
})

it.concurrent.each(contentPages)(
  '$address asks for nothing but itself, runs nothing and leaves nothing behind',
  async ({ address, html }) => {
    // "Listen to this page" is one file, asked for once the page is there (tests/contract/sizes.test.ts).
    const expected = scriptsIn(html)
    // Easy Read's pictures come as they come into sight, and are apart from what a page may weigh (DESIGN).
    const pictures = [...html.matchAll(/<img src="(\/pictures\/[^"]+)"[^>]* loading="lazy"/g)].map(
      ([, src]) => src,
    )
    const asked: string[] = []
    const said: string[] = []
    const listen = (page: Page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      page.on('console', (message) => said.push(message.text()))
    }
    const left = async (page: Page) => {
      // Whatever a page asks for by itself, it has asked for by the time that nothing is left to do.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
      page.removeAllListeners('request')
      page.removeAllListeners('console')
      const scripts = await page.evaluate(() => document.scripts.length)
      return {
        asked: asked.filter((path) => !pictures.includes(path)),
        said,
        scripts,
        cookies: await page.context().cookies(),
      }
    }
    const found = await visit(address, left, listen)
    expect(found).toEqual({
      asked: [address, ...expected],
      said: [],
      scripts: expected.length,
      cookies: [],
    })
  },
)

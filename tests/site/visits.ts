import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Listening } from '../../src/local/listen.ts'
import { launch } from '../support/chromium.ts'
import { serveSite } from './serve-site.ts'

/** How many pages are looked at together: tests of a file that are `concurrent` share these. */
const together = 3

const wide = { width: 1280, height: 900 }

/**
 * The built site in one browser, a few pages at once, each used again for the next address: several hundred pages
 * would wait longer for their windows than for what is looked at.
 */
export function useVisits() {
  let site: Listening
  let browser: Browser
  const free: Page[] = []
  const waiting: ((page: Page) => void)[] = []

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveSite(), launch()])
    // The site's own policy lets no script run, axe's neither.
    const pages = Array.from({ length: together }, () => browser.newPage({ bypassCSP: true, viewport: wide }))
    free.push(...(await Promise.all(pages)))
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  return {
    /**
     * Opens an address as a wide window in light colours shows it, and hands the page to `use`; to `before` while
     * it is still at another.
     */
    async visit<T>(
      address: string,
      use: (page: Page) => Promise<T>,
      before: (page: Page) => void = () => undefined,
    ): Promise<T> {
      const page = free.pop() ?? (await new Promise<Page>((resolve) => waiting.push(resolve)))
      try {
        await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
        await page.setViewportSize(wide)
        before(page)
        await page.goto(`${site.url}${address}`)
        return await use(page)
      } finally {
        const next = waiting.shift()
        if (next) next(page)
        else free.push(page)
      }
    },
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe is asked: 7:1 stands for 4.5:1 too, so that colours are reckoned once. */
const contrast = { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true } }
const looks: Readonly<Record<string, RunOptions>> = {
  everything: { rules: { ...contrast, 'target-size': { enabled: true } } },
  /** What is another where only the colours are. */
  colours: { runOnly: ['cat.color'], rules: contrast },
  /** What is another where only the width is: where things stand, and whether they scroll. */
  places: {
    runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'link-in-text-block'] },
  },
}

/** What axe finds on the page as it stands, as "rule: element". */
export async function violations(page: Page, look: keyof typeof looks): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
      const { violations, passes } = await axe.run(options)
      return {
        violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
        passes: passes.length,
      }
    },
    { ...looks[look], resultTypes: ['violations' as const] },
  )
  if (found.passes === 0 && look === 'everything') throw new Error('axe looked at nothing.')
  return found.violations
}

import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const contrast = { 'color-contrast-enhanced': { enabled: true } }

const looks = {
  /** WCAG 2.2 to level AA, what is good practice beside it, and the rule for 7:1. */
  everything: {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { ...contrast, 'target-size': { enabled: true } },
  },
  /** What can change where only the colours do. */
  colours: { runOnly: ['cat.color'], rules: contrast },
}

/** What axe is asked to look for. */
export type Look = keyof typeof looks

/** What axe finds on the page as it stands, as "rule: element". The page's context must bypass its CSP. */
export async function violations(page: Page, what: Look): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: source })
  const { violations: found, passes } = await page.evaluate(async (chosen) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return await axe.run(chosen)
  }, looks[what])
  if (!passes.length) throw new Error('axe looked at nothing.')
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** How many pixels wider than the window the page is. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** The controls that are smaller than 24 by 24 pixels and no link in a sentence (WCAG 2.5.8), as HTML. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page
    .locator('main :is(button, input:not([type="hidden"]), textarea, select):visible')
    .evaluateAll((controls) =>
      controls
        .filter((control) => {
          const { width, height } = control.getBoundingClientRect()
          return width < 24 || height < 24
        })
        .map((control) => control.outerHTML),
    )

/**
 * What keeps somebody out of the page as it stands, each with the name of the state it is in: what axe finds, targets
 * too small to hit, what is wider than the window, and more or fewer first headings than one.
 */
export async function look(page: Page, state: string, what: Look = 'everything'): Promise<string[]> {
  const beyond = await overflow(page)
  return [
    ...(await violations(page, what)).map((violation) => `${state}: ${violation}`),
    ...(await smallTargets(page)).map((control) => `${state}: too small: ${control}`),
    ...(beyond > 0 ? [`${state}: ${beyond} pixels too wide`] : []),
    ...((await page.locator('h1').count()) === 1 ? [] : [`${state}: not one h1`]),
  ]
}

import type { Locator, Page } from 'playwright-core'

/** More stops than any page has. */
const mostStops = 300

/** Moves on with Tab until the focus is where `there` says. Throws where no stop of the page is. */
async function tabUntil(page: Page, there: () => Promise<boolean>, what: string): Promise<void> {
  for (let stops = 0; stops <= mostStops; stops += 1) {
    if (await there()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No keyboard reaches ${what}.`)
}

/** Moves the focus to something with Tab alone. */
export const tabTo = (page: Page, target: Locator): Promise<void> =>
  tabUntil(page, () => target.evaluate((one) => one === document.activeElement), String(target))

/** Presses a button with Enter, and waits for the page that answers. */
export async function pressByKey(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(
    page,
    page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first(),
  )
  const answered = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await answered
}

/** Types into a field, in place of what stands there. */
export async function typeByKey(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, page.locator(`[name="${name}"]`))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** Chooses one of several with the arrow keys, as a group of radios is gone through. */
export async function chooseByKey(page: Page, name: string, value: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const { name: group = '', value: option = '' } = (document.activeElement ?? {}) as HTMLInputElement
      return { group, option }
    })
  await tabUntil(page, async () => (await focused()).group === name, name)
  await page.keyboard.press('Space')
  for (let turns = 0; (await focused()).option !== value; turns += 1) {
    if (turns > mostStops) throw new Error(`${name} has no ${value}.`)
    await page.keyboard.press('ArrowDown')
  }
}

/** Ticks a box. */
export async function tickByKey(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, page.locator(`[name="${name}"][value="${value}"]`))
  await page.keyboard.press('Space')
}

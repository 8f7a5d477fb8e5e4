import type { Page } from 'playwright-core'

/** Presses a button that posts, and waits for the page that answers it: what is looked at next is that one. */
export async function press(page: Page, name: string): Promise<void> {
  const answered = page.waitForEvent('load')
  await page.getByRole('button', { name, exact: true }).click()
  await answered
}

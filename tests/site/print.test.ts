import { expect, it } from 'vitest'
import { useVisits } from './visits.ts'

const { visit } = useVisits()

it('prints the address that a link hides', async () => {
  const beside = await visit('/contact/', async (page) => {
    await page.emulateMedia({ media: 'print' })
    const link = page.locator('main a[href="/complain/"]').first()
    return await link.evaluate((one) => getComputedStyle(one, '::after').content)
  })
  expect(beside).toContain('/complain/')
})

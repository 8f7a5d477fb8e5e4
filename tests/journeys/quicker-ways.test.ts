import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { routesOf } from '../../src/council/routes.ts'
import { scriptless, useJourneys } from '../support/journey-browser.ts'
import { arriveAt, continueButton, openForm, optionOf } from '../support/journey-form.ts'
import { missedBins } from '../support/journey-people.ts'
import { t } from '../support/journey-words.ts'

const journeys = useJourneys()

const note = (page: Page) => page.locator('.quicker').filter({ visible: true })

/** Says what kind of thing it is, and comes to the question about the service. */
async function toTheService(page: Page, kind: string, scripts: boolean): Promise<void> {
  if (!scripts) await page.goto('/complain/')
  else await openForm(page)
  await optionOf(page, 'kind', kind).check()
  if (!scripts) return
  await continueButton(page).click()
  await arriveAt(page, 'service', { kind })
}

describe.each<[string, boolean, BrowserContextOptions]>([
  ['with scripts', true, {}],
  ['without scripts', false, scriptless],
])('a quicker way than a complaint, %s', (_, scripts, options) => {
  it('is named beside the service, with a link to each matter that leads to where it is told', async () => {
    const page = await journeys.page(options)
    await toTheService(page, 'complaint', scripts)
    expect(await note(page).count()).toBe(0)
    await optionOf(page, 'service', 'parking').check()

    expect(await note(page).innerText()).toContain(t('form.quicker.go-on'))
    const links = await note(page)
      .getByRole('link')
      .evaluateAll((found) => found.map((link) => [link.textContent, link.getAttribute('href')]))
    const routes = routesOf('parking')
    expect(routes.length).toBeGreaterThan(0)
    expect(links).toEqual(routes.map(({ id, about }) => [about['en'], `/other-routes/#${id}`]))

    await note(page).getByRole('link').first().click()
    await page.waitForURL(`**/other-routes/#${routes[0]?.id}`)
    expect(await page.locator(`#${routes[0]?.id}`).isVisible()).toBe(true)
  })

  it('turns nobody away: the form goes on as it would', async () => {
    const page = await journeys.page(options)
    await toTheService(page, 'complaint', scripts)
    await optionOf(page, 'service', 'parking').check()
    if (scripts) {
      await continueButton(page).click()
      await arriveAt(page, 'risk', { ...missedBins, service: 'parking' })
    } else expect(await optionOf(page, 'risk', 'no').isVisible()).toBe(true)
  })

  it('is not spoken of to someone who says thank you', async () => {
    const page = await journeys.page(options)
    await toTheService(page, 'compliment', scripts)
    await optionOf(page, 'service', 'parking').check()
    expect(await note(page).count()).toBe(0)
  })
})

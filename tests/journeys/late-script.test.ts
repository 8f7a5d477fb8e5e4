import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useJourneys } from '../support/journey-browser.ts'
import {
  answerAll,
  arriveAt,
  checkButton,
  continueButton,
  fieldOf,
  goOn,
  hasFocus,
  openForm,
  optionOf,
  sendIt,
  walkTo,
} from '../support/journey-form.ts'
import { missedBins } from '../support/journey-people.ts'
import { everythingStored, recorded } from '../support/journey-record.ts'
import { t, titled } from '../support/journey-words.ts'

const journeys = useJourneys()
const scripts = '**/_astro/*.js'

describe('a script that is late', () => {
  it('keeps what was chosen before it came, and where the focus was', async () => {
    const page = await journeys.page()
    const arrive = await holdScripts(page)
    const chosen = optionOf(page, 'kind', 'compliment')
    await chosen.check()
    await chosen.focus()
    arrive()
    await page.locator('#complain form:not([data-opening])').waitFor()

    expect(await chosen.isChecked()).toBe(true)
    expect(await hasFocus(chosen)).toBe(true)
    await goOn(page, 'service', { kind: 'compliment' })
  })

  it('keeps what was typed before it came, in a browser that shows every step meanwhile', async () => {
    const page = await journeys.page()
    const arrive = await holdScripts(page)
    await page.locator('.step').evaluateAll((steps) => {
      for (const step of steps) (step as HTMLElement).style.display = 'block'
    })
    await answerAll(page, missedBins)
    arrive()
    await page.locator('#complain form:not([data-opening])').waitFor()
    await continueButton(page).click()
    await arriveAt(page, 'service', missedBins)
    await page.goto('/complain/#step-check')
    await arriveAt(page, 'check', missedBins)
    const reference = await sendIt(page, 'complaint')
    expect(await recorded(journeys.portal, reference)).toMatchObject({ summary: missedBins['what-happened'] })
  })

  it('shows the same first step before it comes as after', async () => {
    const page = await journeys.page({ viewport: { width: 600, height: 900 } })
    const arrive = await holdScripts(page)
    const before = await places(page)
    arrive()
    await page.locator('#complain form:not([data-opening])').waitFor()
    expect(await places(page)).toEqual(before)
  })

  it('takes what was chosen just now over what the tab kept from before', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'risk', missedBins)
    await page.goto('/contact/')
    const arrive = await holdScripts(page)
    await optionOf(page, 'kind', 'comment').check()
    arrive()
    await page.locator('#complain form:not([data-opening])').waitFor()
    expect(await optionOf(page, 'kind', 'comment').isChecked()).toBe(true)
    await goOn(page, 'service', { kind: 'comment' })
    expect(await optionOf(page, 'service', 'bins').isChecked()).toBe(true)
  })
})

describe('a script that never comes', () => {
  it('brings every step by the button, with no mistake counted and nothing kept, and takes it from there', async () => {
    const before = await everythingStored(journeys.portal)
    const page = await journeys.page()
    await page.route(scripts, (route) => route.abort())
    await page.goto('/complain/')
    expect(await fieldOf(page, 'service').count()).toBe(0)
    await optionOf(page, 'kind', 'complaint').check()
    const [answered] = await Promise.all([
      page.waitForResponse('**/api/complaints'),
      continueButton(page).click(),
    ])

    expect(answered.status()).toBe(200)
    expect(await page.title()).toBe(titled(t('complain.title')))
    expect(await page.locator('.govuk-error-summary, .govuk-error-message').count()).toBe(0)
    expect(await optionOf(page, 'kind', 'complaint').isChecked()).toBe(true)
    expect(await everythingStored(journeys.portal)).toBe(before)

    await answerAll(page, missedBins)
    await checkButton(page).click()
    await arriveAt(page, 'check', missedBins)
    const reference = await sendIt(page, 'complaint')
    expect(await recorded(journeys.portal, reference)).toMatchObject({ name: missedBins['name'] })
  })

  it('says, after a while, what the button will do', async () => {
    const page = await journeys.page()
    await page.route(scripts, (route) => route.abort())
    await page.goto('/complain/')
    await page.getByText(t('form.waiting.note')).waitFor()
  })
})

/** Opens the form with its scripts held back; what is answered lets them come. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(scripts, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/complain/', { waitUntil: 'commit' })
  await continueButton(page).waitFor()
  return release
}

/** Where the first question, its options and the button stand on the page. */
const places = (page: Page): Promise<readonly number[]> =>
  page
    .locator('main :is(h1, h2, legend, [name="kind"], button):visible')
    .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top)))

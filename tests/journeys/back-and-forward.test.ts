import { describe, expect, it } from 'vitest'
import { useJourneys } from '../support/journey-browser.ts'
import {
  answer,
  arriveAt,
  backLink,
  changeOf,
  checked,
  complainStepByStep,
  continueButton,
  fieldOf,
  goOn,
  hasFocus,
  openAt,
  openForm,
  optionOf,
  sendIt,
  walkTo,
} from '../support/journey-form.ts'
import { missedBins, thanks } from '../support/journey-people.ts'
import { recorded } from '../support/journey-record.ts'
import { askedOn, headingOf, stepsFor, t, titled } from '../support/journey-words.ts'

const journeys = useJourneys()
const way = stepsFor(missedBins)

describe('back and forward', () => {
  it('goes back through every step by the browser’s button, and forward again, with each answer there', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'check', missedBins)

    for (const step of way.toReversed()) {
      await page.goBack()
      await arriveAt(page, step, missedBins)
      expect(await page.title()).toBe(titled(headingOf(step, missedBins)))
      expect(await hasFocus(page.locator('h1'))).toBe(true)
      for (const { kind, fields } of askedOn(step, missedBins)) {
        if (kind === 'choice' || kind === 'choices' || kind === 'files') continue
        for (const name of fields) expect(await fieldOf(page, name).inputValue()).toBe(missedBins[name])
      }
    }
    expect(await optionOf(page, 'kind', 'complaint').isChecked()).toBe(true)
    for (const step of [...way.slice(1), 'check']) {
      await page.goForward()
      await arriveAt(page, step, missedBins)
    }
  })

  it('goes back by the link on the page as by the browser’s button', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'story', missedBins)
    await backLink(page).click()
    await arriveAt(page, 'for-whom', missedBins)
    await page.goForward()
    await arriveAt(page, 'story', missedBins)
  })

  it('has no way back on its first step, where there is nothing before it', async () => {
    const page = await journeys.page()
    await openForm(page)
    expect(await backLink(page).count()).toBe(0)
  })

  it('keeps what is half written when somebody goes back', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'story', missedBins)
    await fieldOf(page, 'what-happened').fill('Half a')
    await page.goBack()
    await arriveAt(page, 'for-whom', missedBins)
    await goOn(page, 'story', missedBins)
    expect(await fieldOf(page, 'what-happened').inputValue()).toBe('Half a')
  })

  it('lets nobody past a step that is not answered, whatever the address says', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'risk', missedBins)
    await page.goto('/complain/#step-reply')
    await arriveAt(page, 'risk', missedBins)
  })
})

describe('changing an answer', () => {
  it('returns straight to the page to check, with the new answer', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)

    await changeOf(page, 'where').click()
    await arriveAt(page, 'when-and-where', missedBins)
    await fieldOf(page, 'where').fill('The far end of the lane')
    await goOn(page, 'check', missedBins)
    expect(await checked(page, 'where')).toEqual(['The far end of the lane'])

    const reference = await sendIt(page, 'complaint')
    expect(await recorded(journeys.portal, reference)).toMatchObject({ location: 'The far end of the lane' })
  })

  it('returns to the page to check when nothing is changed after all', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)
    await changeOf(page, 'name').click()
    await arriveAt(page, 'reply', missedBins)
    await backLink(page).click()
    await arriveAt(page, 'check', missedBins)
  })

  it('asks what the new answer calls for before it returns', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)
    await changeOf(page, 'reply-route').click()
    await optionOf(page, 'reply-route', 'phone').check()
    await continueButton(page).click()
    await page.locator('.govuk-error-summary').waitFor()
    await fieldOf(page, 'phone').fill('01632 960055')
    await goOn(page, 'check', missedBins)
    expect(await checked(page, 'phone')).toEqual(['01632 960055'])
  })

  it('shows how to get help now to a person who only then says that someone is at risk', async () => {
    const page = await journeys.page()
    const atRisk = { ...missedBins, risk: 'yes' }
    await openAt(page, 'check', missedBins)
    await changeOf(page, 'risk').click()
    await optionOf(page, 'risk', 'yes').check()
    await goOn(page, 'help-now', atRisk)
    await goOn(page, 'check', atRisk)
  })

  it('asks a complaint’s own questions of a person who meant to praise and then complains', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', thanks)
    const complaint = { ...missedBins, ...thanks, kind: 'complaint' }
    await changeOf(page, 'kind').click()
    await answer(page, askedOn('kind', complaint), complaint)
    for (const step of ['risk', 'for-whom', 'story', 'told-before', 'discrimination']) {
      await goOn(page, step, complaint)
      await answer(page, askedOn(step, complaint), complaint)
    }
    await goOn(page, 'check', complaint)
  })
})

describe('the page to check', () => {
  it('plays back every answer in words, and says which were left alone', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', { ...missedBins, where: '' })
    expect(await checked(page, 'kind')).toEqual([t('questions.kind.options.complaint')])
    expect(await checked(page, 'email')).toEqual([missedBins['email']])
    expect(await checked(page, 'happened-on')).toEqual(['14 August 2026'])
    expect(await checked(page, 'what-happened')).toEqual([missedBins['what-happened']])
    expect(await checked(page, 'adjustments')).toEqual([
      t('questions.adjustments.options.large-print'),
      t('questions.adjustments.options.interpreter'),
    ])
    expect(await checked(page, 'where')).toEqual([t('form.check.not-provided')])

    const shown = await page.locator('.govuk-summary-list__key').allTextContents()
    const asked = way.flatMap((step) => askedOn(step, missedBins))
    expect(shown).toEqual(asked.map(({ id }) => t(`questions.${id}.short`)))
  })

  it('has a way to change each answer that says which one it changes', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)
    for (const { id } of way.flatMap((step) => askedOn(step, missedBins)))
      expect(await changeOf(page, id).count()).toBe(1)
  })
})

it('takes a date whose month is a word and whose day nobody knows', async () => {
  const fields = { ...thanks, 'happened-on-month': 'sept', 'happened-on-year': '2026' }
  const reference = await complainStepByStep(await journeys.page(), fields)
  expect(await recorded(journeys.portal, reference)).toMatchObject({ happened_on: '2026-09' })
})

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { patience, useJourneys } from '../support/journey-browser.ts'
import {
  answer,
  arriveAt,
  continueButton,
  fieldOf,
  goOn,
  hasFocus,
  openAt,
  openForm,
  optionOf,
  sendButton,
  sendIt,
  walkTo,
} from '../support/journey-form.ts'
import { coldFlat, idea, missedBins, thanks } from '../support/journey-people.ts'
import { everythingStored, recorded } from '../support/journey-record.ts'
import {
  around,
  askedOn,
  errorOf,
  headingOf,
  stepsFor,
  t,
  titled,
  titledError,
} from '../support/journey-words.ts'

const journeys = useJourneys()

describe('a step with a mistake', () => {
  it('says what is missing, at the top and at the field, on every step that must be answered', async () => {
    const page = await journeys.page()
    await openForm(page)
    for (const step of stepsFor(missedBins)) {
      const missing = step === 'needs' ? [] : askedOn(step, missedBins).filter(({ optional }) => !optional)
      const [first] = missing
      if (first) {
        await continueButton(page).click()
        await expectMistakes(page, step, [[first.id, 'required', first.fields[0]!]])
      }
      await answer(page, askedOn(step, missedBins), missedBins)
      const way = [...stepsFor(missedBins), 'check']
      await goOn(page, way[way.indexOf(step) + 1]!, missedBins)
      expect(await page.locator('.govuk-error-summary').count()).toBe(0)
    }
  })

  it.each([
    ['story', thanks, [['what-went-well', 'required', 'what-went-well']]],
    ['story', idea, [['your-comment', 'required', 'your-comment']]],
    [
      'reply',
      { ...missedBins, email: 'zoe@example', name: '' },
      [
        ['name', 'required', 'name'],
        ['email', 'not-an-email', 'email'],
      ],
    ],
    ['reply', { ...coldFlat, phone: 'next door' }, [['phone', 'not-a-phone', 'phone']]],
    ['reply', { ...missedBins, 'reply-route': 'post' }, [['address', 'required', 'address']]],
    [
      'needs',
      { ...missedBins, 'interpreter-language': '' },
      [['interpreter-language', 'required', 'interpreter-language']],
    ],
    [
      'story',
      { ...missedBins, 'what-happened': 'a'.repeat(20_001) },
      [['what-happened', 'too-long', 'what-happened']],
    ],
  ] as const)(
    'says what to mend on the step %s, at the top and at the field (%#)',
    async (step, fields, mistakes) => {
      const empty = Object.fromEntries(
        mistakes.map(([, code, field]) => [
          field,
          code === 'required' ? '' : fields[field as keyof typeof fields],
        ]),
      )
      const page = await journeys.page()
      await openAt(page, step, { ...fields, ...empty })
      await continueButton(page).click()
      await expectMistakes(page, step, mistakes, fields)
    },
  )

  it.each([
    [{ day: '', month: 'March', year: '' }, 'date-needs-year', 'year'],
    [{ day: '27', month: '', year: '2026' }, 'date-needs-month', 'month'],
    [{ day: '27', month: '13', year: '2026' }, 'not-a-month', 'month'],
    [{ day: '27', month: '3', year: '26' }, 'not-a-year', 'year'],
    [{ day: '31', month: 'February', year: '2026' }, 'not-a-date', 'day'],
    [{ day: '', month: '', year: String(Number(around.today.slice(0, 4)) + 1) }, 'date-in-future', 'year'],
  ])('says what is wrong with the date %o', async (date, code, part) => {
    const page = await journeys.page()
    await openAt(page, 'when-and-where', missedBins)
    for (const [name, text] of Object.entries(date)) await fieldOf(page, `happened-on-${name}`).fill(text)
    await continueButton(page).click()
    await expectMistakes(page, 'when-and-where', [['happened-on', code, `happened-on-${part}`]])
    for (const [name, text] of Object.entries(date))
      expect(await fieldOf(page, `happened-on-${name}`).inputValue()).toBe(text)
  })

  it('moves the focus to the list again where the mistake is still there', async () => {
    const page = await journeys.page()
    await openForm(page)
    await continueButton(page).click()
    await optionOf(page, 'kind', 'complaint').focus()
    await continueButton(page).click()
    await expect.poll(() => hasFocus(page.locator('.govuk-error-summary')), patience).toBe(true)
    expect(await page.title()).toBe(titledError(t('complain.title')))
  })

  it('leaves no “Error” in the title once somebody has gone on or back', async () => {
    const page = await journeys.page()
    await openAt(page, 'told-before', { ...missedBins, 'told-before': '' })
    await continueButton(page).click()
    await page.locator('.govuk-error-summary').waitFor()
    await page.goBack()
    await page.goForward()
    await arriveAt(page, 'told-before', missedBins)
    expect(await page.title()).toBe(titled(headingOf('told-before', missedBins)))
  })
})

describe('what only the council can see', () => {
  it('brings back the step with a mistake that this browser’s clock had hidden', async () => {
    const page = await journeys.page()
    const nextYear = String(Number(around.today.slice(0, 4)) + 1)
    await page.clock.setFixedTime(`${Number(nextYear) + 1}-01-15T12:00:00Z`)
    const fields = { ...missedBins, 'happened-on-year': nextYear }
    await openForm(page)
    await walkTo(page, 'check', fields)
    const before = await everythingStored(journeys.portal)
    await sendButton(page, 'complaint').click()
    await arriveAt(page, 'when-and-where', fields)
    await expectMistakes(
      page,
      'when-and-where',
      [['happened-on', 'date-in-future', 'happened-on-year']],
      fields,
    )
    expect(await everythingStored(journeys.portal)).toBe(before)

    await fieldOf(page, 'happened-on-year').fill('2026')
    await goOn(page, 'check', fields)
    const reference = await sendIt(page, 'complaint')
    expect(await recorded(journeys.portal, reference)).toMatchObject({ happened_on: '2026-08-14' })
  })
})

type Mistake = readonly [question: string, code: string, field: string]

/** Holds a step to how it shows mistakes: title, list in focus, the same words at the field, links that lead there. */
async function expectMistakes(
  page: Page,
  step: string,
  mistakes: readonly Mistake[],
  fields: typeof missedBins = missedBins,
): Promise<void> {
  const summary = page.locator('.govuk-error-summary')
  await summary.waitFor()
  const words = mistakes.map(([question, code]) => {
    const { max } = askedOn(step, fields).find(({ id }) => id === question) ?? {}
    return errorOf(question, code, max)
  })
  expect(await hasFocus(summary)).toBe(true)
  expect(await page.title()).toBe(titledError(headingOf(step, fields)))
  expect(await summary.getByRole('heading').innerText()).toBe(t('form.errors.title'))
  expect(await summary.innerText()).toContain(t('form.errors.lead', { count: mistakes.length }))
  expect(await summary.getByRole('listitem').getByRole('link').allInnerTexts()).toEqual(words)
  expect(await page.locator('.govuk-error-message').count()).toBe(mistakes.length)
  const address = page.url()
  for (const [index, [question, , field]] of mistakes.entries()) {
    const { described, shown } = await page.locator(`#${question}-error`).evaluate((message, name) => {
      const input = document.getElementById(name)
      const by = [input, input?.closest('fieldset')].map((part) => part?.getAttribute('aria-describedby'))
      return { described: by.join(' ').split(' '), shown: message.textContent }
    }, field)
    expect(described).toContain(`${question}-error`)
    expect(shown).toContain(words[index])
    await summary.getByRole('listitem').getByRole('link').nth(index).click()
    expect(await hasFocus(page.locator(`#${field}`))).toBe(true)
    expect(page.url()).toBe(address)
  }
}

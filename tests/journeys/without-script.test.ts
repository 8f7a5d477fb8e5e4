import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { questionsAsked, questionsOf } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { textOf, textsOf, type Fields } from '../../src/form/question.ts'
import { patience, scriptless, useJourneys } from '../support/journey-browser.ts'
import {
  answerAll,
  changeOf,
  checkButton,
  checked,
  fieldOf,
  hasFocus,
  sendIt,
} from '../support/journey-form.ts'
import { brokenPath, coldFlat, idea, missedBins, nameless, thanks } from '../support/journey-people.ts'
import { everythingStored, recorded } from '../support/journey-record.ts'
import { around, askedOn, errorOf, t, titled, titledError } from '../support/journey-words.ts'

const journeys = useJourneys()

describe('without scripts', () => {
  it.each([
    ['a complaint', missedBins, { summary: missedBins['what-happened'], happened_on: '2026-08-14' }],
    ['a compliment', thanks, { kind: 'compliment', summary: thanks['what-went-well'] }],
    ['a comment', idea, { kind: 'comment', summary: idea['your-comment'] }],
    ['a complaint without a name', nameless, { reply_route: 'anonymous', name: null }],
    ['a complaint to be answered by phone', coldFlat, { phone: coldFlat['phone'] }],
    ['a complaint to be answered by letter', brokenPath, { postal_address: brokenPath['address'] }],
  ])('takes %s', async (_, fields, kept) => {
    const page = await onTheCheckPage(fields)
    expect(await page.title()).toBe(titled(t('form.check.title')))
    const reference = await sendIt(page, textOf(fields, 'kind'))
    expect(await recorded(journeys.portal, reference)).toMatchObject(kept)
  })

  it('asks only what applies, and shows the way to help where someone is at risk', async () => {
    for (const fields of [missedBins, coldFlat, thanks]) {
      const page = await plainPage()
      await answerAll(page, fields)
      const shown = await page
        .locator('form [name]:visible')
        .evaluateAll((inputs) => [...new Set(inputs.map((input) => input.getAttribute('name') ?? ''))])
      // How long ago it was is more than a style can tell: that one question is there to be passed over.
      const expected = complain.steps.flatMap((step) =>
        step.questions.filter(
          (question) =>
            questionsAsked(complain, fields, around).includes(question) ||
            (question.id === 'why-late' && fields['kind'] === 'complaint'),
        ),
      )
      expect(shown.filter((name) => name !== 'go' && name !== 'save')).toEqual(
        expected.flatMap(({ fields: names }) => names),
      )
      expect(await page.getByText(t('complain.steps.help-now.go-on')).isVisible()).toBe(
        fields['risk'] === 'yes',
      )
    }
  })

  it('keeps nothing before Send: no record, no letter, nothing said to the team', async () => {
    const before = await everythingStored(journeys.portal)
    const letters = (await journeys.portal.mails()).length
    const page = await plainPage()
    await checkButton(page).click()
    await answerAll(page, missedBins)
    await checkButton(page).click()
    await page.getByText(t('form.check.lead')).waitFor()
    await journeys.portal.runSchedule('send-mail')

    expect(await everythingStored(journeys.portal)).toBe(before)
    expect(await journeys.portal.mails()).toHaveLength(letters)
  })

  it('answers a page with mistakes by the same page: their list on top and in focus, all else kept', async () => {
    const page = await plainPage()
    const wrong = {
      ...missedBins,
      'what-happened': '',
      'happened-on-month': 'Augtember',
      email: 'zoe at home',
    }
    await answerAll(page, wrong)
    const [answered] = await Promise.all([
      page.waitForResponse('**/api/complaints'),
      checkButton(page).click(),
    ])

    expect(answered.status()).toBe(422)
    expect(await page.title()).toBe(titledError(t('complain.title')))
    const summary = page.locator('.govuk-error-summary')
    expect(await hasFocus(summary)).toBe(true)
    expect(await summary.getByRole('heading').innerText()).toBe(t('form.errors.title'))
    expect(await summary.evaluate((list) => list === document.querySelector('main')?.firstElementChild)).toBe(
      true,
    )
    const mistakes = [
      ['what-happened', 'required', 'what-happened'],
      ['happened-on', 'not-a-month', 'happened-on-month'],
      ['email', 'not-an-email', 'email'],
    ] as const
    const list = summary.getByRole('listitem').getByRole('link')
    expect(await list.allInnerTexts()).toEqual(mistakes.map(([question, code]) => errorOf(question, code)))
    expect(await page.locator('.govuk-error-message').count()).toBe(mistakes.length)
    for (const [question, code, field] of mistakes) {
      await list.filter({ hasText: errorOf(question, code) }).click()
      expect(await hasFocus(fieldOf(page, field))).toBe(true)
      expect(await page.locator(`#${question}-error`).innerText()).toContain(errorOf(question, code))
    }
    await expectAnswers(page, wrong)
  })

  it('goes on from the mended page to the page to check', async () => {
    const page = await plainPage()
    await answerAll(page, { ...missedBins, name: '' })
    await checkButton(page).click()
    await fieldOf(page, 'name').fill('Zoë')
    await checkButton(page).click()
    expect(await checked(page, 'name')).toEqual(['Zoë'])
  })

  it('goes back to the question to change, with every answer there', async () => {
    const page = await onTheCheckPage(missedBins)
    await changeOf(page, 'outcome').click()
    await landsAt(page, 'outcome', 'outcome')
    await expectAnswers(page, missedBins)
    expect(await page.title()).toBe(titled(t('complain.title')))
    expect(await page.locator('.govuk-error-summary').count()).toBe(0)

    await fieldOf(page, 'outcome').fill('Only say sorry.')
    await checkButton(page).click()
    expect(await checked(page, 'outcome')).toEqual(['Only say sorry.'])
  })

  it.each(['kind', 'what-happened', 'happened-on', 'email', 'adjustments'])(
    'lands at the question to change, its label in sight: %s',
    async (id) => {
      const page = await onTheCheckPage(missedBins)
      const question = questionsOf(complain).find((one) => one.id === id)
      await changeOf(page, id).click()
      await landsAt(page, id, question?.fields[0] ?? id)
    },
  )

  it('goes to the page to check when somebody presses Enter in a field', async () => {
    const page = await plainPage()
    await answerAll(page, missedBins)
    await fieldOf(page, 'name').press('Enter')
    await page.getByText(t('form.check.lead')).waitFor()

    const mended = await plainPage()
    await answerAll(mended, missedBins)
    await fieldOf(mended, 'name').fill('')
    await checkButton(mended).click()
    await fieldOf(mended, 'name').fill('Zoë')
    await fieldOf(mended, 'name').press('Enter')
    await mended.getByText(t('form.check.lead')).waitFor()
  })
})

/** The form in a browser that runs no script. */
async function plainPage(): Promise<Page> {
  const page = await journeys.page(scriptless)
  await page.goto('/complain/')
  return page
}

async function onTheCheckPage(fields: Fields): Promise<Page> {
  const page = await plainPage()
  await answerAll(page, fields)
  await checkButton(page).click()
  await page.getByRole('heading', { level: 1, name: t('form.check.title'), exact: true }).waitFor()
  return page
}

/** Holds every field on the page to the answer it was given, chosen or typed. */
async function expectAnswers(page: Page, fields: Fields): Promise<void> {
  for (const { id, kind, fields: names } of complain.steps.flatMap(({ id }) => askedOn(id, fields))) {
    if (kind === 'choice' || kind === 'choices') {
      const chosen = page.locator(`[name="${id}"]:checked`)
      expect(await chosen.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual(
        textsOf(fields, id),
      )
    } else {
      for (const name of names)
        expect(await fieldOf(page, name).inputValue(), name).toBe(textOf(fields, name))
    }
  }
}

/** Waits until the page shows a question whole, its label and its first field, with the focus on that field. */
async function landsAt(page: Page, question: string, field: string): Promise<void> {
  const inSight = () =>
    page.locator(`#${field}`).evaluate((input, label) => {
      const { bottom } = input.getBoundingClientRect()
      const heading = document.querySelector(`#q-${label} :is(legend, label)`)
      return {
        focus: document.activeElement?.id,
        label: (heading?.getBoundingClientRect().top ?? -1) >= 0,
        field: bottom <= innerHeight,
      }
    }, question)
  await expect
    .poll(inSight, { message: question, ...patience })
    .toEqual({ focus: field, label: true, field: true })
}

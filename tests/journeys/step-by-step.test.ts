import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { textOf, textsOf, type Fields, type Question } from '../../src/form/question.ts'
import { useJourneys } from '../support/journey-browser.ts'
import {
  answer,
  arriveAt,
  complainStepByStep,
  continueButton,
  goOn,
  hasFocus,
  openForm,
  optionOf,
  referenceOn,
  sendButton,
  walkTo,
} from '../support/journey-form.ts'
import { brokenPath, coldFlat, idea, missedBins, nameless, thanks } from '../support/journey-people.ts'
import { recorded } from '../support/journey-record.ts'
import { askedOn, headingOf, labelOf, stepsFor, t, titled } from '../support/journey-words.ts'

const journeys = useJourneys()

describe('step by step', () => {
  it('takes a complaint from the first step to a reference by the keyboard alone', async () => {
    const page = await journeys.page()
    await openForm(page)
    const way = [...stepsFor(missedBins), 'check']
    for (const [index, step] of way.slice(0, -1).entries()) {
      for (const question of askedOn(step, missedBins)) await typeAnswer(page, question, missedBins)
      await tabTo(page, () => hasFocus(continueButton(page)))
      await page.keyboard.press('Enter')
      await arriveAt(page, way[index + 1]!, missedBins)
    }
    await tabTo(page, () => hasFocus(sendButton(page, 'complaint')))
    await page.keyboard.press('Enter')
    const reference = await referenceOn(page)

    expect(await recorded(journeys.portal, reference)).toMatchObject({
      kind: 'complaint',
      service: 'bins',
      safeguarding_flag: 'no',
      summary: missedBins['what-happened'],
      happened_on: '2026-08-14',
      location: missedBins['where'],
      told_before: 'yes',
      told_before_details: missedBins['told-before-details'],
      desired_outcome: missedBins['outcome'],
      discrimination_flag: 'not-sure',
      discrimination_details: missedBins['discrimination-details'],
      reply_route: 'email',
      name: missedBins['name'],
      email: missedBins['email'],
      adjustments: ['large-print', 'interpreter'],
      interpreter_language: 'Polish',
      adjustments_details: missedBins['adjustments-details'],
    })
  })

  it.each([
    ['a compliment', thanks, { kind: 'compliment', summary: thanks['what-went-well'], procedure: null }],
    ['a comment', idea, { kind: 'comment', summary: idea['your-comment'], reply_route: 'anonymous' }],
    ['a complaint without a name', nameless, { reply_route: 'anonymous', name: null, email: null }],
    [
      'a complaint to be answered by phone',
      coldFlat,
      { reply_route: 'phone', phone: coldFlat['phone'], safe_times: coldFlat['safe-times'] },
    ],
    [
      'a complaint to be answered by letter',
      brokenPath,
      { reply_route: 'post', postal_address: brokenPath['address'], happened_on: '2026' },
    ],
  ])('takes %s', async (_, fields, kept) => {
    const reference = await complainStepByStep(await journeys.page(), fields)
    expect(await recorded(journeys.portal, reference)).toMatchObject(kept)
  })

  it('opens each step as a page of its own: its title, its heading in focus, from the top', async () => {
    const page = await journeys.page({ viewport: { width: 320, height: 480 } })
    await openForm(page)
    expect(await page.title()).toBe(titled(headingOf('kind', missedBins)))

    const way = [...stepsFor(missedBins), 'check']
    for (const [index, step] of way.slice(0, -1).entries()) {
      await answer(page, askedOn(step, missedBins), missedBins)
      const next = way[index + 1]!
      await goOn(page, next, missedBins)
      expect(await page.title()).toBe(titled(headingOf(next, missedBins)))
      expect(await hasFocus(page.locator('h1'))).toBe(true)
      expect(await page.evaluate(() => scrollY)).toBe(0)
    }
  })

  it('asks a step’s questions and no others', async () => {
    const page = await journeys.page()
    await openForm(page)
    for (const step of stepsFor(missedBins)) {
      await walkTo(page, step, missedBins, stepsFor(missedBins)[stepsFor(missedBins).indexOf(step) - 1])
      await answer(page, askedOn(step, missedBins), missedBins)
      const names = await page
        .locator('form [name]:visible')
        .evaluateAll((fields) => [...new Set(fields.map((field) => field.getAttribute('name')))])
      expect(names).toEqual(askedOn(step, missedBins).flatMap(({ fields }) => fields))
    }
  })

  it('asks nothing of the network from the first step to the page to check but the part that sends files', async () => {
    const page = await journeys.page()
    await openForm(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await walkTo(page, 'check', missedBins)
    expect(asked.filter((url) => !/\/_astro\/files-upload\.[\w-]+\.js$/.test(url))).toEqual([])
    expect(asked.length).toBeLessThanOrEqual(1)
  })

  it('says what a browser may help with, and never corrects a name', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'reply', missedBins)
    await optionOf(page, 'reply-route', 'email').check()
    const name = page.getByLabel(t('questions.name.label'))
    expect(await name.getAttribute('autocomplete')).toBe('name')
    expect(await name.getAttribute('spellcheck')).toBe('false')
    const email = page.getByLabel(t('questions.email.label'))
    expect(await email.getAttribute('autocomplete')).toBe('email')
    expect(await email.getAttribute('type')).toBe('email')
    await optionOf(page, 'reply-route', 'phone').check()
    const phone = page.getByLabel(t('questions.phone.label'))
    expect(await phone.getAttribute('autocomplete')).toBe('tel')
    expect(await phone.getAttribute('type')).toBe('tel')
    await optionOf(page, 'reply-route', 'post').check()
    const address = page.getByLabel(t('questions.address.label'))
    expect(await address.getAttribute('autocomplete')).toBe('street-address')
  })
})

describe('someone at risk', () => {
  it.each(['yes', 'not-sure'])('interrupts with how to get help now, then goes on (%s)', async (risk) => {
    const page = await journeys.page()
    const fields = { ...missedBins, risk }
    await openForm(page)
    await walkTo(page, 'help-now', fields)

    const { adults, children, outOfHoursPhone, readMessages } = council.safeguarding
    const said = await page.locator('main').innerText()
    for (const phone of ['999', adults.phone, children.phone, outOfHoursPhone]) expect(said).toContain(phone)
    expect(said).toContain(t('complain.steps.help-now.then', { when: readMessages['en'] ?? '' }))
    await goOn(page, 'for-whom', fields)
  })

  it('does not interrupt where nobody is at risk', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'story', missedBins)
    expect(stepsFor(missedBins)).not.toContain('help-now')
    expect(await page.locator('h1').innerText()).toBe(labelOf(askedOn('story', missedBins)[0]!))
  })
})

/** Answers one question by keys alone, starting from wherever the focus is. */
async function typeAnswer(page: Page, question: Question, fields: Fields): Promise<void> {
  const { id, kind } = question
  if (kind === 'choice') {
    await tabTo(page, () => page.locator(`[name="${id}"]:focus`).isVisible())
    const wanted = optionOf(page, id, textOf(fields, id))
    await page.keyboard.press('Space')
    for (let moves = 0; !(await wanted.isChecked()); moves += 1) {
      if (moves > 20) throw new Error(`The arrow keys do not reach ${textOf(fields, id)}.`)
      await page.keyboard.press('ArrowDown')
    }
  } else if (kind === 'choices') {
    for (const option of textsOf(fields, id)) {
      await tabTo(page, () => hasFocus(optionOf(page, id, option)))
      await page.keyboard.press('Space')
    }
  } else {
    for (const name of question.fields) {
      await tabTo(page, () => page.locator(`[name="${name}"]:focus`).isVisible())
      await page.keyboard.insertText(textOf(fields, name))
    }
  }
}

/** Presses Tab until the focus is where it is wanted; fails where the page never leads there. */
async function tabTo(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await there()) return
  }
  throw new Error('The Tab key does not lead there.')
}

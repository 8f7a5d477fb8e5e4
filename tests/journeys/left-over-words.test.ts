import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/form/question.ts'
import { scriptless, useJourneys } from '../support/journey-browser.ts'
import {
  answer,
  answerAll,
  arriveAt,
  changeOf,
  checkButton,
  goOn,
  openAt,
  optionOf,
  sendIt,
} from '../support/journey-form.ts'
import { missedBins } from '../support/journey-people.ts'
import { recorded } from '../support/journey-record.ts'
import { askedOn, t } from '../support/journey-words.ts'

const journeys = useJourneys()

/** Begun as a complaint, then turned into praise: what happened has nowhere to go. */
const praise = { ...missedBins, kind: 'compliment', 'what-went-well': 'Sam rang me back, and was kind.' }
const words = textOf(missedBins, 'what-happened')

async function changeOfMind(page: Page): Promise<void> {
  await openAt(page, 'check', missedBins)
  await changeOf(page, 'kind').click()
  await optionOf(page, 'kind', 'compliment').check()
  await goOn(page, 'story', praise)
  await answer(page, askedOn('story', praise), praise)
  await goOn(page, 'check', praise)
}

async function changeOfMindOnOnePage(page: Page): Promise<void> {
  await page.goto('/complain/')
  await answerAll(page, missedBins)
  await checkButton(page).click()
  await changeOf(page, 'kind').click()
  await answerAll(page, { kind: 'compliment', 'what-went-well': praise['what-went-well'] })
  await checkButton(page).click()
  await arriveAt(page, 'check', praise)
}

describe.each([
  ['with its script', {}, changeOfMind],
  ['without scripts', scriptless, changeOfMindOnOnePage],
] as const)('words that no question asks for any more, %s', (_, options, changeMind) => {
  it('are shown, and sent to the record and the team unless they are dropped', async () => {
    const page = await journeys.page(options)
    await changeMind(page)
    await page.getByRole('group', { name: t('form.check.left-over.title') }).waitFor()
    expect(await page.locator('main').innerText()).toContain(words)
    expect(await optionOf(page, 'keep', 'what-happened').isChecked()).toBe(true)

    const reference = await sendIt(page, 'compliment')
    const row = await recorded(journeys.portal, reference)
    expect(row).toMatchObject({ kind: 'compliment', summary: praise['what-went-well'] })
    expect(row['answers']).toMatchObject({ 'what-happened': words })
    expect(await letterToTeam(reference)).toContain(words.split('\n')[0])
  })

  it('are left out where somebody takes the tick away, and the others still go', async () => {
    const page = await journeys.page(options)
    await changeMind(page)
    await optionOf(page, 'keep', 'what-happened').uncheck()

    const reference = await sendIt(page, 'compliment')
    const row = await recorded(journeys.portal, reference)
    expect(JSON.stringify(row)).not.toContain(words.split('\n')[0])
    expect(row['answers']).toMatchObject({ outcome: missedBins['outcome'] })
    const letter = await letterToTeam(reference)
    expect(letter).not.toContain(words.split('\n')[0])
    expect(letter).toContain(missedBins['outcome'])
  })

  it('are not a name that somebody took back', async () => {
    const page = await journeys.page(options)
    const nobody = { ...missedBins, 'reply-route': 'anonymous' }
    if (changeMind === changeOfMind) await openAt(page, 'check', nobody)
    else {
      await page.goto('/complain/')
      await answerAll(page, missedBins)
      await optionOf(page, 'reply-route', 'anonymous').check()
      await checkButton(page).click()
      await arriveAt(page, 'check', nobody)
    }
    const shown = await page.locator('main').innerText()
    expect(shown).not.toContain(missedBins['name'])
    expect(shown).not.toContain(missedBins['email'])

    const reference = await sendIt(page, 'complaint')
    expect(JSON.stringify(await recorded(journeys.portal, reference))).not.toContain(missedBins['name'])
  })
})

async function letterToTeam(reference: string): Promise<string> {
  const subject = t('letters.new-submission.subject.compliment', {
    reference,
    service: t('letters.service'),
  }).split(':')[0]!
  const mail = await journeys.portal.waitForMail((one) => one.subject.startsWith(subject))
  return mail.text ?? ''
}

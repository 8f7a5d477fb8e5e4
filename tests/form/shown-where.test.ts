import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { questionsAsked, questionsOf, stepsShown, type Journey } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { choice } from '../../src/form/kinds/choice.ts'
import { shortText } from '../../src/form/kinds/text.ts'
import { stylesFor } from '../../src/form/outputs/shown-where.ts'
import type { Fields } from '../../src/form/question.ts'
import { launch } from '../support/chromium.ts'
import { around } from './journeys.ts'
import { everyWay } from './every-way.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launch()
})
beforeEach(async () => {
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
})
afterAll(() => browser.close())

/** What the page shows for each set of answers: the ids of its questions and steps. */
function shownFor(ways: readonly Fields[]): Promise<string[][]> {
  return page.evaluate((all) => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')]
    const parts = [...document.querySelectorAll('[id^="q-"], [id^="step-"]')]
    return all.map((fields) => {
      for (const input of inputs) input.checked = [fields[input.name] ?? ''].flat().includes(input.value)
      return parts.filter((part) => part.checkVisibility()).map(({ id }) => id)
    })
  }, ways)
}

/** What the journey says is to be shown, in the order of the page. */
function expectedFor(journey: Journey, fields: Fields): string[] {
  const asked = questionsAsked(journey, fields, around)
  const steps = stepsShown(journey, fields, around)
  return journey.steps.flatMap((step) => [
    ...(steps.includes(step) ? [`step-${step.id}`] : []),
    ...step.questions.filter((question) => asked.includes(question)).map(({ id }) => `q-${id}`),
  ])
}

/** Styles cannot tell how long ago a date is: they show what an old one would call for. */
const withOldDate = (fields: Fields): Fields => ({ ...fields, 'happened-on-year': '2001' })

async function compare(journey: Journey): Promise<void> {
  const ways = [...everyWay(journey)].filter((way) => !('happened-on-year' in way))
  const shown = await shownFor(ways)
  const differences = ways.flatMap((fields, place) => {
    const [is, should] = [shown[place]!.join(' '), expectedFor(journey, withOldDate(fields)).join(' ')]
    return is === should ? [] : [{ fields, is, should }]
  })
  expect(differences.slice(0, 3)).toEqual([])
  expect(new Set(shown.map(String)).size).toBeGreaterThan(3)
}

describe('the page of all steps, without scripts', () => {
  it('shows just the questions and steps that the answers lead to', async () => {
    await page.setContent(readFileSync('dist/complain/index.html', 'utf8'))
    expect(await page.locator('[id^="q-"]').count()).toBe(questionsOf(complain).length)
    await compare(complain)
  })

  it('follows conditions on questions that are themselves asked only sometimes', async () => {
    const options = ['a', 'b'] as const
    const first = choice({ id: 'first', options, record: 'complaint.kind' })
    const second = choice({
      id: 'second',
      options,
      record: 'complaint.service',
      when: { question: 'first', is: ['a'] },
    })
    const third = choice({
      id: 'third',
      options,
      record: 'complaint.told_before',
      when: { question: 'second', isNot: ['b'] },
    })
    const after = { record: 'complaint.location', max: 5 } as const
    const fourth = shortText({
      id: 'fourth',
      ...after,
      when: {
        all: [
          { question: 'second', is: ['a', 'b'] },
          { question: 'third', isNot: ['a'] },
        ],
      },
    })
    const fifth = shortText({ id: 'fifth', ...after, when: { question: 'third', is: ['b'] } })
    const journey: Journey = {
      id: 'chain',
      steps: [
        { id: 'one', questions: [first] },
        { id: 'two', questions: [second] },
        { id: 'pause', questions: [], interruptsWhen: { question: 'second', is: ['b'] } },
        { id: 'three', questions: [third, fifth] },
        { id: 'four', questions: [fourth, fifth].slice(0, 1) },
      ],
    }
    const asked = (id: string) =>
      options.map((option) => `<input type="radio" name="${id}" value="${option}">`).join('')
    const steps = journey.steps.map(
      ({ id, questions }) =>
        `<div id="step-${id}">.${questions.map((each) => `<p id="q-${each.id}">?${asked(each.id)}</p>`).join('')}</div>`,
    )
    await page.setContent(
      `<!doctype html><style>${stylesFor(journey)}</style><form class="whole">${steps.join('')}</form>`,
    )
    await compare(journey)
  })
})

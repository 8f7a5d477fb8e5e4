import { describe, expect, it } from 'vitest'
import { questionsAsked, questionsOf, type Journey } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { choice, choices } from '../../src/form/kinds/choice.ts'
import { shortText } from '../../src/form/kinds/text.ts'
import { onPaper, type PaperQuestion, type Rule } from '../../src/form/outputs/on-paper.ts'
import { textsOf, type Fields, type Surroundings } from '../../src/form/question.ts'
import { everyWay } from './every-way.ts'

const around: Surroundings = { services: ['bins', 'roads'], today: '2026-11-21', language: 'en' }

/** The questions that a person answers who does what the paper says, and nothing else. */
function followed(paper: readonly PaperQuestion[], fields: Fields): string[] {
  const answered: string[] = []
  let at = 1
  while (at <= paper.length) {
    const here = paper[at - 1]
    if (!here) break
    const ticked = ({ number }: Rule) => {
      const id = paper[number - 1]?.question.id ?? ''
      return answered.includes(id) ? textsOf(fields, id) : []
    }
    const mine = here.only.every((rule) => {
      const hit = ticked(rule).some((option) => rule.options.includes(option))
      return rule.is ? hit : !hit
    })
    if (mine) answered.push(here.question.id)
    const jump = mine ? textsOf(fields, here.question.id).map((option) => here.goTo[option])[0] : undefined
    const next = jump ?? (mine ? at + 1 : here.otherwise)
    at = next === 'end' ? paper.length + 1 : next
  }
  return answered
}

/** Ways in which every tick box that must be answered is. */
function* waysThrough(journey: Journey): Generator<Fields> {
  for (const way of everyWay(journey)) {
    const open = questionsAsked(journey, way, around).some(
      ({ id, kind, optional, options }) =>
        kind === 'choice' && !optional && options !== 'services' && way[id] === undefined,
    )
    if (!open) yield way
  }
}

/** Asked for a date that lies long ago: on paper its own words say whom it is for. */
const forOldDates = (journey: Journey) =>
  new Set(
    questionsOf(journey)
      .filter(({ when }) => JSON.stringify(when ?? null).includes('olderThanMonths'))
      .map(({ id }) => id),
  )

const radio = (id: string, when?: Parameters<typeof choice>[0]['when']) =>
  choice({ id, options: ['a', 'b', 'c'], record: 'complaint.kind', ...(when && { when }) })
const words = (id: string, when?: Parameters<typeof choice>[0]['when']) =>
  shortText({ id, max: 10, record: 'complaint.location', ...(when && { when }) })

/** Shapes that the form has not got yet, each to be followed without a wrong turn. */
const journeys: Record<string, Journey> = {
  complain,
  'a jump into a row of questions that others skip': {
    id: 'row',
    steps: [
      {
        id: 'one',
        questions: [
          radio('first'),
          radio('second', { question: 'first', isNot: ['c'] }),
          words('third', { question: 'second', is: ['a'] }),
          words('fourth', { question: 'first', is: ['a', 'b'] }),
          words('fifth', { question: 'first', is: ['a'] }),
          words('sixth', { question: 'first', is: ['a'] }),
        ],
      },
    ],
  },
  'two conditions at once': {
    id: 'two',
    steps: [
      {
        id: 'one',
        questions: [
          radio('first'),
          radio('second'),
          words('third', {
            all: [
              { question: 'first', is: ['a'] },
              { question: 'second', isNot: ['b'] },
            ],
          }),
          words('fourth', { question: 'second', is: ['b'] }),
          words('fifth'),
        ],
      },
    ],
  },
  'several ticks': {
    id: 'ticks',
    steps: [
      {
        id: 'one',
        questions: [
          radio('first'),
          choices({
            id: 'second',
            options: ['a', 'b'],
            record: 'person.adjustments',
            optional: true,
            when: { question: 'first', is: ['a'] },
          }),
          words('third', { question: 'second', is: ['b'] }),
          words('fourth', { question: 'second', is: ['b'] }),
        ],
      },
    ],
  },
}

describe.each(Object.entries(journeys))('on paper, %s', (_, journey) => {
  const paper = onPaper(journey, around)

  it('has every question, in order, once', () => {
    expect(paper.map(({ question }) => question)).toEqual(questionsOf(journey))
    expect(paper.map(({ number }) => number)).toEqual(paper.map((_, index) => index + 1))
  })

  it('leads whoever follows it to the questions that the form asks, and to no other', () => {
    const old = forOldDates(journey)
    let ways = 0
    for (const way of waysThrough(journey)) {
      const asked = questionsAsked(journey, way, around).map(({ id }) => id)
      const worded = (ids: string[]) => ids.filter((id) => !old.has(id))
      expect(worded(followed(paper, way)), JSON.stringify(way)).toEqual(worded(asked))
      ways += 1
    }
    expect(ways).toBeGreaterThan(2)
  })
})

it('says no more than it must: one note for a row of questions, none where the one before sends people on', () => {
  const paper = onPaper(complain, around)
  const noted = paper.filter(({ only }) => only.length).map(({ question, upTo }) => [question.id, upTo])
  expect(Object.fromEntries(noted)).toMatchInlineSnapshot(`
    {
      "address": 36,
      "ask-route": 17,
      "email": 33,
      "estate-kind": 7,
      "first-report": 26,
      "for-whom": 18,
      "happened-on": 22,
      "interpreter-language": 38,
      "organisation": 8,
      "own-reference": 9,
      "person-age": 12,
      "person-agrees": 17,
      "phone": 35,
      "risk": 18,
      "told-before": 29,
      "what-went-well": 19,
      "why-late": 22,
      "your-comment": 20,
    }
  `)
  const sent = paper.flatMap(({ question, goTo }) =>
    Object.entries(goTo).map(([option, place]) => `${question.id}: ${option} → ${place}`),
  )
  expect(sent).toMatchInlineSnapshot(`
    [
      "for-whom: myself → 18",
      "relationship: family-or-friend → 10",
      "relationship: parent → 10",
      "relationship: carer → 18",
      "relationship: advocate → 8",
      "relationship: estate → 7",
      "relationship: solicitor → 8",
      "relationship: mp → 9",
      "relationship: councillor → 9",
      "relationship: organisation → 8",
      "attorney-kind: health-and-welfare → 10",
      "attorney-kind: property-and-finance → 10",
      "attorney-kind: both → 10",
      "attorney-kind: deputy → 10",
      "estate-kind: executor → 10",
      "estate-kind: next-of-kin → 10",
      "person-agrees: yes → 15",
      "person-agrees: no → 15",
      "person-agrees: died → 18",
      "person-agrees: not-sure → 15",
      "ask-route: post → 17",
      "ask-route: through-me → 17",
      "ask-route: talk-first → 18",
      "told-before: no → 26",
      "told-before: not-sure → 27",
      "discrimination: no → 30",
      "reply-route: anonymous → end",
    ]
  `)
})

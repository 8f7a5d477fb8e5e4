import { describe, expect, it } from 'vitest'
import type { Council } from '../../src/council/council.ts'
import { parseFinder, parseRoutes } from '../../src/council/parse.ts'
import { inEnglish } from './in-english.ts'
import { changed, en, someRoutes, told } from './told.ts'

const council = inEnglish('council.json') as Council

const words = { say: [en('Do this.')], anyway: en('You can still complain.') }
const someFinder = {
  questions: [
    {
      id: 'start',
      ask: en('What is it about?'),
      hint: en('Choose one.'),
      answers: [
        { id: 'danger', text: en('Danger'), outcome: 'help' },
        { id: 'service', text: en('A service'), question: 'service' },
        { id: 'thanks', text: en('Thanks'), outcome: 'thanks' },
      ],
    },
    {
      id: 'service',
      ask: en('Which service is it?'),
      answers: [
        { id: 'fine', text: en('A fine'), outcome: 'fine' },
        { id: 'bins', text: en('Bins'), outcome: 'report' },
        { id: 'other', text: en('Another'), outcome: 'complain' },
        { id: 'no', text: en('You said no'), outcome: 'ombudsman' },
      ],
    },
  ],
  outcomes: [
    { id: 'help', kind: 'urgent', title: en('Get help'), ...words },
    { id: 'thanks', kind: 'feedback', title: en('Say thank you'), ...words },
    { id: 'fine', kind: 'route', title: en('Challenge it'), route: 'parking-fine' },
    { id: 'report', kind: 'report', title: en('Report it'), contacts: ['parking'], ...words },
    { id: 'complain', kind: 'complain', title: en('Complain'), procedure: 'corporate', ...words },
    { id: 'ombudsman', kind: 'ombudsman', title: en('Ask for more'), ombudsman: 'lgsco', ...words },
  ],
}
const goodRoutes = parseRoutes(someRoutes, council)

const finderTold = (...changes: [string, unknown][]) =>
  told(() => parseFinder(changed(someFinder, changes), goodRoutes, council))

describe('what finder.json is told', () => {
  it('is nothing where all is well', () => {
    expect(finderTold()).toBe('nothing')
  })

  it('names an answer that leads nowhere, to both, or to what is not there', () => {
    expect(finderTold(['questions.0.answers.2.question', 'service'])).toMatchInlineSnapshot(
      `"content/finder.json: questions[0].answers[2] leads to a question and to an outcome. Keep one of them."`,
    )
    expect(finderTold(['questions.0.answers.2.outcome', undefined])).toMatchInlineSnapshot(`
      "content/finder.json: questions[0].answers[2] leads nowhere. Give it a question or an outcome.
      content/finder.json: outcomes[1].id is "thanks", which no answer leads to. Lead one there, or take it out."
    `)
    expect(finderTold(['questions.0.answers.1.question', 'servic'])).toContain(
      'questions[0].answers[1].question is "servic", which is not one of questions. Write one of: start, service.',
    )
    expect(finderTold(['questions.0.answers.0.outcome', 'hlp'])).toContain(
      'questions[0].answers[0].outcome is "hlp", which is not one of outcomes. Write one of: help, thanks',
    )
  })

  it('names what no answer leads to', () => {
    const elsewhere = { id: 'service', text: en('A service'), outcome: 'help' }
    expect(finderTold(['questions.0.answers.1', elsewhere])).toMatchInlineSnapshot(`
      "content/finder.json: questions[1].id is "service", which no answer leads to. Lead one there, or take it out.
      content/finder.json: outcomes[2].id is "fine", which no answer leads to. Lead one there, or take it out.
      content/finder.json: outcomes[3].id is "report", which no answer leads to. Lead one there, or take it out.
      content/finder.json: outcomes[4].id is "complain", which no answer leads to. Lead one there, or take it out.
      content/finder.json: outcomes[5].id is "ombudsman", which no answer leads to. Lead one there, or take it out."
    `)
  })

  it('names a circle', () => {
    const round = { id: 'round', text: en('Round'), question: 'start' }
    expect(finderTold(['questions.1.answers.4', round])).toMatchInlineSnapshot(
      `"content/finder.json: questions[1].answers[4].question is "start", which was asked already on the way here (start, service). Lead to another."`,
    )
  })

  it('names a way that asks too much', () => {
    const long = {
      questions: ['one', 'two', 'three', 'four', 'five', 'six'].map((id, i, all) => ({
        id,
        ask: { en: `What is ${id}?` },
        answers: [
          { id: 'end', text: { en: 'The end' }, outcome: 'urgent-help' },
          {
            id: 'on',
            text: { en: 'Go on' },
            ...(all[i + 1] ? { question: all[i + 1] } : { outcome: 'urgent-help' }),
          },
        ],
      })),
      outcomes: [
        {
          id: 'urgent-help',
          kind: 'urgent',
          title: { en: 'Help' },
          say: [{ en: 'Call.' }],
          anyway: { en: 'Tell us.' },
        },
      ],
    }
    expect(told(() => parseFinder(long, goodRoutes, council))).toMatchInlineSnapshot(
      `"content/finder.json: questions[5] comes after 5 others (one, two, three, four, five), and 5 questions are the most that people should have to answer. Ask less on the way."`,
    )
    long.questions.pop()
    Object.assign(long.questions[4]?.answers[1] ?? {}, { question: undefined, outcome: 'urgent-help' })
    expect(told(() => parseFinder(JSON.parse(JSON.stringify(long)), goodRoutes, council))).toBe('nothing')
  })

  it('names an end that leaves no way to complain', () => {
    expect(finderTold(['outcomes.0.anyway', undefined])).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[0] has no way to complain to us. Add anyway, and say how people still can."`,
    )
  })

  it('names what the kind of an end needs, and what it has no use for', () => {
    expect(finderTold(['outcomes.4.procedure', undefined])).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[4] has no procedure, and the kind complain needs it. Add it."`,
    )
    expect(finderTold(['outcomes.0.route', 'job'])).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[0].route is not for the kind urgent. Take it out."`,
    )
    expect(finderTold(['outcomes.2.route', undefined])).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[2] has no route, and the kind route needs it. Add it."`,
    )
    expect(finderTold(['outcomes.2.route', 'parking'])).toContain(
      'outcomes[2].route is "parking", which is not a route in routes.json. Write one of: parking-fine, job.',
    )
    expect(finderTold(['outcomes.3.contacts.0', 'bins'])).toContain(
      'which is not one of the contacts in routes.json. Write one of: parking, tribunal.',
    )
    expect(finderTold(['outcomes.4.procedure', 'corporat'])).toContain(
      'which is not a procedure in council.json',
    )
    expect(finderTold(['outcomes.5.ombudsman', 'lgo'])).toContain('which is not an ombudsman in council.json')
  })

  it('names two pages with one heading', () => {
    expect(finderTold(['questions.1.ask.en', 'What is it about?'])).toMatchInlineSnapshot(
      `"content/finder.json: questions[1].ask.en is "What is it about?", which questions[0] has already. Give each page a heading of its own."`,
    )
  })

  it('names too many answers, too few, and one that comes twice', () => {
    const nine = Array.from({ length: 9 }, (_, i) => ({
      id: `answer-${i}`,
      text: { en: `Answer ${i}` },
      outcome: 'complain',
    }))
    expect(finderTold(['questions.1.answers', nine])).toContain(
      'questions[1].answers has more than 8 answers, which are too many to read. Split the question in two.',
    )
    expect(finderTold(['questions.1.answers', nine.slice(0, 1)])).toContain('has fewer than 2 answers')
    expect(finderTold(['questions.0.answers.1.id', 'danger'])).toMatchInlineSnapshot(
      `"content/finder.json: questions[0].answers[1].id is "danger", which answers[0] has already. Give this one another."`,
    )
  })

  it('names words that a published language lacks', () => {
    expect(finderTold(['questions.0.hint', { pl: 'Kosze' }])).toMatchInlineSnapshot(`
      "content/finder.json: questions[0].hint has no words in en, which is published. Add "en": "…".
      content/finder.json: questions[0].hint has words in "pl", which is not in languages. Write one of: en."
    `)
  })
})

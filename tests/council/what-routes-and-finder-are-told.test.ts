import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { ContentError, parseFinder, parseRoutes } from '../../src/council/parse.ts'

const shipped = (name: string): unknown => JSON.parse(readFileSync(`content/${name}`, 'utf8'))
const goodRoutes = parseRoutes(shipped('routes.json'), council)

function told(parse: () => unknown): string {
  try {
    parse()
    return 'nothing'
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.message
  }
}

/** What the council is told about a shipped file after some keys have been changed; undefined takes one out. */
function changed(name: string, changes: [string, unknown][]): unknown {
  const file = shipped(name)
  for (const [path, value] of changes) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const place = keys.reduce((here, key) => (here as Record<string, unknown>)[key], file)
    ;(place as Record<string, unknown>)[last] = value
  }
  return JSON.parse(JSON.stringify(file))
}

const routesTold = (...changes: [string, unknown][]) =>
  told(() => parseRoutes(changed('routes.json', changes), council))
const finderTold = (...changes: [string, unknown][]) =>
  told(() => parseFinder(changed('finder.json', changes), goodRoutes, council))

describe('what routes.json is told', () => {
  it('names what is missing, and what it is for', () => {
    expect(routesTold(['routes.1.anyway', undefined])).toMatchInlineSnapshot(
      `"content/routes.json: routes[1].anyway is missing (how the person can still complain to us, in whole sentences). Add it."`,
    )
    expect(routesTold(['routes.1.todo', []])).toMatchInlineSnapshot(
      `"content/routes.json: routes[1].todo is empty. Say where to go instead."`,
    )
    expect(routesTold(['routes.1.limit.source', undefined])).toMatchInlineSnapshot(
      `"content/routes.json: routes[1].limit.source is missing (where the facts were read; not shown to the public). Add it."`,
    )
    expect(routesTold(['contacts.0.phone', undefined], ['contacts.0.web', undefined])).toMatchInlineSnapshot(
      `"content/routes.json: contacts[0] has no phone, email or web. Write at least one of them."`,
    )
  })

  it('names what is badly written', () => {
    expect(routesTold(['routes.1.limit.checked', 'today'])).toMatchInlineSnapshot(
      `"content/routes.json: routes[1].limit.checked is "today", which is not a day. Write the year, month and day, such as 2026-12-08."`,
    )
    expect(routesTold(['routes.0.page', '/urgent-help/'])).toMatchInlineSnapshot(
      `"content/routes.json: routes[0].page is "/urgent-help/", which is not the address of a page here. Leave out the slashes at the ends, as in urgent-help."`,
    )
    expect(routesTold(['contacts.0.source', 'A page.'])).toMatchInlineSnapshot(
      `"content/routes.json: contacts[0].source is set, and checked is missing. Write both for another organisation, and neither for a team of yours."`,
    )
    expect(routesTold(['contacts.0.checked', '2026-11-21'])).toMatchInlineSnapshot(
      `"content/routes.json: contacts[0].checked is set, and source is missing. Write both for another organisation, and neither for a team of yours."`,
    )
  })

  it('names an id that is used twice, or points to nothing', () => {
    expect(routesTold(['routes.2.id', 'parking-fine'])).toMatchInlineSnapshot(
      `"content/routes.json: routes[2].id is "parking-fine", which routes[1] has already. Give this one another."`,
    )
    expect(routesTold(['contacts.1.id', 'report-it'])).toContain('is "report-it", which contacts[0] has')
    expect(routesTold(['routes.1.contacts.0', 'parkin'])).toContain(
      'is "parkin", which is not one of contacts.',
    )
    expect(routesTold(['routes.1.services.0', 'cars'])).toMatch(
      /^content\/routes\.json: routes\[1\]\.services\[0\] is "cars", which is not a service in council\.json\. Write one of: bins, /,
    )
    expect(routesTold(['routes.1.procedure', 'corporat'])).toContain(
      'routes[1].procedure is "corporat", which is not a procedure in council.json. Write one of: corporate',
    )
    expect(routesTold(['routes.1.ombudsman', 'lgo'])).toContain(
      'routes[1].ombudsman is "lgo", which is not an ombudsman in council.json. Write one of: lgsco',
    )
  })

  it('names words that a published language lacks', () => {
    expect(routesTold(['routes.1.limit.text', { pl: '14 dni' }])).toMatchInlineSnapshot(`
      "content/routes.json: routes[1].limit.text has no words in en, which is published. Add "en": "…".
      content/routes.json: routes[1].limit.text has words in "pl", which is not in languages. Write one of: en."
    `)
  })
})

describe('what finder.json is told', () => {
  it('names an answer that leads nowhere, to both, or to what is not there', () => {
    expect(finderTold(['questions.0.answers.1.question', 'servic'])).toMatch(
      /questions\[0\]\.answers\[1\]\.question is "servic", which is not one of questions\. Write one of: start, service/,
    )
    expect(finderTold(['questions.0.answers.0.outcome', 'urgent'])).toMatch(
      /questions\[0\]\.answers\[0\]\.outcome is "urgent", which is not one of outcomes\. Write one of: urgent-help/,
    )
    expect(finderTold(['questions.0.answers.0.question', 'service'])).toMatchInlineSnapshot(
      `"content/finder.json: questions[0].answers[0] leads to a question and to an outcome. Keep one of them."`,
    )
    expect(finderTold(['questions.0.answers.7.outcome', undefined])).toMatchInlineSnapshot(`
      "content/finder.json: questions[0].answers[7] leads nowhere. Give it a question or an outcome.
      content/finder.json: outcomes[9].id is "thanks-or-idea", which no answer leads to. Lead one there, or take it out."
    `)
  })

  it('names what no answer leads to', () => {
    expect(
      finderTold(['questions.0.answers.7', { id: 'thanks', text: { en: 'Thanks' }, outcome: 'complain' }]),
    ).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[9].id is "thanks-or-idea", which no answer leads to. Lead one there, or take it out."`,
    )
    expect(finderTold(['questions.0.answers.6', { id: 'again', text: { en: 'Again' }, outcome: 'complain' }]))
      .toMatchInlineSnapshot(`
        "content/finder.json: questions[16].id is "again", which no answer leads to. Lead one there, or take it out.
        content/finder.json: outcomes[6].id is "waiting", which no answer leads to. Lead one there, or take it out.
        content/finder.json: outcomes[7].id is "look-again", which no answer leads to. Lead one there, or take it out.
        content/finder.json: outcomes[8].id is "refused", which no answer leads to. Lead one there, or take it out.
        content/finder.json: outcomes[36].id is "already-answered", which no answer leads to. Lead one there, or take it out."
      `)
  })

  it('names a circle', () => {
    expect(finderTold(['questions.7.answers.0', { id: 'round', text: { en: 'Round' }, question: 'start' }]))
      .toMatchInlineSnapshot(`
        "content/finder.json: questions[7].answers[0].question is "start", which was asked already on the way here (start, decision). Lead to another.
        content/finder.json: outcomes[10].id is "parking-fine", which no answer leads to. Lead one there, or take it out."
      `)
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
    expect(finderTold(['outcomes.2.procedure', undefined])).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[2] has no procedure, and the kind complain needs it. Add it."`,
    )
    expect(finderTold(['outcomes.0.route', 'at-risk'])).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[0].route is not for the kind urgent. Take it out."`,
    )
    expect(finderTold(['outcomes.10.route', undefined])).toMatchInlineSnapshot(
      `"content/finder.json: outcomes[10] has no route, and the kind route needs it. Add it."`,
    )
    expect(finderTold(['outcomes.10.route', 'parking'])).toContain(
      'outcomes[10].route is "parking", which is not a route in routes.json. Write one of: at-risk, parking-fine',
    )
    expect(finderTold(['outcomes.1.contacts.0', 'report'])).toContain(
      'which is not one of the contacts in routes.json. Write one of: report-it',
    )
    expect(finderTold(['outcomes.2.procedure', 'corporat'])).toContain(
      'which is not a procedure in council.json',
    )
    expect(finderTold(['outcomes.8.ombudsman', 'lgo'])).toContain('which is not an ombudsman in council.json')
  })

  it('names two pages with one heading', () => {
    expect(finderTold(['questions.2.ask.en', 'Which service is it?'])).toMatchInlineSnapshot(
      `"content/finder.json: questions[2].ask.en is "Which service is it?", which questions[1] has already. Give each page a heading of its own."`,
    )
  })

  it('names too many answers, too few, and one that comes twice', () => {
    const nine = Array.from({ length: 9 }, (_, i) => ({
      id: `answer-${i}`,
      text: { en: `Answer ${i}` },
      outcome: 'complain',
    }))
    expect(finderTold(['questions.7.answers', nine])).toContain(
      'questions[7].answers has more than 8 answers, which are too many to read. Split the question in two.',
    )
    expect(finderTold(['questions.7.answers', nine.slice(0, 1)])).toContain('has fewer than 2 answers')
    expect(finderTold(['questions.0.answers.1.id', 'danger'])).toMatchInlineSnapshot(
      `"content/finder.json: questions[0].answers[1].id is "danger", which answers[0] has already. Give this one another."`,
    )
  })

  it('names words that a published language lacks', () => {
    expect(finderTold(['questions.0.answers.1.hint', { pl: 'Kosze' }])).toMatchInlineSnapshot(`
      "content/finder.json: questions[0].answers[1].hint has no words in en, which is published. Add "en": "…".
      content/finder.json: questions[0].answers[1].hint has words in "pl", which is not in languages. Write one of: en."
    `)
  })
})

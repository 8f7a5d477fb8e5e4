import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complain } from '../../src/form/journeys/complain.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { rowsToCheck } from '../../src/form/outputs/check-answers.ts'
import { databaseRecord } from '../../src/form/outputs/database-record.ts'
import { transcript } from '../../src/form/outputs/transcript.ts'
import { validate } from '../../src/form/validate.ts'
import { formVersion } from '../../src/form/version.ts'
import { around, journeys, wording, words } from './journeys.ts'

const fields = {
  kind: 'complaint',
  service: 'bins',
  'for-whom': 'myself',
  risk: 'not-sure',
  'what-happened': 'Line one.\n\nLine two {reference} <b>.',
  'happened-on-month': 'dec',
  'happened-on-year': '2017',
  'told-before': 'no',
  'first-report': 'complaint',
  discrimination: 'no',
  'reply-route': 'phone',
  name: 'Sam O’Neill',
  phone: '01632 960001',
  adjustments: ['bsl', 'large-print'],
}
const { answers } = validate(complain, fields, around)

/** The columns that the database takes, by group, as the newest migration that says so lists them. */
function columnsOfTheDatabase(): Record<string, Record<string, string>> {
  const folder = 'supabase/migrations'
  const sql = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('')
  return Object.fromEntries(
    ['complaint', 'person', 'representative', 'affected', 'authority'].map((group) => {
      const shapes = [...sql.matchAll(new RegExp(`'record\\.${group}', '({[^}]+})'`, 'g'))]
      return [group, JSON.parse(shapes.at(-1)![1]!) as Record<string, string>]
    }),
  )
}

describe('the record', () => {
  it('has a column of the right type for every question of every journey', () => {
    const columns = columnsOfTheDatabase()
    for (const question of journeys.flatMap(questionsOf)) {
      const [group, column] = question.record.split('.') as [string, string]
      // What opens a record, or decides how it is handled, is kept as what it comes to. What somebody agrees to has
      // a table and tests of its own, and so have files.
      if (['handling', 'key', 'stage', 'addition', 'review', 'consent', 'survey', 'sent'].includes(group))
        continue
      expect(columns[group]?.[column], question.record).toBe(question.kind === 'choices' ? 'array' : 'string')
    }
  })

  it('puts each answer in its place, as data', () => {
    expect(databaseRecord(answers)).toEqual({
      complaint: {
        kind: 'complaint',
        service: 'bins',
        made_for: 'myself',
        safeguarding_flag: 'not-sure',
        summary: 'Line one.\n\nLine two {reference} <b>.',
        happened_on: '2017-12',
        told_before: 'no',
        discrimination_flag: 'no',
      },
      handling: { first_report: 'complaint' },
      person: {
        reply_route: 'phone',
        name: 'Sam O’Neill',
        phone: '01632 960001',
        adjustments: ['large-print', 'bsl'],
      },
    })
  })
})

describe('the transcript', () => {
  it('is the questions as they were asked and the answers as a person reads them', () => {
    const lines = transcript(answers, wording).map(({ id, question, answer }) =>
      [id, question, ...answer].join(' | '),
    )
    expect(lines).toMatchInlineSnapshot(`
      [
        "kind | What would you like to tell us? | Something went wrong",
        "service | Which service is it about? | Bins and recycling",
        "risk | Is anyone at risk of harm now? | I am not sure",
        "for-whom | Who are you complaining for? | Myself",
        "what-happened | What happened? | Line one.

      Line two {reference} <b>.",
        "happened-on | When did it happen? | December 2017",
        "told-before | Have you told us about this before? | No, this is the first time",
        "first-report | As this is the first time, what would you like us to do? | Treat it as a complaint",
        "discrimination | Do you think you were treated unfairly because of who you are? | No",
        "reply-route | How should we reply to you? | By phone",
        "name | What is your name? | Sam O’Neill",
        "phone | What is your phone number? | 01632 960001",
        "adjustments | Would any of these make it easier to deal with us? | Large print | British Sign Language",
      ]
    `)
  })
})

describe('the page to check', () => {
  const rows = rowsToCheck(complain, fields, around, wording)

  it('has a line for each question asked, with nothing where nothing was said', () => {
    expect(rows.map(({ short, answer }) => [short, ...answer].join(' | '))).toMatchInlineSnapshot(`
      [
        "What you are telling us | Something went wrong",
        "Service | Bins and recycling",
        "Someone at risk of harm | I am not sure",
        "Who it is for | Myself",
        "What happened | Line one.

      Line two {reference} <b>.",
        "When it happened | December 2017",
        "Why we were not told sooner",
        "Where it happened",
        "Told us before | No, this is the first time",
        "What you would like us to do | Treat it as a complaint",
        "What would put things right",
        "Treated unfairly because of who you are | No",
        "Your files",
        "How we reply | By phone",
        "Your name | Sam O’Neill",
        "Phone number | 01632 960001",
        "When to ring",
        "What would make it easier | Large print | British Sign Language",
        "Anything else that helps",
      ]
    `)
  })

  it('leads from each line to the step that asks it', () => {
    for (const { question, step } of rows) {
      expect(complain.steps.find(({ id }) => id === step)?.questions).toContain(question)
    }
  })
})

describe('the version of a form', () => {
  const version = formVersion(complain, words)

  it('stays the same while the form does, and is short enough for the record', () => {
    expect(formVersion({ ...complain }, structuredClone(words))).toBe(version)
    expect(version).toMatch(/^complain-[0-9a-f]{16}$/)
  })

  it('changes with a question, a rule or a wording, and with nothing else', () => {
    const [first, ...rest] = complain.steps
    const without = { ...complain, steps: rest }
    const longer = {
      ...first!,
      questions: first!.questions.map((question) => ({ ...question, optional: true })),
    }
    const reworded = structuredClone(words) as {
      questions: { kind: { label: string } }
      site: { skip: string }
    }
    reworded.questions.kind.label = 'What is it?'
    const elsewhere = structuredClone(words) as typeof reworded
    elsewhere.site.skip = 'Skip'
    const versions = [
      version,
      formVersion(without, words),
      formVersion({ ...complain, steps: [longer, ...rest] }, words),
      formVersion(complain, reworded as never),
    ]
    expect(new Set(versions).size).toBe(4)
    expect(formVersion(complain, elsewhere as never)).toBe(version)
  })
})

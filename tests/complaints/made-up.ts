import { keys } from '../../src/adapters/keys.ts'
import { council, type Council, type Procedure, type Stage } from '../../src/council/council.ts'
import { kindOf } from '../../src/complaints/kind-of.ts'
import type { LetterFacts } from '../../src/complaints/letters/ports.ts'
import type { Sent } from '../../src/complaints/submit.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { transcript } from '../../src/form/outputs/transcript.ts'
import type { Fields } from '../../src/form/question.ts'
import { validate } from '../../src/form/validate.ts'
import { databaseRecord } from '../../src/form/outputs/database-record.ts'
import { around, wording } from '../form/journeys.ts'

/** What letters derive their codes and links from. */
export const madeUp = { keys: keys('a'.repeat(43)), site: 'https://complaints.northmere.example.org' }

const [corporate] = council.procedures as [Procedure]
const [stage1] = corporate.stages as [Stage]

/** The council's own procedure with other rules for its first stage. */
export const procedureWith = (
  acknowledgedBy: Procedure['acknowledgedBy'],
  stage: Partial<Pick<Stage, 'acknowledge' | 'respond' | 'extension'>> = {},
): Procedure => ({ ...corporate, acknowledgedBy, stages: [{ ...stage1, ...stage }] })

/** The council with one procedure in place of all. */
export const councilWith = (procedure: Procedure): Council => ({ ...council, procedures: [procedure] })

/** What a made-up person filled in; `change` alters it. */
export function filledIn(change: Fields = {}): Fields {
  return {
    kind: 'complaint',
    service: 'bins',
    risk: 'no',
    'for-whom': 'myself',
    'what-happened': 'My bin was not emptied.\n\nIt was full of fish.',
    'what-went-well': 'The crew came back for my bin.',
    'your-comment': 'Smaller bins, please.',
    'told-before': 'no',
    'first-report': 'complaint',
    outcome: 'Empty it, and say sorry.',
    discrimination: 'no',
    'reply-route': 'email',
    name: 'Łukasz O’Neill',
    email: 'lukasz@example.org',
    phone: '01632 960001',
    address: '1 Quay Street\nNorthmere',
    ...change,
  }
}

/** What the form made of it, ready to become a submission. Throws where there was something to mend. */
export function sent(change: Fields = {}, rest: Partial<Sent> = {}): Sent {
  const { answers, errors } = validate(complain, filledIn(change), around)
  if (errors.length) throw new Error(JSON.stringify(errors))
  return {
    submissionId: '3f1c6d0e-2f50-4a52-9d8f-0a7c5c1b2a3d',
    formVersion: 'complain-0123456789abcdef',
    answers,
    kept: [],
    wording,
    receivedAt: new Date('2026-12-18T10:00:00Z'),
    random: (below) => Math.floor(Math.random() * below),
    newId: () => crypto.randomUUID(),
    keys: madeUp.keys,
    ...rest,
  }
}

/** The facts that a letter is written from, as the database gives them back for such a submission. */
export function lettersFacts(change: Fields = {}, stage: LetterFacts['stage'] = null): LetterFacts {
  const { answers } = sent(change)
  const record = databaseRecord(answers)
  const { complaint, person } = record
  const kind = kindOf(record)
  const text = (value: unknown) => (value as string | undefined) ?? null
  return {
    reference: '7KM-2RX-9TC',
    kind,
    service: complaint['service'] as string,
    procedure: kind === 'complaint' ? corporate.id : null,
    received_on: '2026-12-18',
    summary: complaint['summary'] as string,
    desired_outcome: text(complaint['desired_outcome']),
    safeguarding_flag: text(complaint['safeguarding_flag']),
    discrimination_flag: text(complaint['discrimination_flag']),
    transcript: transcript(answers, wording),
    keys:
      kind !== 'compliment'
        ? [{ id: '0b5c6c1e-9d0f-4f6e-8f2a-4d1d8a6f0c11', purpose: 'follow', role: 'complainant' }]
        : [],
    stage,
    acting: null,
    person: {
      role: 'complainant',
      name: text(person['name']),
      email: text(person['email']),
      reply_route: person['reply_route'] as string,
      adjustments: (person['adjustments'] as string[] | undefined) ?? [],
      adjustments_details: text(person['adjustments_details']),
      interpreter_language: text(person['interpreter_language']),
    },
  }
}

import { randomUUID } from 'node:crypto'
import { keys } from '../../src/adapters/keys.ts'
import { issueKey } from '../../src/complaints/issue-key.ts'
import type { Given } from '../../src/complaints/by-code.ts'
import type { Addition } from '../../src/complaints/follow/ports.ts'
import type { KeyPurpose, Role } from '../../src/complaints/ports.ts'
import type { Database } from '../support/databases.ts'
import { aReference, aSubmission, submit, type Submission } from './a-submission.ts'

export const theirKeys = keys('a'.repeat(43))

/** A complaint that somebody can follow, with what opens it. */
export interface FollowedComplaint {
  readonly id: string
  readonly reference: string
  readonly submission: Submission
  readonly byLink: Given
  readonly byCode: Given & { readonly reference: string }
}

/** Keeps a complaint by a made-up person with a key for `purpose`; `change` alters it first. */
export async function aFollowedComplaint(
  db: Database,
  change: (submission: Submission) => void = () => {},
  purpose: KeyPurpose = 'follow',
  role: Role = 'complainant',
): Promise<FollowedComplaint> {
  const key = issueKey({ newId: randomUUID, keys: theirKeys }, purpose, role)
  const submission = aSubmission(change)
  const { reference } = await submit(db, { ...submission, keys: [key] })
  const [row] = await db.query<{ id: string }>('select id from heard.complaints where reference = $1', [
    reference,
  ])
  return {
    id: row!.id,
    reference,
    submission,
    byLink: { link_proof: key.link_proof },
    byCode: { reference, code_proof: key.code_proof },
  }
}

/** What opens nothing: a code, as good as any, with a reference that may or may not exist. */
export const aWrongCode = (reference: string = aReference()): Given => ({
  reference,
  code_proof: theirKeys.proof(randomUUID()),
})

/** Calls one function of the API as the site does. */
export async function call<Answer>(db: Database, name: string, ...args: unknown[]): Promise<Answer> {
  const places = args.map((arg, place) => `$${place + 1}${typeof arg === 'object' ? '::jsonb' : ''}`)
  const values = args.map((arg) => (typeof arg === 'object' ? JSON.stringify(arg) : arg))
  const [row] = await db.as<{ answer: Answer }>(
    'portal',
    `select api.${name}(${places.join(', ')}) as answer`,
    values,
  )
  return row!.answer
}

/** Something more to say, with a key or without. */
export const anAddition = (given: Given | null, change: Partial<Addition> = {}): Addition => ({
  submission_id: randomUUID(),
  given,
  kind: 'more',
  reference: given ? null : '7KM-2RX-9TC',
  sender_name: given ? null : 'Łukasz O’Neill',
  sender_email: given ? null : 'lukasz@example.org',
  person: null,
  language: 'en',
  form_version: 'add-0123456789abcdef',
  received_at: '2026-11-23T09:30:00.000Z',
  answers: { 'addition-kind': 'more', 'addition-text': 'It happened again.' },
  transcript: [
    { id: 'addition-text', question: 'What would you like to tell us?', answer: ['It happened again.'] },
  ],
  files: [],
  ...change,
})

/** The letters that wait, as [template, recipient], in no order. */
export const lettersOf = async (db: Database, where: string, id: string): Promise<string[]> =>
  (
    await db.query<{ letter: string }>(
      `select template || ' to ' || recipient as letter from heard.outgoing_messages where ${where} = $1
       and template not in ('acknowledgement', 'new-submission') order by 1`,
      [id],
    )
  ).map(({ letter }) => letter)

/** Gives a stage its reply. */
export const reply = (db: Database, complaint: string, on = '2026-12-01', number = 1) =>
  db.query('update heard.stages set responded_on = $2 where complaint_id = $1 and number = $3', [
    complaint,
    on,
    number,
  ])

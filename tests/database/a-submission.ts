import { randomInt, randomUUID } from 'node:crypto'
import { newReference } from '../../src/complaints/reference.ts'
import type { Database } from '../support/databases.ts'

type Json = Record<string, unknown>

/** What submit_complaint is given: as the site sends it, with any part changed. */
export interface Submission extends Json {
  submission_id: string
  references: string[]
  record: { complaint: Json; person: Json }
  stage: Json | null
  answers: Json
  transcript: Json[]
  messages: Json[]
}

/** What submit_complaint answers. */
export interface Receipt {
  reference: string
  received_at: string
  created: boolean
  same_answers: boolean
  stage_id: string | null
  acknowledge_by: string | null
  respond_by: string | null
}

/** A reference that no other test uses. */
export const aReference = (): string => newReference((below) => randomInt(below))

/** A whole and good complaint by a made-up person; `change` alters it before it is sent. */
export function aSubmission(change: (submission: Submission) => void = () => {}): Submission {
  const submission: Submission = {
    submission_id: randomUUID(),
    references: [aReference()],
    form_version: '2026-11',
    language: 'en',
    channel: 'web',
    received_at: '2026-11-20T09:30:00.000Z',
    record: {
      complaint: {
        kind: 'complaint',
        service: 'bins',
        procedure: 'corporate',
        summary: 'Our bin was not emptied three weeks running.',
        happened_on: '2026-11',
        location: 'Quay Street',
        desired_outcome: 'Please empty it, and tell us why.',
        told_before: 'yes',
        told_before_details: 'I rang on Monday.',
        discrimination_flag: 'no',
        safeguarding_flag: 'no',
      },
      person: {
        name: 'Łukasz O’Neill',
        email: 'lukasz@example.org',
        phone: '',
        reply_route: 'email',
        adjustments: ['large-print'],
        adjustments_details: 'Eighteen point, please.',
      },
    },
    stage: {
      id: 'stage-1',
      acknowledge_by: '2026-11-27',
      acknowledged_on: '2026-11-20',
      respond_by: '2026-12-04',
    },
    answers: { kind: 'complaint', service: 'bins', adjustments: ['large-print'] },
    transcript: [{ question: 'What happened?', answer: 'Our bin was not emptied three weeks running.' }],
    messages: [
      { template: 'acknowledgement', recipient: 'complainant' },
      { template: 'new-submission', recipient: 'complaints-team' },
    ],
  }
  change(submission)
  return submission
}

/** A compliment: it has no procedure, and so no stage. */
export const aCompliment = (): Submission =>
  aSubmission((submission) => {
    submission.record.complaint = { kind: 'compliment', service: 'parks', summary: 'The roses are lovely.' }
    submission.stage = null
  })

/** Sends a submission as the site does: as `portal`, in one call. */
export async function submit(db: Database, submission: Json): Promise<Receipt> {
  const rows = await db.as<{ receipt: Receipt }>(
    'portal',
    'select api.submit_complaint($1::jsonb) as receipt',
    [JSON.stringify(submission)],
  )
  return rows[0]!.receipt
}

/** How many rows each table holds for a submission, reached through its complaint. */
export async function rowsOf(db: Database, submissionId: string): Promise<Record<string, number>> {
  const [counts] = await db.query<Record<string, number>>(
    `with kept as (select id from heard.complaints where submission_id = $1)
     select
       (select count(*)::int from kept) as complaints,
       (select count(*)::int from heard.people where complaint_id in (select id from kept)) as people,
       (select count(*)::int from heard.stages where complaint_id in (select id from kept)) as stages,
       (select count(*)::int from heard.outgoing_messages where complaint_id in (select id from kept)) as messages,
       (select count(*)::int from heard.audit_events where complaint_id in (select id from kept)) as events`,
    [submissionId],
  )
  return counts!
}

/** How many rows each table of the record holds. */
export async function sizeOfRecord(db: Database): Promise<Record<string, number>> {
  const [counts] = await db.query<Record<string, number>>(
    `select
       (select count(*)::int from heard.complaints) as complaints,
       (select count(*)::int from heard.people) as people,
       (select count(*)::int from heard.stages) as stages,
       (select count(*)::int from heard.outgoing_messages) as messages,
       (select count(*)::int from heard.audit_events) as events`,
  )
  return counts!
}

/** What PostgreSQL says where it refuses. */
export interface Refusal {
  code: string
  message: string
  detail: string
}

/** The error that a call ends with; fails where it ends well. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const outcome = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (outcome === null) throw new Error('It was taken, and should have been refused.')
  const { code, message, detail } = outcome as Refusal
  return { code, message, detail }
}

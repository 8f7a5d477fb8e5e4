import { createHash, randomUUID } from 'node:crypto'
import type { Database } from '../support/databases.ts'
import { aSubmission, submit, type Submission } from './a-submission.ts'

/** A letter as a sender is given it. */
export interface Letter {
  id: string
  template: string
  recipient: string
  language: string
  attempts: number
  complaint: Record<string, unknown>
  stage: Record<string, unknown> | null
  person: Record<string, unknown> | null
}

export async function claim(
  db: Database,
  most: number,
  leaseSeconds: number,
  of: string | null = null,
): Promise<Letter[]> {
  const rows = await db.as<{ letter: Letter }>('mailer', 'select api.claim_messages($1, $2, $3) as letter', [
    most,
    leaseSeconds,
    of,
  ])
  return rows.map(({ letter }) => letter)
}

/** What is said of a letter that is about to be posted. */
export interface Begun {
  message: string
  attempt: number
  body_hash: string
  address: string | null
}

/** SHA-256 as the sender gives it. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Says that these letters are about to be posted, in these words; gives the ids of what may go. */
export async function begin(
  db: Database,
  letters: readonly Pick<Letter, 'id' | 'attempts'>[],
  words = 'the same words',
  address: string | null = null,
): Promise<string[]> {
  const begun: Begun[] = letters.map(({ id, attempts }) => ({
    message: id,
    attempt: attempts,
    body_hash: hashOf(words),
    address,
  }))
  return beginAll(db, begun)
}

export async function beginAll(db: Database, begun: unknown): Promise<string[]> {
  const [row] = await db.as<{ ids: string[] }>(
    'mailer',
    'select api.record_messages_begun($1::jsonb) as ids',
    [JSON.stringify(begun)],
  )
  return row!.ids
}

export const sent = (db: Database, id: string, provider = 'mail-1') =>
  db.as('mailer', 'select api.record_message_sent($1, $2)', [id, provider])

export const failed = (db: Database, id: string, reason: string, outcome: string, wait = 60) =>
  db.as('mailer', 'select api.record_message_failed($1, $2, $3, $4)', [id, reason, outcome, wait])

/** A submission that was kept; its messages wait. */
export async function aSent(db: Database, change?: (submission: Submission) => void): Promise<Submission> {
  const submission = aSubmission(change)
  await submit(db, submission)
  return submission
}

/** The same with one letter alone, to the person. */
export const oneLetter = (db: Database): Promise<Submission> =>
  aSent(db, (it) => (it.messages = [it.messages[0]!]))

/**
 * Lets time pass for all that waits. The outbox goes by the database's clock and by nothing else, so that its times
 * moved back are the clock moved on.
 */
export async function letTimePass(db: Database, interval: string): Promise<void> {
  await db.query(
    `update heard.outgoing_messages set created_at = created_at - $1::interval,
       not_before = not_before - $1::interval, last_attempt_at = last_attempt_at - $1::interval,
       first_attempt_at = first_attempt_at - $1::interval, begun_at = begun_at - $1::interval,
       unknown_since = unknown_since - $1::interval, leased_until = leased_until - $1::interval
     where sent_at is null`,
    [interval],
  )
  await db.query('update heard.written_to set written_at = written_at - $1::interval', [interval])
  await db.query('update heard.mail_events set seen_at = seen_at - $1::interval', [interval])
}

/** The tasks about a submission's letters, oldest first. */
export async function tasksOf(db: Database, { submission_id }: Submission) {
  return db.query<{ kind: string; settled: boolean; message_id: string }>(
    `select kind, settled_at is not null as settled, message_id from heard.team_tasks
     where complaint_id = (select id from heard.complaints where submission_id = $1) order by made_at, kind`,
    [submission_id],
  )
}

/** What the mail provider says of a letter. */
export async function told(
  db: Database,
  kind: string,
  message: string,
  { id = randomUUID() as string, at = null as string | null } = {},
): Promise<boolean> {
  const event = { id, kind, message, provider_id: 'mail-9', at }
  const [row] = await db.as<{ done: boolean }>('mailer', 'select api.record_mail_event($1::jsonb) as done', [
    JSON.stringify(event),
  ])
  return row!.done
}

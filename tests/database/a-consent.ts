import { randomUUID } from 'node:crypto'
import { keys as keysOf } from '../../src/adapters/keys.ts'
import type { Database } from '../support/databases.ts'
import { aSubmission, submit } from './a-submission.ts'

type Row = Record<string, unknown>

export const keys = keysOf('a'.repeat(43))

/** The person who is asked, as far as a test changes them. */
interface Asked {
  email?: string | null
  postal_address?: string | null
  /** How many calendar days ago they were asked. */
  daysAgo?: number
  representative?: string
  representativeEmail?: string | null
}

/** A consent that was asked for, and what a test needs to answer it. */
export interface AConsent {
  readonly id: string
  readonly complaint: string
  readonly reference: string
  readonly key: string
  readonly affected: string
  readonly representative: string
  readonly link_proof: string
  readonly code_proof: string
}

/** Asks Idris, by email unless told otherwise, whether Amara may complain for him. */
export async function askedConsent(db: Database, change: Asked = {}): Promise<AConsent> {
  const { email = 'idris@example.org', postal_address = null, daysAgo = 0 } = change
  const { representative: acting = 'Amara Obi', representativeEmail = 'amara@example.org' } = change
  const { reference } = await submit(db, aSubmission())
  const [{ id: complaint }] = (await db.query<{ id: string }>(
    'select id from heard.complaints where reference = $1',
    [reference],
  )) as [{ id: string }]
  // The letters of the submission itself are none of these rules' business.
  await db.query('delete from heard.outgoing_messages where complaint_id = $1', [complaint])
  const representative = await aPerson(db, complaint, 'representative', acting, representativeEmail)
  const affected = await aPerson(db, complaint, 'affected', 'Idris Kemble', email, postal_address)
  const asked = await ask(db, { complaint, reference, affected, representative })
  if (daysAgo) await letDaysPass(db, asked.id, daysAgo)
  return asked
}

async function aPerson(
  db: Database,
  complaint: string,
  role: string,
  name: string,
  email: string | null,
  postal: string | null = null,
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into heard.people (complaint_id, role, name, email, postal_address, language)
     values ($1, $2, $3, $4, $5, 'en') returning id`,
    [complaint, role, name, email, postal],
  )
  return row!.id
}

async function ask(
  db: Database,
  of: Pick<AConsent, 'complaint' | 'reference' | 'affected' | 'representative'>,
): Promise<AConsent> {
  const key = randomUUID()
  const proofs = { link_proof: keys.proof(keys.link(key)), code_proof: keys.proof(keys.code(key)) }
  await db.query(
    `insert into heard.access_keys (id, complaint_id, person_id, purpose, code_proof, link_proof)
     values ($1, $2, $3, 'consent', $4, $5)`,
    [key, of.complaint, of.affected, proofs.code_proof, proofs.link_proof],
  )
  const asking = {
    how: 'ask',
    key,
    expire_days: 28,
    affected: of.affected,
    representative: of.representative,
  }
  const [row] = await db.query<{ id: string }>('select heard.ask_consent($1, $2::jsonb) as id', [
    of.complaint,
    JSON.stringify(asking),
  ])
  return { ...of, id: row!.id, key, ...proofs }
}

/** Moves the asking so many days into the past, with all that counts from it. */
export const letDaysPass = (db: Database, consent: string, days: number): Promise<Row[]> =>
  db.query(
    `with moved as (
       update heard.consents set asked_at = asked_at - make_interval(days => $2),
         expires_at = expires_at - make_interval(days => $2)
       where id = $1 returning key_id, expires_at
     )
     update heard.access_keys k set expires_at = moved.expires_at from moved where k.id = moved.key_id`,
    [consent, days],
  )

/** What the API gives for a call about a consent. */
export interface Seen {
  state: string
  taken?: boolean
  answer: string | null
  answered_at: string | null
  may_act: boolean
  may_receive: boolean
  may_see: boolean
  [more: string]: unknown
}

const call = async (db: Database, name: string, given: Row, role: string | null): Promise<Seen | null> => {
  const statement = `select api.${name}($1::jsonb) as seen`
  const params = [JSON.stringify(given)]
  const rows = role
    ? await db.as<{ seen: Seen | null }>(role, statement, params)
    : await db.query<{ seen: Seen | null }>(statement, params)
  return rows[0]!.seen
}

export const open = (db: Database, given: Row) => call(db, 'open_consent', given, 'portal')
export const recordConsent = (db: Database, given: Row) => call(db, 'record_consent', given, null)
export const confirmConsent = (db: Database, given: Row) => call(db, 'confirm_consent', given, null)

/** Answers by the link, as the site does. */
export const answer = (db: Database, to: AConsent, given: Row = {}) =>
  call(
    db,
    'answer_consent',
    {
      link_proof: to.link_proof,
      by: 'link',
      answer_id: randomUUID(),
      answer: 'yes',
      ...((given['answer'] ?? 'yes') === 'yes' && { may: ['act', 'receive'], typed_name: 'Idris Kemble' }),
      shown_version: 'consent-0123456789abcdef',
      shown_language: 'en',
      ...given,
    },
    'portal',
  )

export const withdraw = (db: Database, to: AConsent, given: Row = {}) =>
  call(db, 'withdraw_consent', { link_proof: to.link_proof, by: 'link', ...given }, 'portal')

export async function remind(db: Database, most = 500, days = [7, 21]) {
  const rows = await db.as<{ done: { reminded: number; expired: number } }>(
    'mailer',
    'select api.remind_consents($1, $2) as done',
    [most, days],
  )
  return rows[0]!.done
}

export const stateOf = async (db: Database, { id }: AConsent): Promise<string> =>
  (
    await db.query<{ state: string }>(
      'select heard.consent_state(s) as state from heard.consents s where s.id = $1',
      [id],
    )
  )[0]!.state

/** The letters about a consent that have not gone, as "template to recipient", in order of their names. */
export const lettersOf = async (db: Database, { id }: AConsent): Promise<string[]> =>
  (
    await db.query<{ letter: string }>(
      `select template || ' to ' || recipient as letter from heard.outgoing_messages
       where consent_id = $1 and sent_at is null and failed_at is null order by 1`,
      [id],
    )
  ).map(({ letter }) => letter)

/** As if every letter so far had gone. */
export const letLettersGo = (db: Database): Promise<Row[]> =>
  db.query('update heard.outgoing_messages set sent_at = now() where sent_at is null and failed_at is null')

export const eventsOf = async (db: Database, { complaint }: AConsent): Promise<string[]> =>
  (
    await db.query<{ event: string }>(
      `select event || ' by ' || actor as event from heard.audit_events
       where complaint_id = $1 and event like 'consent-%' order by id`,
      [complaint],
    )
  ).map(({ event }) => event)

/** All that a consent may let its representative do at this moment. */
export const shared = async (db: Database, { representative }: AConsent): Promise<string[]> =>
  (
    await db.query<{ what: string }>(
      `select what from unnest(array['act', 'receive', 'see']) as what where heard.may_share($1, what)`,
      [representative],
    )
  ).map(({ what }) => what)

/** What a letter to somebody is written from. */
export const factsFor = async (db: Database, { id }: AConsent, recipient: string) =>
  (
    await db.query<{ facts: Record<string, unknown> }>(
      `select heard.consent_in_letter(m) as facts from heard.outgoing_messages m
       where m.consent_id = $1 and m.recipient = $2`,
      [id, recipient],
    )
  )[0]!.facts

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keys } from '../../src/adapters/keys.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import { post, referenceAfter, sent } from '../http/post.ts'
import type { Portal } from './portal.ts'

/** A question that waits for its answer in a running portal. */
export interface Question {
  readonly id: string
  readonly reference: string
  readonly code: string
  /** The address in the email, from the site's root. */
  readonly link: string
  /** The address of the letter to print. */
  readonly letter: string
  readonly email: string | null
}

interface Asked {
  /** Null for somebody who is asked by a letter that the representative passes on. */
  readonly email?: string | null
  readonly representative?: string
  readonly representativeEmail?: string
}

export const representative = 'Amara Obi-Lindqvist'

/** Asks Idris, about whom Amara has written, whether she may complain for him. A message to him is queued. */
export async function askedIn(portal: Portal, asked: Asked = {}): Promise<Question> {
  const mark = randomUUID().slice(0, 8)
  const { email = `idris.${mark}@example.org`, representative: name = representative } = asked
  const { representativeEmail = `amara.${mark}@example.org` } = asked
  const reference = await referenceAfter(portal.url, await post(portal.url, sent()))
  const { heardSecret } = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
  const made = keys(heardSecret)
  const key = randomUUID()
  const complaint = `(select id from heard.complaints where reference = '${reference}')`
  const person = (role: string, called: string, address: string | null) => `
    insert into heard.people (complaint_id, role, name, email, language)
    values (${complaint}, '${role}', ${text(called)}, ${text(address)}, 'en')`
  await portal.sql(person('representative', name, representativeEmail))
  await portal.sql(person('affected', 'Idris Kemble', email))
  await portal.sql(`
    insert into heard.access_keys (id, complaint_id, purpose, code_proof, link_proof)
    values ('${key}', ${complaint}, 'consent', '${made.proof(made.code(key))}', '${made.proof(made.link(key))}')`)
  const [row] = await portal.sql<{ id: string }>(
    `select heard.ask_consent(${complaint}, '{"how": "ask", "key": "${key}", "expire_days": 28}') as id`,
  )
  return {
    id: row!.id,
    reference,
    code: made.code(key),
    link: `/consent/open/?k=${made.link(key)}`,
    letter: `/consent/letter/?k=${made.link(key)}`,
    email,
  }
}

const text = (words: string | null): string => (words === null ? 'null' : `'${words.replaceAll("'", "''")}'`)

/** What the record holds of a consent, with its state. */
export async function consentIn(portal: Portal, { id }: Question): Promise<Record<string, unknown>> {
  const [row] = await portal.sql<Record<string, unknown>>(
    `select s.*, heard.consent_state(s) as state from heard.consents s where s.id = '${id}'`,
  )
  return row!
}

/** Moves the asking so many days into the past. */
export const letDaysPass = (portal: Portal, { id }: Question, days: number): Promise<unknown> =>
  portal.sql(`
    update heard.consents set asked_at = asked_at - interval '${days} days', expires_at = expires_at - interval '${days} days'
    where id = '${id}'`)

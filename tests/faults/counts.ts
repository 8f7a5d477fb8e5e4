import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { ask } from '../http/post.ts'
import type { Portal } from '../support/portal.ts'
import type { Person } from './people.ts'

/** What became of everything that people sent. */
export interface Counts {
  /** Complaints whose sender was told that they are in. */
  accepted: number
  /** Complaints in the record, of those who pressed Send. */
  stored: number
  /** Letters that the record owes them and the team. */
  due: number
  /** Letters that the mail provider took. */
  sent: number
  /** Letters that it took more than once. */
  twice: number
  /** Letters that never went, or of which nobody knows, and which the team was told of by a task. */
  tasks: number
  /** Complaints that were accepted and are not in the record; letters due that never went, and of which nobody was told. */
  lost: number
}

interface Due {
  id: string
  submission: string
  task: boolean
}

/** Counts in the record and in the mailbox itself. A letter is known there by its key, which is the message's id. */
export async function count(portal: Portal, everyone: readonly Person[]): Promise<Counts> {
  const theirs = new Set(everyone.map(({ submission }) => submission))
  const complaints = (
    await portal.sql<{ submission: string }>('select submission_id as submission from heard.complaints')
  ).filter(({ submission }) => theirs.has(submission))
  const letters = (
    await portal.sql<Due>(
      `select m.id, c.submission_id as submission,
         exists (select from heard.team_tasks t where t.message_id = m.id and t.settled_at is null) as task
       from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id`,
    )
  ).filter(({ submission }) => theirs.has(submission))
  const due = new Set(letters.map(({ id }) => id))
  const taken = mailsIn(portal.data).filter(({ key }) => key !== undefined && due.has(key))
  const arrived = new Set(taken.map(({ key }) => key))
  // Told apart by what a reader sees as well: a second letter under another key is a second letter.
  const seen = new Set(taken.map(({ mail }) => `${mail.to.join()} ${mail.subject}`))
  const untold = letters.filter(({ id, task }) => !arrived.has(id) && !task)
  const stored = new Set(complaints.map(({ submission }) => submission))
  const accepted = everyone.filter((person) => person.accepted !== null)
  return {
    accepted: accepted.length,
    stored: complaints.length,
    due: due.size,
    sent: arrived.size,
    twice: taken.length - Math.min(arrived.size, seen.size),
    tasks: letters.filter(({ task }) => task).length,
    lost: accepted.filter(({ submission }) => !stored.has(submission)).length + untold.length,
  }
}

/** Adds a line to the table of `npm run test:faults`, and holds it to what must never be. */
export function report(fault: string, on: string, counts: Counts): void {
  const file = process.env['FAULTS_TABLE']
  if (file) appendFileSync(file, `${JSON.stringify({ fault, on, ...counts })}\n`)
  expect(counts).toMatchObject({ twice: 0, lost: 0 })
  expect(counts.stored).toBe(counts.accepted)
}

/** The reference that the page after sending says, while its address still opens it. */
export async function referenceOf(person: Person, { url }: Portal): Promise<string> {
  const page = await ask(url + person.accepted)
  const [, reference] = /class="reference"[^>]*>([^<]+)</.exec(page.text) ?? []
  if (!reference) throw new Error(`No reference: ${page.status}.`)
  return reference
}

/** What the mailbox took, each with the key that it came with. */
function mailsIn(data: string): { key?: string; mail: { to: string[]; subject: string } }[] {
  const file = join(data, 'mail.jsonl')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { key?: string; mail: { to: string[]; subject: string } })
}

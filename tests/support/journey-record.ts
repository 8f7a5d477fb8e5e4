import { expect } from 'vitest'
import type { Portal } from './portal.ts'

/** What the record holds of one complaint and its person, in the database's own names. */
export type Recorded = Readonly<Record<string, unknown>>

/** The complaint with this reference, with its person's columns, as the owner of the tables sees it. */
export async function recorded(portal: Portal, reference: string): Promise<Recorded> {
  const [row] = await portal.sql<Recorded>(`
    select p.*, c.* from heard.complaints c join heard.people p on p.complaint_id = c.id
    where c.reference = '${reference}'`)
  if (!row) throw new Error(`Nothing is recorded as ${reference}.`)
  return row
}

/** The references of all complaints that came in these words. */
export async function referencesOf(portal: Portal, summary: string): Promise<string[]> {
  const words = summary.replaceAll("'", "''")
  const rows = await portal.sql<{ reference: string }>(
    `select reference from heard.complaints where summary = '${words}'`,
  )
  return rows.map(({ reference }) => reference)
}

/**
 * How many rows anything has left behind: complaints, people, letters to send, events. Counted once every letter
 * has gone: they leave after the answer, and each leaves an event.
 */
export async function everythingStored(portal: Portal): Promise<number> {
  const unsent = 'select count(*)::int as letters from heard.outgoing_messages where sent_at is null'
  const left = async () => {
    const letters = await portal.sql(unsent)
    // What is sent quicker than any person sends it has a mark, and its letters wait for the schedule's minute.
    if (JSON.stringify(letters) !== '[{"letters":0}]') await portal.runSchedule('send-mail')
    return letters
  }
  await expect.poll(left, { timeout: 30_000, interval: 500 }).toEqual([{ letters: 0 }])
  const tables = ['complaints', 'people', 'stages', 'outgoing_messages', 'audit_events']
  const counts = tables.map((table) => `(select count(*) from heard.${table})`)
  const [row] = await portal.sql<{ rows: number }>(`select (${counts.join(' + ')})::int as rows`)
  return row?.rows ?? 0
}

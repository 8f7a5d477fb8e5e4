import type { Portal } from '../support/portal.ts'
import type { Breakable } from './engines.ts'

const minute = 60_000

/**
 * Lets time pass without waiting for it.
 *
 * The embedded database lives in the portal's process and shares its clock, which is put forward. A PostgreSQL has
 * the machine's, so there everything that the outbox remembers is put back by as much instead.
 */
export async function letPass(broken: Breakable, minutes: number): Promise<void> {
  if (broken.engine === 'PGlite') {
    await broken.moveClock(broken.clock() + minutes * minute)
    return
  }
  await broken.portal().sql(`do $$ declare moved text; begin
    select string_agg(format('%1$I = %1$I - interval ''${minutes} minutes''', column_name), ', ') into moved
    from information_schema.columns
    where table_schema = 'heard' and table_name = 'outgoing_messages' and data_type like 'timestamp%';
    execute 'update heard.outgoing_messages set ' || moved;
  end $$`)
}

/** Brings in what was sealed, and runs the sender by its schedule, an hour and a half apart, until nothing is left. */
export async function untilAllIsSent(broken: Breakable): Promise<void> {
  const brought = await broken.portal().runSchedule('bring-in')
  if (!brought.ok) throw new Error(`What was sealed was not brought in: ${brought.status}.`)
  for (let hour = 0; hour < 16; hour += 1) {
    if ((await waiting(broken.portal())) === 0) return
    await letPass(broken, 90)
    // One run sends so many; a night's letters take several, as they would minute after minute.
    for (let left = Infinity, run = 0; run < 200; run += 1) {
      const answer = await broken.portal().runSchedule('send-mail')
      if (!answer.ok) throw new Error(`The sender answered ${answer.status}.`)
      const now = await waiting(broken.portal())
      if (now === 0 || now === left) break
      left = now
    }
  }
}

async function waiting(portal: Portal): Promise<number> {
  const [row] = await portal.sql<{ count: number }>(
    'select count(*)::int from heard.outgoing_messages where sent_at is null and failed_at is null',
  )
  return row?.count ?? 0
}

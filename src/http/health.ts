import type { Portal } from '../complaints/ports.ts'
import { json, methodNotAllowed } from './answer.ts'
import { logFailure } from './log-failure.ts'

/** A letter that mail refuses is tried again after 1, 2, 4 and 8 minutes: whatever passes by itself is over by then. */
const mailIsDownAfter = 15 * 60

/**
 * Answers `/api/health` for a monitor: whether the record answers, letters leave and nothing waits sealed. 200 where all
 * is well and 503 where it is not; null for what could not be asked. Nothing in it is about anybody.
 */
export async function health(
  { method }: Request,
  { record, waitingRoom }: Pick<Portal, 'record' | 'waitingRoom'>,
): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed('GET, HEAD')
  const [oldest, sealed] = await Promise.all([
    orNull(record.oldestWaiting()),
    orNull(waitingRoom.list().then(({ length }) => length)),
  ])
  const database = oldest !== null
  const mail = database && oldest < mailIsDownAfter
  const ok = database && mail && sealed === 0
  return json({ ok, database, mail, oldest_waiting_seconds: oldest, sealed_waiting: sealed }, ok ? 200 : 503)
}

async function orNull(asked: Promise<number>): Promise<number | null> {
  try {
    return await asked
  } catch (fault) {
    logFailure(fault)
    return null
  }
}

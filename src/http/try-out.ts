import { raiseAlarm, type Alarm } from '../complaints/alarm.ts'
import { madeUpComplaint, tryOutField, type Visitor } from '../complaints/try-out.ts'
import type { Portal } from '../complaints/ports.ts'
import { editionFor } from './edition.ts'
import { keptId } from './kept-id.ts'
import { logFailure } from './log-failure.ts'
import { complainPlace } from './receive-complaint.ts'

/** A try-out failed: the alarm's name, and nothing else. */
class TryOutFailed extends Error {
  constructor(about: Alarm) {
    super(`The test complaint failed: ${about}.`)
    this.name = 'TryOutFailed'
  }
}

/**
 * How long the letter may take from the start, in milliseconds. Netlify ends a scheduled function after 30 seconds: two
 * visits of 6 and a look of 8 come before, or this; an alarm of 8 after it.
 */
const longest = 14_000

/** Between two looks at the record. */
const betweenLooks = 500

/**
 * Sends the site a complaint as a person would, sees that it is in the record and that its letter left, and deletes it.
 * Where anything of that fails, the team is told. Never throws.
 */
export async function tryOut(portal: Portal, visitor: Visitor): Promise<void> {
  const { tryOutTo } = portal.watch
  if (!tryOutTo) return
  try {
    const failed = await outcome(portal, visitor, tryOutTo)
    if (failed) {
      logFailure(new TryOutFailed(failed))
      await raiseAlarm(failed, portal)
    }
  } catch (fault) {
    logFailure(fault)
  }
  await portal.record.endTryOuts().catch(logFailure)
}

/** What failed; null where all went well. */
async function outcome(portal: Portal, visitor: Visitor, to: string): Promise<Alarm | null> {
  const until = portal.now().getTime() + longest
  const submission = portal.randomId()
  const { around } = editionFor(undefined, portal)
  try {
    const next = await visitor.send(complainPlace.action, {
      ...(madeUpComplaint(portal.council, around, to) as Record<string, string>),
      language: around.language,
      submission,
      go: 'send',
      [tryOutField]: await portal.seal.close({}, tryOutField, 300),
    })
    await visitor.open(next)
  } catch (fault) {
    logFailure(fault)
    return 'try-out-not-taken'
  }
  for (;;) {
    const { kept, letter_sent: sent } = await portal.record
      .tryOut(keptId(submission))
      .catch((fault: unknown) => (logFailure(fault), { kept: false, letter_sent: false }))
    if (!kept) return 'try-out-not-kept'
    if (sent) return null
    if (portal.now().getTime() + betweenLooks > until) return 'try-out-not-sent'
    await new Promise((resolve) => setTimeout(resolve, betweenLooks))
  }
}

import { raiseAlarm } from '../complaints/alarm.ts'
import { bringIn } from '../complaints/bring-in.ts'
import type { Portal } from '../complaints/ports.ts'
import { logFailure } from './log-failure.ts'

/** For one run, in milliseconds: Netlify ends a scheduled function after 30 seconds, and one call may take eight. */
const longest = 15_000

/** Something waits that nobody can bring in: an alarm (OPERATIONS.md). Its message holds counts alone. */
class WaitingRoomStuck extends Error {
  constructor(unreadable: number, refused: number) {
    super(`Sealed submissions cannot be brought in: ${unreadable} open with no key, ${refused} were refused.`)
    this.name = 'WaitingRoomStuck'
  }
}

/** A run of functions/bring-in.ts. Never throws: what could not be done is logged, and tried again by the next run. */
export async function bringInWaiting(portal: Portal): Promise<void> {
  try {
    const deadline = new Date(portal.now().getTime() + longest)
    const { unreadable, refused } = await bringIn({ ...portal, onFault: logFailure }, deadline)
    if (unreadable + refused > 0) {
      logFailure(new WaitingRoomStuck(unreadable, refused))
      await raiseAlarm('sealed-stuck', portal)
    }
  } catch (fault) {
    logFailure(fault)
  }
}

import type { Procedure, Stage } from './council.ts'
import { addDays, addWorkingDays } from './working-days.ts'
import type { Day } from './working-days.ts'

/** What has happened so far in a stage. All are days in London. */
export interface Happened {
  /** The day the complaint came, whatever the hour. */
  received: Day
  /** The day this stage was acknowledged, if it has been. */
  acknowledged?: Day | null | undefined
  /** The day this stage was asked for: needed where a clock of the stage runs from the request. */
  requested?: Day | undefined
}

/** The days that a stage promises. Each is the last day, and null where none can be given. */
export interface Deadlines {
  /** The acknowledgement, or null where no time is fixed. */
  acknowledgeBy: Day | null
  /** The reply, or null until the acknowledgement that starts its clock, or where no time is fixed. */
  respondBy: Day | null
  /** The reply if the acknowledgement takes as long as it may; the same as respondBy once that is known. */
  respondByLatest: Day | null
  /** The reply if it is extended as far as it may be, or null where it may not be. */
  extendedTo: Day | null
}

/**
 * The days by which a stage is to be acknowledged and answered (the Ombudsman's Code 6.2 to 6.5; DOMAIN 2.4 and 8.1).
 *
 * A reply counted from the acknowledgement comes forward with an early one. A late one does not put it off: the
 * latest day promised at the start still holds, since the delay is the council's. Throws where a clock runs from
 * the request and `requested` is not given.
 */
export function deadlines(stage: Stage, happened: Happened): Deadlines {
  const { acknowledge, respond, extension } = stage
  const acknowledgeBy = acknowledge && after(startOf(acknowledge.from, happened), acknowledge)
  const acknowledged = earlier(happened.acknowledged, acknowledgeBy)

  const replyFrom = (start: Day | null) => respond && start && after(start, respond)
  const fixedStart = respond && respond.from !== 'acknowledgement' ? startOf(respond.from, happened) : null
  const respondBy = replyFrom(fixedStart ?? acknowledged)
  const respondByLatest = respondBy ?? replyFrom(acknowledgeBy)
  const extendedTo =
    extension && respondByLatest && after(respondByLatest, { within: extension.upTo, unit: extension.unit })
  return { acknowledgeBy, respondBy, respondByLatest, extendedTo: extendedTo ?? null }
}

/**
 * The days to promise on the day a complaint comes. Where the system acknowledges, its email is the
 * acknowledgement, so the reply's own day is known; where the team does, only the latest.
 */
export function deadlinesOnReceipt(procedure: Procedure, received: Day): Deadlines {
  const [first] = procedure.stages
  if (!first) throw new Error(`${procedure.id} has no stages.`)
  return deadlines(first, { received, acknowledged: procedure.acknowledgedBy === 'system' ? received : null })
}

/** The last day to ask for a stage, given the day of the reply before it, or null where there is no limit. */
export const askBy = (stage: Stage, replied: Day): Day | null =>
  stage.askWithin ? after(replied, stage.askWithin) : null

interface Clock {
  within: number
  unit: 'working-days' | 'calendar-days'
}

const after = (start: Day, { within, unit }: Clock): Day =>
  unit === 'working-days' ? addWorkingDays(start, within) : addDays(start, within)

function startOf(from: 'receipt' | 'request', { received, requested }: Happened): Day {
  if (from === 'receipt') return received
  if (requested === undefined)
    throw new Error('This stage counts from the day it was asked for: give requested.')
  return requested
}

/** The day acknowledged, brought back to the last day allowed if it was late; null if it has not happened. */
function earlier(acknowledged: Day | null | undefined, latest: Day | null): Day | null {
  if (!acknowledged) return null
  return latest !== null && latest < acknowledged ? latest : acknowledged
}

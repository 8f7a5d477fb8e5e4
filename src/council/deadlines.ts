import { firstStageOf, type Procedure, type Stage } from './council.ts'
import { addDays, addMonths, addWorkingDays, dayBefore } from './working-days.ts'
import type { Day } from './working-days.ts'

/** What has happened so far in a stage. All are days in London. */
export interface Happened {
  /** The day the complaint came, whatever the hour. */
  received: Day
  /** The day this stage was acknowledged, if it has been. */
  acknowledged?: Day | null | undefined
  /** The day this stage was asked for: needed where a clock of the stage runs from the request. */
  requested?: Day | undefined
  /** The days its steps were taken, by their ids: those that have been. */
  steps?: Readonly<Record<string, Day>> | undefined
}

/** The days that a stage promises. Each is the last day, and null where none can be given. */
export interface Deadlines {
  /** The acknowledgement, or null where no time is fixed. */
  acknowledgeBy: Day | null
  /** The reply, or null until what starts its clock has happened, or where no time is fixed. */
  respondBy: Day | null
  /** The reply if all that comes before takes as long as it may; the same as respondBy once that is known. */
  respondByLatest: Day | null
  /** The reply if it is extended as far as it may be, or null where it may not be. */
  extendedTo: Day | null
}

/**
 * The days by which a stage is to be acknowledged and answered (the Ombudsman's Code 6.2 to 6.5; DOMAIN 2.4 and 8.1).
 *
 * A reply counted from the acknowledgement comes forward with an early one. A late one does not put it off: the
 * latest day promised at the start still holds, since the delay is the council's. So it is with steps. Throws where
 * a clock runs from the request and `requested` is not given.
 */
export function deadlines(stage: Stage, happened: Happened): Deadlines {
  const { acknowledge, respond, extension } = stage
  const acknowledgeBy = acknowledge && lastDay(startOf(acknowledge.from, happened), acknowledge)
  const acknowledged = earlier(happened.acknowledged, acknowledgeBy)

  const replyFrom = (start: Day | null) => respond && start && lastDay(start, respond)
  const [started, startedLatest] = replyStarts(stage, happened, acknowledged, acknowledgeBy)
  const respondBy = replyFrom(started)
  const respondByLatest = respondBy ?? replyFrom(startedLatest)
  const extendedTo =
    extension && respondByLatest && lastDay(respondByLatest, { within: extension.upTo, unit: extension.unit })
  return { acknowledgeBy, respondBy, respondByLatest, extendedTo: extendedTo ?? null }
}

/** A step's last day: null where it has no time of its own. */
export interface StepDay {
  id: string
  by: Day | null
}

/** The last day of each step of a stage, in order, if those before take as long as they may. Throws as `deadlines` does. */
export function stepDays({ steps = [] }: Stage, happened: Happened): StepDay[] {
  const days: StepDay[] = []
  for (const { id, clock } of steps) {
    const before = days.at(-1)
    const start =
      clock &&
      (clock.from === 'step-before'
        ? before && (earlier(happened.steps?.[before.id], before.by) ?? before.by)
        : startOf(clock.from, happened))
    days.push({ id, by: clock && start ? lastDay(start, clock) : null })
  }
  return days
}

/**
 * The days to promise on the day a complaint comes. Where the system acknowledges, its email is the
 * acknowledgement, so the reply's own day is known; where the team does, only the latest.
 */
export function deadlinesOnReceipt(procedure: Procedure, received: Day): Deadlines {
  return deadlines(firstStageOf(procedure), {
    received,
    acknowledged: procedure.acknowledgedBy === 'system' ? received : null,
  })
}

/** The last day to ask for a stage, given the day of the reply before it, or null where there is no limit. */
export const askBy = (stage: Stage, replied: Day): Day | null =>
  stage.askWithin ? lastDay(replied, stage.askWithin) : null

/** The last day that all the stages together may take, or null where the rules set none. */
export const totalBy = ({ total }: Procedure, received: Day): Day | null =>
  total ? lastDay(received, total) : null

/** A number of days, or of months, that starts on some day. */
export interface Count {
  readonly within: number
  readonly unit: 'working-days' | 'calendar-days' | 'months'
  /** True where the starting day is day 1; otherwise it is day 0. */
  readonly includesFirstDay?: true | undefined
}

/** The last day of a count. Throws a RangeError for what is not a day. */
export function lastDay(start: Day, { within, unit, includesFirstDay }: Count): Day {
  if (unit === 'months') {
    const same = addMonths(start, within)
    // A month that has no such day ends on its last day either way.
    return includesFirstDay && same.slice(8) === start.slice(8) ? dayBefore(same) : same
  }
  const zero = includesFirstDay ? dayBefore(start) : start
  return unit === 'working-days' ? addWorkingDays(zero, within) : addDays(zero, within)
}

/** The day that starts the reply's clock, where it is known, and the latest it can be. */
function replyStarts(
  stage: Stage,
  happened: Happened,
  acknowledged: Day | null,
  acknowledgeBy: Day | null,
): [Day | null, Day | null] {
  const { respond, steps = [] } = stage
  if (!respond) return [null, null]
  if (respond.from === 'acknowledgement') return [acknowledged, acknowledgeBy]
  if (respond.from === 'last-step') {
    const by = stepDays(stage, happened).at(-1)?.by ?? null
    return [earlier(happened.steps?.[steps.at(-1)?.id ?? ''], by), by]
  }
  return [startOf(respond.from, happened), null]
}

function startOf(from: 'receipt' | 'request', { received, requested }: Happened): Day {
  if (from === 'receipt') return received
  if (requested === undefined)
    throw new Error('This stage counts from the day it was asked for: give requested.')
  return requested
}

/** The day something happened, brought back to the last day allowed if it was late; null if it has not happened. */
function earlier(happened: Day | null | undefined, latest: Day | null): Day | null {
  if (!happened) return null
  return latest !== null && latest < happened ? latest : happened
}

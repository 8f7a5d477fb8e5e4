import { firstStageOf, type Procedure, type Stage } from './council.ts'
import { askBy, deadlines, stepDays, totalBy, type Count } from './deadlines.ts'
import type { Day } from './working-days.ts'

/** A day by which something happens, and how it was counted: from day 0, or from day 1 where the count says so. */
export interface Moment {
  /** `reply-at-once`: the reply where the automatic email acknowledged the complaint on the day it came. */
  readonly what: 'ask' | 'acknowledge' | 'step' | 'reply' | 'reply-at-once' | 'longer' | 'total'
  /** The step's id, for a step. */
  readonly step?: string
  readonly start: Day
  readonly count: Count
  readonly by: Day
}

/** The days of one stage, in the order they come. */
export interface StageTimes {
  readonly stage: Stage
  /** The day it begins: received, or asked for on the last day there is. Null where that hangs on a reply without a day. */
  readonly begins: Day | null
  readonly moments: readonly Moment[]
}

/**
 * Every day that a procedure promises for a complaint received on a day, if everything takes as long as it may:
 * each reply comes on its last day, not extended, and each further stage is asked for on the last day for that (on
 * the day of the reply, where there is no limit). Counted by deadlines.ts, which has the rules.
 */
export function timetable(procedure: Procedure, received: Day): StageTimes[] {
  const times: StageTimes[] = []
  let replied: Day | null = null
  for (const [i, stage] of procedure.stages.entries()) {
    const asked = i > 0 && !procedure.stages[i - 1]?.informal
    const begins: Day | null = asked ? replied && (askBy(stage, replied) ?? replied) : received
    const happened: Started = { received, requested: begins ?? received }
    const moments = begins
      ? [...asking(stage, asked ? replied : null), ...within(procedure, stage, happened)]
      : []
    times.push({ stage, begins, moments })
    if (!stage.informal) replied = begins && deadlines(stage, happened).respondByLatest
  }
  return times
}

interface Started {
  readonly received: Day
  readonly requested: Day
}

/** The last day of all, where the rules set one. */
export function totalMoment(procedure: Procedure, received: Day): Moment | null {
  const by = totalBy(procedure, received)
  return by && procedure.total ? { what: 'total', start: received, count: procedure.total, by } : null
}

function asking(stage: Stage, replied: Day | null): Moment[] {
  const by = replied && askBy(stage, replied)
  return replied && by && stage.askWithin ? [{ what: 'ask', start: replied, count: stage.askWithin, by }] : []
}

function within(procedure: Procedure, stage: Stage, happened: { received: Day; requested: Day }): Moment[] {
  const { acknowledge, respond, extension, steps = [] } = stage
  const start = { receipt: happened.received, request: happened.requested }
  const { acknowledgeBy, respondByLatest, extendedTo } = deadlines(stage, happened)
  const days = stepDays(stage, happened)
  const moments: Moment[] = []

  if (acknowledge && acknowledgeBy)
    moments.push({
      what: 'acknowledge',
      start: start[acknowledge.from],
      count: acknowledge,
      by: acknowledgeBy,
    })

  for (const [i, { id, clock }] of steps.entries()) {
    const by = days[i]?.by
    const from = clock?.from === 'step-before' ? days[i - 1]?.by : clock && start[clock.from]
    if (clock && by && from) moments.push({ what: 'step', step: id, start: from, count: clock, by })
  }

  if (respond && respond.from === 'acknowledgement' && acknowledgedAtOnce(procedure, stage)) {
    const { respondBy } = deadlines(stage, { ...happened, acknowledged: happened.received })
    if (respondBy)
      moments.push({ what: 'reply-at-once', start: happened.received, count: respond, by: respondBy })
  }
  if (respond && respondByLatest) {
    const starts = { ...start, acknowledgement: acknowledgeBy, 'last-step': days.at(-1)?.by }
    const from = starts[respond.from]
    if (from) moments.push({ what: 'reply', start: from, count: respond, by: respondByLatest })
  }
  if (extension && respondByLatest && extendedTo) {
    const count = { within: extension.upTo, unit: extension.unit }
    moments.push({ what: 'longer', start: respondByLatest, count, by: extendedTo })
  }
  return moments
}

const acknowledgedAtOnce = (procedure: Procedure, stage: Stage): boolean =>
  procedure.acknowledgedBy === 'system' && firstStageOf(procedure) === stage

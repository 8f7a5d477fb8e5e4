import type { Council, Procedure, Stage } from '../../council/council.ts'
import { deadlines, lastDay, totalBy } from '../../council/deadlines.ts'
import { nextStage } from '../follow/next-stage.ts'
import type { StageReached } from '../follow/ports.ts'
import type { Day } from '../../council/working-days.ts'

/** What the clocks of a case are counted from: a part of api.desk_case. */
export interface Clocked {
  readonly complaint: { readonly procedure: string | null; readonly received_on: Day }
  readonly stages: readonly StageReached[]
  readonly withdrawals: readonly { readonly taken_up_on: Day | null }[]
}

/** The stage that a case stands at, as the record and as council.json has it. */
export interface At {
  readonly procedure: Procedure
  readonly stage: Stage
  readonly reached: StageReached
}

/** Where a case stands; null where it has no stage, or one that council.json lost. */
export function standsAt({ complaint, stages }: Clocked, { procedures }: Council): At | null {
  const procedure = procedures.find(({ id }) => id === complaint.procedure)
  const reached = stages.at(-1)
  const stage = procedure?.stages.find(({ id }) => id === reached?.stage)
  return procedure && stage && reached ? { procedure, stage, reached } : null
}

/**
 * The day to reply by, for a stage that is acknowledged today.
 *
 * `counted`: from council.json, and never later than what was promised. `agreed`: with the person, by `latest` if the
 * rules set an end. `open`: as soon as there is an answer, since the rules set no day.
 */
export type ReplyDay =
  | { readonly is: 'counted'; readonly by: Day }
  | { readonly is: 'agreed'; readonly latest: Day | null }
  | { readonly is: 'open' }

export function replyDay(found: Clocked, council: Council, today: Day): ReplyDay | null {
  const at = standsAt(found, council)
  if (!at) return null
  const { stage, reached, procedure } = at
  if (!stage.respond && !reached.respond_by)
    return stage.openReply === 'without-delay'
      ? { is: 'open' }
      : { is: 'agreed', latest: totalBy(procedure, found.complaint.received_on) }
  const { respondBy, respondByLatest } = deadlines(stage, {
    received: found.complaint.received_on,
    requested: reached.requested_on,
    acknowledged: reached.acknowledged_on ?? today,
  })
  const days = [respondBy ?? respondByLatest, reached.respond_by].filter((day) => day !== null)
  const [first] = days.sort()
  return first ? { is: 'counted', by: first } : { is: 'open' }
}

/**
 * The last day to which the reply may be put off: the extension's, counted from what was promised; where the law leaves
 * the day to be agreed, the end that it sets for all. Null where the reply may not be put off.
 */
export function latestExtension(found: Clocked, council: Council): Day | null {
  const at = standsAt(found, council)
  if (!at?.reached.respond_by) return null
  const { extension } = at.stage
  if (extension) return lastDay(at.reached.respond_by, { within: extension.upTo, unit: extension.unit })
  return at.stage.respond ? null : totalBy(at.procedure, found.complaint.received_on)
}

/** The stage after this one as api.desk_next_stage takes it; null where it cannot begin. */
export function stageAfter(found: Clocked, council: Council, requestedOn: Day) {
  const procedure = council.procedures.find(({ id }) => id === found.complaint.procedure) ?? null
  const withdrawn = found.withdrawals.some(({ taken_up_on }) => !taken_up_on)
  const next = nextStage({ stages: found.stages, withdrawal: null }, procedure, requestedOn)
  if (withdrawn || next.is !== 'stage') return null
  // The team acknowledges it by an act of its own.
  const { acknowledgeBy, respondByLatest } = deadlines(next.stage, {
    received: found.complaint.received_on,
    requested: requestedOn,
  })
  return {
    late: next.late,
    stage: {
      number: next.number,
      id: next.stage.id,
      acknowledge_by: acknowledgeBy,
      respond_by: respondByLatest,
    },
  }
}

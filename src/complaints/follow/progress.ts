import type { Day } from '../../council/working-days.ts'
import type { Followed, StageReached } from './ports.ts'

/**
 * Where a complaint stands today, in one word, with the days that go with it.
 *
 * `withdrawn` may be taken up again until `day`, or no more (`gone`). `received` waits to be acknowledged by `day`.
 * `late` is past its day. `open` has no day that is fixed. `no-stage`: it has no procedure, and so no clock.
 */
export type Progress =
  | { readonly is: 'replied' | 'late' | 'extended' | 'looking'; readonly day: Day }
  | { readonly is: 'received'; readonly day: Day; readonly replyBy: Day | null }
  | { readonly is: 'withdrawn' | 'withdrawn-for-good'; readonly day: Day; readonly until: Day }
  | { readonly is: 'open' | 'no-stage' }

/** `today` is the day in London. */
export function progressOf({ stages, withdrawal }: Followed, today: Day): Progress {
  const stage = stages.at(-1)
  if (withdrawal) {
    const { withdrawn_on: day, take_up_by: until } = withdrawal
    return { is: today > until ? 'withdrawn-for-good' : 'withdrawn', day, until }
  }
  return stage ? progressOfStage(stage, today) : { is: 'no-stage' }
}

function progressOfStage(stage: StageReached, today: Day): Progress {
  const { responded_on, extended_to, respond_by, acknowledged_on, acknowledge_by } = stage
  if (responded_on) return { is: 'replied', day: responded_on }
  const due = extended_to ?? respond_by
  if (due && today > due) return { is: 'late', day: due }
  if (extended_to) return { is: 'extended', day: extended_to }
  if (!acknowledged_on && acknowledge_by && today <= acknowledge_by)
    return { is: 'received', day: acknowledge_by, replyBy: due }
  return due ? { is: 'looking', day: due } : { is: 'open' }
}

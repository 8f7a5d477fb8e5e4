import type { Procedure, Stage } from '../../council/council.ts'
import { askBy, deadlines } from '../../council/deadlines.ts'
import { acknowledgedAtOnce } from '../outlook.ts'
import type { Day } from '../../council/working-days.ts'
import type { Followed, Review } from './ports.ts'

/**
 * What asking for a review comes to, for a complaint as it stands.
 *
 * `stage`: the next stage can begin; `late` where the time to ask has passed: it is taken all the same.
 * `too-early`: the stage before has no reply yet. `last-open`: nor has the last of all. `withdrawn`: it is to be taken up first.
 * `last`: the procedure has no further stage. `unknown`: it has no procedure, or one that council.json lost.
 */
export type NextStage =
  | {
      readonly is: 'stage'
      readonly stage: Stage
      readonly number: number
      readonly askBy: Day | null
      readonly late: boolean
    }
  | { readonly is: 'too-early' | 'last-open' | 'withdrawn' | 'last' | 'unknown' }

export function nextStage(
  { stages, withdrawal }: Pick<Followed, 'stages' | 'withdrawal'>,
  procedure: Procedure | null,
  today: Day,
): NextStage {
  const current = stages.at(-1)
  const place = procedure?.stages.findIndex(({ id }) => id === current?.stage) ?? -1
  if (!procedure || !current || place < 0) return { is: 'unknown' }
  if (withdrawal) return { is: 'withdrawn' }
  const stage = procedure.stages[place + 1]
  if (!current.responded_on) return { is: stage ? 'too-early' : 'last-open' }
  if (!stage) return { is: 'last' }
  const by = askBy(stage, current.responded_on)
  return { is: 'stage', stage, number: current.number + 1, askBy: by, late: by !== null && today > by }
}

/** The stage as the record begins it, and the letter to whoever asks by email. */
export function begunBy(
  next: NextStage,
  followed: Pick<Followed, 'received_on' | 'route'>,
  procedure: Procedure | null,
  today: Day,
): Pick<Review, 'stage' | 'template'> {
  const atOnce = procedure !== null && acknowledgedAtOnce(procedure, followed.route ?? '')
  const template = atOnce ? 'review-acknowledgement' : 'review-receipt'
  if (next.is !== 'stage') return { stage: null, template }
  const { acknowledgeBy, respondByLatest } = deadlines(next.stage, {
    received: followed.received_on,
    requested: today,
    acknowledged: atOnce ? today : null,
  })
  return {
    stage: {
      number: next.number,
      id: next.stage.id,
      acknowledge_by: acknowledgeBy,
      respond_by: respondByLatest,
    },
    template,
  }
}

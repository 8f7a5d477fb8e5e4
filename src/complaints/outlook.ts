import { firstStageOf, type Procedure } from '../council/council.ts'
import { deadlines } from '../council/deadlines.ts'
import type { Kind } from './ports.ts'
import type { Day } from '../council/working-days.ts'

/**
 * What the council promises a person who has just written, and by when. All days are the last ones.
 *
 * `one-date`: acknowledged already, so there is one day for the reply.
 * `two-dates`: the acknowledgement by one day, the reply at the latest by another.
 * `to-be-agreed`: an acknowledgement, in which a day for the reply is agreed.
 * `without-delay`: an acknowledgement, then a reply as soon as there is one: the law sets no day.
 * `no-reply`: the person gave no way to be reached.
 * `report`: a problem to put right, which starts no clock.
 * `thanks`: a compliment or a comment, which starts no clock.
 */
export type Outlook =
  | { readonly is: 'one-date'; readonly respondBy: Day }
  | { readonly is: 'two-dates'; readonly acknowledgeBy: Day; readonly respondBy: Day }
  | { readonly is: 'to-be-agreed' | 'without-delay'; readonly acknowledgeBy: Day | null }
  | { readonly is: 'no-reply' }
  | { readonly is: 'report' }
  | { readonly is: 'thanks' }

/** What decides an outlook. `procedure` is the one that the service follows. */
export interface Received {
  readonly kind: Kind
  readonly route: string
  readonly procedure: Procedure | null
  readonly receivedOn: Day
}

/**
 * The days that stage 1 starts with, for the record.
 *
 * Where the system acknowledges (the Ombudsman's Code 6.2), only an email can do so at once: a person who
 * wants a call or a letter is acknowledged by the team, and the reply is counted from that.
 */
export function firstStage({ kind, route, procedure, receivedOn }: Received) {
  if (kind !== 'complaint' || !procedure) return null
  const stage = firstStageOf(procedure)
  const acknowledged = acknowledgedAtOnce(procedure, route) ? receivedOn : null
  const { acknowledgeBy, respondByLatest } = deadlines(stage, { received: receivedOn, acknowledged })
  return { id: stage.id, acknowledge_by: acknowledgeBy, respond_by: respondByLatest }
}

/** What to promise, from the days that the record holds. */
export function outlook(
  { kind, route, procedure }: Omit<Received, 'receivedOn'>,
  stage: { readonly acknowledge_by: Day | null; readonly respond_by: Day | null } | null,
): Outlook {
  if (kind === 'service-request') return { is: route === 'anonymous' ? 'no-reply' : 'report' }
  if (kind !== 'complaint') return { is: 'thanks' }
  if (route === 'anonymous') return { is: 'no-reply' }
  const [acknowledgeBy, respondBy] = [stage?.acknowledge_by ?? null, stage?.respond_by ?? null]
  if (!respondBy) {
    const open = procedure && firstStageOf(procedure).openReply === 'without-delay'
    return { is: open ? 'without-delay' : 'to-be-agreed', acknowledgeBy }
  }
  if (!acknowledgeBy || (procedure && acknowledgedAtOnce(procedure, route)))
    return { is: 'one-date', respondBy }
  return { is: 'two-dates', acknowledgeBy, respondBy }
}

/** True where the automatic email is itself the acknowledgement. */
export const acknowledgedAtOnce = (procedure: Procedure, route: string): boolean =>
  procedure.acknowledgedBy === 'system' && route === 'email'

import type { Council } from '../../council/council.ts'
import type { RefusalReason } from './facts.ts'

/** Why a complaint may not be taken on (the Ombudsman's Code, section 2), with what reports count it as. */
const counted: Readonly<Record<RefusalReason, string | null>> = {
  'out-of-time': 'too-old',
  'other-route': 'other-route',
  'already-decided': 'answered-before',
  court: 'at-court',
  'not-ours': 'not-ours',
  other: null,
}

export const refusalReasons = Object.keys(counted) as RefusalReason[]

/** The kind that reports count a refusal as; null where council.json has none for it. */
export function refusalKind(reason: RefusalReason, { categories }: Council): string | null {
  const kind = counted[reason]
  return categories.refusals.some(({ id }) => id === kind) ? kind : null
}

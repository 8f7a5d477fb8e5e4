import type { ConsentAnswer } from './ports.ts'
import type { ConsentState } from './state.ts'

/** How a consent stands, as people are told of it. `over`: a yes whose time has ended. */
export type Situation =
  'asked' | 'talk-first' | 'claimed' | 'confirmed' | 'refused' | 'withdrawn' | 'expired' | 'over'

/** Null where nobody was asked, so that there is nothing to tell. */
export function situationOf(consent: {
  readonly state: ConsentState
  readonly answer: ConsentAnswer | null
}): Situation | null {
  const { state, answer } = consent
  if (state === 'asked') return answer === 'talk-first' ? 'talk-first' : 'asked'
  if (state === 'expired') return answer === 'yes' ? 'over' : 'expired'
  return state === 'not-needed' || state === 'awaiting-evidence' ? null : state
}

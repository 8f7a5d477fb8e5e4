import type { Role } from '../ports.ts'
import type { Authority } from './ports.ts'

/** What a key's holder sees of a complaint on its page, and may do there. */
export interface View {
  /** The stage, its dates, and who deals with it. */
  readonly progress: boolean
  /** Why a date was moved: the team's own words, which may tell of the person. */
  readonly reasons: boolean
  /** The words that they themselves sent, once they have given their name or postcode. */
  readonly ownWords: boolean
  readonly mayAdd: boolean
  /** Asking for the next stage: without it, a request goes to the team as an addition. */
  readonly mayAskForReview: boolean
  readonly mayWithdraw: boolean
}

const everything: View = {
  progress: true,
  reasons: true,
  ownWords: true,
  mayAdd: true,
  mayAskForReview: true,
  mayWithdraw: true,
}

/**
 * What each part in a complaint may see and do (DOMAIN 12.9).
 *
 * A representative sees dates and their own words. What the team wrote, and what decides over the complaint, waits
 * until their authority is confirmed. The person complained for sees how far it has come, and not what somebody
 * wrote of them in confidence: that they ask the team for.
 */
export function whatTheyMaySee(role: Role | null, authority: Authority): View {
  if (role === 'complainant') return everything
  if (role === 'representative') {
    const acts = authority === 'confirmed' || authority === 'not-needed'
    return { ...everything, reasons: authority === 'confirmed', mayAskForReview: acts, mayWithdraw: acts }
  }
  return {
    ...everything,
    reasons: role === 'affected',
    ownWords: false,
    mayAskForReview: false,
    mayWithdraw: false,
  }
}

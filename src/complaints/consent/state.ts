/**
 * Where a consent stands. `asked` is also who wants to talk first; `claimed` is a yes that nobody has checked yet,
 * and by itself releases nothing.
 */
export type ConsentState =
  'asked' | 'claimed' | 'confirmed' | 'refused' | 'withdrawn' | 'expired' | 'not-needed' | 'awaiting-evidence'

/** The times of a consent, each null until it comes; all are moments. */
export interface ConsentTimes {
  readonly asked: Date | null
  readonly expires: Date | null
  readonly notNeeded: Date | null
  readonly evidenceAsked: Date | null
  readonly claimed: Date | null
  readonly confirmed: Date | null
  readonly refused: Date | null
  readonly withdrawn: Date | null
  readonly expired: Date | null
  /** When the complaint was closed. */
  readonly closed: Date | null
  /** How long a yes lasts after that, in months. */
  readonly monthsAfterClosing: number
}

/** Reads the state from the times, at a moment: heard.consent_state says the same, and a test holds them together. */
export function consentState(times: ConsentTimes, at: Date): ConsentState {
  const { asked, expires, claimed, confirmed, closed } = times
  if (times.withdrawn) return 'withdrawn'
  if (times.refused) return 'refused'
  if (claimed || confirmed) {
    if (closed && monthsLater(closed, times.monthsAfterClosing) <= at) return 'expired'
    return confirmed ? 'confirmed' : 'claimed'
  }
  if (times.notNeeded) return 'not-needed'
  if (!asked) return 'awaiting-evidence'
  return times.expired || (expires && expires <= at) ? 'expired' : 'asked'
}

/** The same day and hour so many months later, or the last day of a shorter month, as PostgreSQL counts. */
function monthsLater(from: Date, months: number): Date {
  const later = new Date(from)
  later.setUTCMonth(later.getUTCMonth() + months)
  if (later.getUTCDate() !== from.getUTCDate()) later.setUTCDate(0)
  return later
}

/** One side of a comparison: a count, a share of a whole, or an average of days. */
export type Value =
  | { readonly unit: 'count'; readonly n: number }
  /** From 0 to 1, of so many. */
  | { readonly unit: 'share'; readonly n: number; readonly of: number }
  | { readonly unit: 'days'; readonly n: number }

/** Which way is better. Neither: more complaints can mean worse services, or people who find it easy to say so. */
export type Direction = 'more' | 'less' | 'neither'

/** How a figure stands to last year's. `more` and `fewer` are said where neither is better. */
export type Verdict = 'better' | 'same' | 'worse' | 'more' | 'fewer'

/** How often chance alone may pass for a change: once in 20 times, which is this many standard errors. */
export const chance = 1.96

/** The least change of an average that counts, in working days: how much days vary is not published. */
export const leastDays = 1

/**
 * The rule by which a figure is called better, the same or worse than the year before. It is printed in the notes
 * of every report (report.notes.verdict in content/words), since a verdict without a rule says nothing
 * (DOMAIN 13.4, 15).
 *
 * - A share is different where chance alone would make such a difference in fewer than 1 of 20 years: the usual
 *   test of two proportions.
 * - So is a count, which varies by chance as the number of calls in an hour does (Poisson).
 * - An average is different from one working day.
 * - Everything else is the same.
 */
export function verdictOf(before: Value, after: Value, better: Direction): Verdict {
  if (!differs(before, after)) return 'same'
  const more = after.n > before.n
  if (better === 'neither') return more ? 'more' : 'fewer'
  return more === (better === 'more') ? 'better' : 'worse'
}

function differs(before: Value, after: Value): boolean {
  const gap = Math.abs(after.n - before.n)
  if (gap === 0 || before.unit !== after.unit) return false
  if (before.unit === 'days') return gap >= leastDays - 1e-9
  if (before.unit === 'share' && after.unit === 'share') {
    const all = (before.n * before.of + after.n * after.of) / (before.of + after.of)
    const error = Math.sqrt(all * (1 - all) * (1 / before.of + 1 / after.of))
    return gap > chance * error
  }
  return gap > chance * Math.sqrt(before.n + after.n)
}

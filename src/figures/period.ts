import { addMonths, dayBefore, type Day } from '../council/working-days.ts'

/** A year from 1 April, or a quarter of one. Its days are in London, both included. */
export interface Period {
  /** `2025-26`, or `2025-26-q3`. */
  readonly id: string
  readonly from: Day
  readonly to: Day
  /** The ids of its quarters, in order; none in a quarter. */
  readonly quarters: readonly string[]
  /** Its months as `YYYY-MM`, in order. */
  readonly months: readonly string[]
}

/** Reads `2025-26` or `2025-26-q3`. Throws a RangeError that says how to write one. */
export function periodOf(id: string): Period {
  const [, year, next, quarter] = /^(20\d\d)-(\d\d)(?:-q([1-4]))?$/.exec(id) ?? []
  if (!year || Number(year) < 2012 || Number(next) !== (Number(year) + 1) % 100)
    throw new RangeError(
      `${JSON.stringify(id)} is not a period. Write a year such as 2025-26, or 2025-26-q3.`,
    )
  const from = addMonths(`${year}-04-01`, quarter ? (Number(quarter) - 1) * 3 : 0)
  const length = quarter ? 3 : 12
  return {
    id,
    from,
    to: dayBefore(addMonths(from, length)),
    quarters: quarter ? [] : [1, 2, 3, 4].map((n) => `${id}-q${n}`),
    months: Array.from({ length }, (_, n) => addMonths(from, n).slice(0, 7)),
  }
}

/** True for `2025-12`, a month; false for `2025-26`, a year. Years from 2012-13 cannot be taken for months. */
export const isMonth = (period: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(period)

/** The quarter, by its id, that a month `YYYY-MM` falls in. */
export function quarterOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const first = number < 4 ? year - 1 : year
  const next = String((first + 1) % 100).padStart(2, '0')
  return `${first}-${next}-q${Math.floor(((number + 8) % 12) / 3) + 1}`
}

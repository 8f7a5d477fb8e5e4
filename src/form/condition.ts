import { readPartialDate, latestDay } from './kinds/partial-date.ts'
import { textsOf, type Fields, type Surroundings } from './question.ts'

/** When a question is asked, as data: the page's styles, the browser and the server all read it. */
export type Condition =
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly isNot: readonly string[] }
  /** Holds where the date is known to lie more than this many months ago. */
  | { readonly question: string; readonly olderThanMonths: number }
  | { readonly all: readonly Condition[] }

/** True where the condition holds for these answers. An unanswered question meets only `isNot`. */
export function holds(condition: Condition | undefined, fields: Fields, around: Surroundings): boolean {
  if (!condition) return true
  if ('all' in condition) return condition.all.every((each) => holds(each, fields, around))
  if ('is' in condition)
    return textsOf(fields, condition.question).some((text) => condition.is.includes(text))
  if ('isNot' in condition) {
    return !textsOf(fields, condition.question).some((text) => condition.isNot.includes(text))
  }
  const date = readPartialDate(condition.question, fields, around.language)
  return date !== undefined && latestDay(date) < monthsBefore(around.today, condition.olderThanMonths)
}

/** The same day some months before, or that month's last day where it is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - months, 0))
  last.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

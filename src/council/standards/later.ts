import type { Stage } from '../council.ts'
import { deadlines, lastDay, stepDays, type Count } from '../deadlines.ts'
import { addDays, type Day } from '../working-days.ts'

/** Two plain weeks, the days around Easter and Christmas, and the shortest half year: all that a count can meet. */
const receiptDays: readonly Day[] = [
  ...run('2026-01-12', 14),
  ...run('2026-03-30', 7),
  ...run('2026-08-31', 2),
  ...run('2026-12-17', 15),
]

function run(from: Day, days: number): Day[] {
  return Array.from({ length: days }, (_, i) => addDays(from, i))
}

/** True where one date comes after the other for a complaint received on some day. Null is no date, and never late. */
export const everLater = (one: (start: Day) => Day | null, other: (start: Day) => Day | null): boolean =>
  receiptDays.some((start) => {
    const [first, second] = [one(start), other(start)]
    return first !== null && second !== null && first > second
  })

/** True where a count can end later than another that starts on the same day, whatever their units. */
export const isLonger = (count: Count, most: Count): boolean =>
  count.unit === most.unit && count.includesFirstDay === most.includesFirstDay
    ? count.within > most.within
    : everLater(
        (start) => lastDay(start, count),
        (start) => lastDay(start, most),
      )

export const workingDays = (within: number): Count => ({ within, unit: 'working-days' })

/** A stage's dates when it begins on a day, whether by receipt or by request. */
export const datesFrom = (stage: Stage, start: Day) => {
  const happened = { received: start, requested: start }
  return { ...deadlines(stage, happened), steps: stepDays(stage, happened) }
}

/** A count in words for whoever edits the file: "25 working days". */
export const inWords = ({ within, unit }: Count): string => `${within} ${unit.replace('-', ' ')}`

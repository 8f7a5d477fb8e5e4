import { addDays, isWorkingDay, type Day } from '../../council/working-days.ts'
import { madeUpCase, type Case } from './case.ts'
import { Chance } from './chance.ts'
import { months } from './northmere.ts'

const firstDay = '2023-04-01'
const years = 3

/**
 * So many made-up cases over three years from 1 April 2023, in the order in which they came: the same for the
 * same seed.
 */
export function madeUpRecord(cases: number, seed: number): Case[] {
  const chance = new Chance(seed)
  const days = everyDay()
  const weights = days.map(
    (day) => (months[day.slice(5, 7)] ?? 1) * (isWorkingDay(day) ? 1 : 0.3) * (1 + yearOf(day) * 0.06),
  )
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const received = Array.from({ length: cases }, () => {
    let left = chance.next() * sum
    return days.findIndex((_, i) => (left -= weights[i]!) < 0)
  }).sort((one, other) => one - other)

  const references = new Set<unknown>()
  return received.map((i) => {
    for (;;) {
      const made = madeUpCase(chance, days[i]!, yearOf(days[i]!))
      if (!references.has(made.complaint['reference'])) {
        references.add(made.complaint['reference'])
        return made
      }
    }
  })
}

function everyDay(): Day[] {
  const days: Day[] = []
  for (
    let day = firstDay;
    day < `${Number(firstDay.slice(0, 4)) + years}${firstDay.slice(4)}`;
    day = addDays(day, 1)
  )
    days.push(day)
  return days
}

/** 0 for the first year from April, 1 for the next. */
const yearOf = (day: Day): number =>
  Number(day.slice(0, 4)) - Number(firstDay.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

import type { Day } from '../../council/working-days.ts'
import { latestDay } from '../../form/kinds/partial-date.ts'
import type { Answer } from '../../form/validate.ts'
import { notSaid } from '../../council/not-said.ts'
import { askedIn, fieldOf, notSaidField, type Equality } from './questions.ts'
import type { AboutSomebody } from './ports.ts'

/**
 * What is kept of the answers: of a date of birth its age group alone, of all else the answer's id, and nothing of
 * what was left out. Null where nothing is left to keep. Pure.
 */
export function toKeep(answers: readonly Answer[], equality: Equality, today: Day): AboutSomebody | null {
  const given = new Map(answers.map(({ question, value }) => [question.id, [value].flat()[0]]))
  const kept = askedIn(equality).flatMap((question): [string, string][] => {
    const value = given.get(fieldOf(question.id))
    if (question.kind === 'choice') return value ? [[question.id, value]] : []
    if (given.has(notSaidField(question.id))) return [[question.id, notSaid]]
    return value ? [[question.id, ageGroup(value, question.ageGroupsFrom, today)]] : []
  })
  return kept.length ? Object.fromEntries(kept) : null
}

/** The group that somebody born then is in, such as `under-18`, `35-44` or `85-and-over`; of a year alone, its last day. */
export function ageGroup(born: string, from: readonly number[], today: Day): string {
  const day = latestDay(born)
  const birthdays = Number(today.slice(0, 4)) - Number(day.slice(0, 4))
  const age = today.slice(5) < day.slice(5) ? birthdays - 1 : birthdays
  const next = from.findIndex((first) => age < first)
  if (next === 0) return `under-${from[0]}`
  return next === -1 ? `${from.at(-1)}-and-over` : `${from[next - 1]}-${from[next]! - 1}`
}

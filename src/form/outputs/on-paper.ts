import type { Condition } from '../condition.ts'
import { questionsOf, type Journey } from '../journey.ts'
import { optionsOf } from '../kinds/choice.ts'
import type { Question, Surroundings } from '../question.ts'

/** Where a reader goes next: a question's number, or the end of the questions. */
export type Place = number | 'end'

/** A condition that a person can follow: what they ticked in an earlier question. */
export interface Rule {
  /** The number of the question that decides. */
  readonly number: number
  /** True where the options let people in, false where they keep people out. */
  readonly is: boolean
  readonly options: readonly string[]
}

/** One question as it stands on paper. */
export interface PaperQuestion {
  readonly question: Question
  /** Its number, from 1. */
  readonly number: number
  /** For whom this question is, and those after it up to `upTo`. Empty where everyone who gets here answers it. */
  readonly only: readonly Rule[]
  /** The number of the last question that `only` speaks of. */
  readonly upTo: number
  /** Where those go whom `only` leaves out. */
  readonly otherwise: Place
  /** The options after which a reader goes on elsewhere than at the next question. */
  readonly goTo: Readonly<Record<string, Place>>
}

type Ticked = Exclude<Condition, { all: unknown } | { olderThanMonths: number }>
/** What may still be ticked in a question, by its id, for a reader who has come this far. */
type Possible = ReadonlyMap<string, readonly string[]>

/**
 * A journey as a numbered list that a person can follow with a pen: whom each question is for, and where to go
 * next. How long ago a date is cannot be told from ticks, so such a question's own words say whom it is for.
 *
 * Whoever follows it answers what the journey asks, and no more: tests/form/on-paper.test.ts follows it every way.
 */
export function onPaper(journey: Journey, around: Surroundings): readonly PaperQuestion[] {
  const all = questionsOf(journey)
  const place = (index: number): Place => (index < all.length ? index + 1 : 'end')
  const numberOf = (id: string) => all.findIndex((question) => question.id === id) + 1
  const rules = all.map((question) => rulesOf(question, all))
  const offered: Possible = new Map(
    all.filter(({ kind }) => kind === 'choice').map((question) => [question.id, optionsOf(question, around)]),
  )

  const jumps = all.flatMap((question, from) =>
    (offered.get(question.id) ?? []).flatMap((option) => {
      const then = narrowed(offered, [...(rules[from] ?? []), { question: question.id, is: [option] }])
      const to = from + 1 + rules.slice(from + 1).findIndex((next) => next.every((rule) => fits(rule, then)))
      const target = to > from ? to : all.length
      return target === from + 1 ? [] : [{ from, option, target }]
    }),
  )
  /** What is possible for a reader who gets to a question, knowing who was sent past it. */
  const arriving = (index: number): Possible =>
    narrowed(
      offered,
      jumps
        .filter(({ from, target }) => from < index && index < target)
        .map(({ from, option }) => ({ question: all[from]?.id ?? '', isNot: [option] })),
    )

  const pages: PaperQuestion[] = []
  /** The rows that a reader is in, each inside the one before. */
  let rows: readonly { rules: readonly Ticked[]; last: number }[] = []
  all.forEach((question, index) => {
    rows = rows.filter(({ last }) => index <= last)
    const here = rows.flatMap((row) => row.rules)
    const only = (rules[index] ?? []).filter((rule) => !settled(rule, narrowed(arriving(index), here)))
    const last = only.length ? Math.min(lastOf(index, only), rows.at(-1)?.last ?? all.length) : index
    if (only.length) rows = [...rows, { rules: only, last }]
    pages.push({
      question,
      number: index + 1,
      only: only.map((rule) => ({ number: numberOf(rule.question), ...optionsIn(rule) })),
      upTo: last + 1,
      otherwise: place(last + 1),
      goTo: Object.fromEntries(
        jumps.filter(({ from }) => from === index).map(({ option, target }) => [option, place(target)]),
      ),
    })
  })
  return pages

  /** The last question in a row that is for nobody but those under these rules: some of them may be told more. */
  function lastOf(first: number, under: readonly Ticked[]): number {
    let last = first
    while (last + 1 < all.length) {
      const next = rules[last + 1] ?? []
      const theirs = under.every((rule) => settled(rule, narrowed(offered, next)))
      const joined = jumps.some(({ from, target }) => from < first && target === last + 1)
      if (!theirs || joined) break
      last += 1
    }
    return last
  }
}

/** All that must have been ticked for a question to be asked, through the questions that lead to it. */
function rulesOf(question: Question, all: readonly Question[]): readonly Ticked[] {
  const parts = (condition: Condition | undefined): readonly Ticked[] => {
    if (!condition || 'olderThanMonths' in condition) return []
    if ('all' in condition) return condition.all.flatMap(parts)
    // A question that was not asked meets what only rules answers out, so nothing follows from it.
    if ('isNot' in condition) return [condition]
    const decides = all.find(({ id }) => id === condition.question)
    return [...(decides ? rulesOf(decides, all) : []), condition]
  }
  return parts(question.when)
}

const optionsIn = (rule: Ticked) =>
  'is' in rule ? { is: true, options: rule.is } : { is: false, options: rule.isNot }

const meets = (rule: Ticked, option: string): boolean =>
  'is' in rule ? rule.is.includes(option) : !rule.isNot.includes(option)

/** Where several may be ticked, `possible` says nothing: then every rule fits, and none is settled. */
const fits = (rule: Ticked, possible: Possible): boolean =>
  possible.get(rule.question)?.some((option) => meets(rule, option)) ?? true

const settled = (rule: Ticked, possible: Possible): boolean =>
  possible.get(rule.question)?.every((option) => meets(rule, option)) ?? false

function narrowed(possible: Possible, under: readonly Ticked[]): Possible {
  const left = new Map(possible)
  for (const rule of under) {
    const options = left.get(rule.question)
    if (options)
      left.set(
        rule.question,
        options.filter((option) => meets(rule, option)),
      )
  }
  return left
}

import type { Condition } from '../../src/form/condition.ts'
import { questionsOf, type Journey } from '../../src/form/journey.ts'
import type { Fields } from '../../src/form/question.ts'

/** Every set of answers to the questions that decide which others are asked, unanswered ones included. */
export function* everyWay(journey: Journey): Generator<Record<string, string | readonly string[]>> {
  const conditions = [
    ...questionsOf(journey).flatMap(({ when }) => (when ? [when] : [])),
    ...journey.steps.flatMap(({ interruptsWhen }) => (interruptsWhen ? [interruptsWhen] : [])),
  ]
  const deciding = new Map<string, readonly Fields[]>()
  for (const question of questionsOf(journey)) {
    const { id } = question
    const named = conditions.flatMap(parts).filter((part) => part.question === id)
    if (!named.length) continue
    const options = named.flatMap((part) => ('is' in part ? part.is : 'isNot' in part ? part.isNot : []))
    const others = Array.isArray(question.options)
      ? question.options.filter((one) => !options.includes(one))
      : []
    const answers = [...new Set(options), ...others.slice(0, 1)].map((option) => ({
      [id]: question.kind === 'choices' ? [option] : option,
    }))
    const dates = named.some((part) => 'olderThanMonths' in part) ? [{ [`${id}-year`]: '2001' }] : []
    deciding.set(id, [{}, ...answers, ...dates])
  }
  yield* combine([...deciding.values()])
}

function* combine([first, ...rest]: readonly (readonly Fields[])[]): Generator<
  Record<string, string | readonly string[]>
> {
  if (!first) return yield {}
  for (const answer of first) for (const others of combine(rest)) yield { ...answer, ...others }
}

/** The conditions inside a condition, each about one question. */
export const parts = (condition: Condition): Exclude<Condition, { all: unknown }>[] =>
  'all' in condition ? condition.all.flatMap(parts) : [condition]

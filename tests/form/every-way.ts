import type { Condition } from '../../src/form/condition.ts'
import { questionsAsked, questionsOf, type Journey } from '../../src/form/journey.ts'
import type { Fields } from '../../src/form/question.ts'
import { around } from './journeys.ts'

type Way = Record<string, string | readonly string[]>

/** A journey with more ways than this is gone through in parts. */
const mostWays = 6000

/** How often each part of a long journey is gone through, all other answers being different each time. */
const rounds = 10

/**
 * Sets of answers to the questions that decide which others are asked, unanswered ones included.
 *
 * All of them, where they are few enough to be counted. Else, for each question, every way that leads to it or past
 * it: all answers to what decides about it, beside other answers to everything else, stale ones among them.
 */
export function* everyWay(journey: Journey): Generator<Way> {
  const deciding = decidingIn(journey)
  const all = [...deciding.values()].reduce((product, answers) => product * answers.length, 1)
  if (all <= mostWays) return yield* combine([...deciding.values()])
  const any = chance()
  for (const group of groupsIn(journey, deciding))
    for (let round = 0; round < rounds; round += 1) yield* waysOf(journey, deciding, group, any)
}

type Deciding = ReadonlyMap<string, readonly Fields[]>

/** What can be answered to each question that decides about another. */
function decidingIn(journey: Journey): Deciding {
  const conditions = [
    ...questionsOf(journey).flatMap(({ when }) => (when ? [when] : [])),
    ...questionsOf(journey).flatMap(({ offered }) => Object.values(offered ?? {})),
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
  return deciding
}

/** For each question, those that decide about it, by way of others too; none that are part of a larger group. */
function groupsIn(journey: Journey, deciding: Deciding): readonly ReadonlySet<string>[] {
  const about = (condition: Condition | undefined): readonly string[] =>
    condition
      ? parts(condition).flatMap(({ question }) => [
          question,
          ...about(questionsOf(journey).find(({ id }) => id === question)?.when),
        ])
      : []
  const all = [
    ...questionsOf(journey).map(
      ({ id, when }) => new Set([...about(when), ...(deciding.has(id) ? [id] : [])]),
    ),
    ...journey.steps.map(({ interruptsWhen }) => new Set(about(interruptsWhen))),
  ]
  const isIn = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].every((id) => other.has(id))
  return all.filter(
    (group, place) =>
      !all.some(
        (other, at) =>
          isIn(group, other) && (other.size > group.size || (other.size === group.size && at < place)),
      ),
  )
}

function* waysOf(
  journey: Journey,
  deciding: Deciding,
  group: ReadonlySet<string>,
  any: <Item>(of: readonly Item[]) => Item,
  before: Way = {},
  from = 0,
): Generator<Way> {
  const [id, answers] = [...deciding][from] ?? []
  if (!id || !answers) return yield before
  const asked = questionsAsked(journey, before, around).some((question) => question.id === id)
  for (const answer of group.has(id) && asked ? answers : [any(answers)])
    yield* waysOf(journey, deciding, group, any, { ...before, ...answer } as Way, from + 1)
}

/** Picks at random, but the same each time that the tests run. */
function chance() {
  let seed = 7
  return <Item>(of: readonly Item[]): Item => {
    seed = (seed * 48_271) % 2_147_483_647
    return of[seed % of.length] as Item
  }
}

function* combine([first, ...rest]: readonly (readonly Fields[])[]): Generator<Way> {
  if (!first) return yield {}
  for (const answer of first) for (const others of combine(rest)) yield { ...answer, ...others }
}

/** The conditions inside a condition, each about one question. */
export const parts = (condition: Condition): Exclude<Condition, { all: unknown }>[] =>
  'all' in condition ? condition.all.flatMap(parts) : [condition]

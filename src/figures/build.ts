import type { Council } from '../council/council.ts'
import { averagesOf, type Beside } from './averages.ts'
import { definitionsVersion } from './definitions.ts'
import { countOf, factsOf } from './facts.ts'
import { keyOf, type Key } from './keys.ts'
import type { Period } from './period.ts'
import { isOvertaken, publishedBy } from './others.ts'
import { plansFor } from './plan.ts'
import { keysIn } from './read.ts'
import { DoesNotFit } from './ranges.ts'
import type { Rows } from './rows.ts'
import type { Cell, Figures } from './schema.ts'
import { sumsOf } from './sums.ts'
import { suppress, type Why } from './suppress.ts'

/** The figures of a period, and why each of those that are not in it is hidden. */
export interface Built {
  readonly figures: Figures
  readonly hidden: ReadonlyMap<Key, Why>
  /** Reports that were counted from another state of the record: what they say could not be allowed for. */
  readonly overtaken: readonly string[]
}

/**
 * Builds the figures of a period from the record's rows, with nothing in them that gives a person away, even to
 * someone who has the `others`: reports that are published already.
 *
 * Throws GivenAway where what is published leaves nothing to hide behind.
 */
export function buildFigures(
  rows: Rows,
  period: Period,
  council: Council,
  others: readonly Figures[] = [],
): Built {
  const threshold = council.thresholds.smallNumbers
  const facts = factsOf(rows, period)
  const plans = plansFor(period, facts, council)
  const blank = { period: { id: period.id }, tables: plans }
  const counts = new Map<Key, number>()
  for (const { key, counts: what, where } of keysIn(blank)) {
    const { period: when, ...rest } = where
    counts.set(
      key,
      countOf(facts, what, { ...rest, ...(when !== undefined && when !== period.id && { period: when }) }),
    )
  }

  const fitting = others.filter((other) => !isOvertaken(other, counts))
  const { hidden, allowedFor } = hide(counts, threshold, fitting)
  const cell = (key: Key): Cell => (hidden.has(key) ? { hidden: true } : { n: counts.get(key)! })
  let next = 0
  const keys = [...keysIn(blank)]
  const tables = plans.map((plan) => ({
    ...plan,
    cells: plan.rows.values.map(() => (plan.columns?.values ?? ['']).map(() => cell(keys[next++]!.key))),
  }))
  const at = (counts: string, where: Record<string, string>, procedure: string): Cell =>
    cell(keyOf(counts, { ...where, period: period.id, ...(procedure !== 'all' && { procedure }) }))
  const whole = period.quarters.length > 0
  const beside: Beside = {
    answered: (stage, procedure) => at('answered', { stage }, procedure),
    times: (stage, procedure) =>
      ['in-time', 'extended', 'late'].map((time) => at('answered', { stage, time }, procedure)),
    acknowledged: (stage, procedure) =>
      ['in-time', 'late'].map((acknowledged) => at('asked', { stage, acknowledged }, procedure)),
  }
  return {
    figures: {
      version: 1,
      definitions: definitionsVersion,
      threshold,
      period: { id: period.id, from: period.from, to: period.to },
      tables,
      averages: averagesOf(whole ? rows : { ...rows, asked: [] }, beside, threshold, whole),
    },
    hidden,
    overtaken: others.filter((other) => !allowedFor.includes(other)).map(({ period }) => period.id),
  }
}

/** What to hide, allowing for the reports that fit the record; for none where their hidden figures cannot be so. */
function hide(ours: ReadonlyMap<Key, number>, threshold: number, others: readonly Figures[]) {
  const known = publishedBy(others)
  const counts = new Map([...known.shown, ...ours])
  const sums = sumsOf(new Set([...counts.keys(), ...known.hidden]))
  const published = { shown: new Set(known.shown.keys()), hidden: known.hidden }
  try {
    return { hidden: suppress(counts, sums, threshold, published), allowedFor: others }
  } catch (error) {
    if (!(error instanceof DoesNotFit)) throw error
    return { hidden: suppress(ours, sumsOf(ours.keys()), threshold), allowedFor: [] }
  }
}

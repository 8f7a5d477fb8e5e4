import type { Council } from '../council/council.ts'
import { averageOf, candidatesOf, shownTogether, type Candidate } from './averages.ts'
import { definitionsVersion } from './definitions.ts'
import { countOf, factsOf } from './facts.ts'
import type { Key } from './keys.ts'
import { isOvertaken, publishedBy } from './others.ts'
import type { Period } from './period.ts'
import { plansFor } from './plan.ts'
import { keysIn } from './read.ts'
import { Reader, type Bound } from './reader.ts'
import { DoesNotFit } from './whole-numbers.ts'
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
  const frame = { period: { id: period.id }, tables: plans }
  const counts = new Map<Key, number>()
  for (const { key, counts: what, where } of keysIn(frame)) {
    const { period: during, ...rest } = where
    counts.set(key, countOf(facts, what, during === period.id ? rest : where))
  }

  const fitting = others.filter((other) => !isOvertaken(other, counts))
  const { hidden, allowedFor, known, reader } = hide(counts, threshold, fitting)
  const cell = (key: Key): Cell => (hidden.has(key) ? { hidden: true } : { n: counts.get(key)! })
  const candidates = candidatesOf(rows, period, council)
  const shown = shownAverages(candidates, period, others, { hidden, known, reader, threshold })

  let next = 0
  const keys = [...keysIn(frame)].map(({ key }) => key)
  return {
    figures: {
      version: 1,
      definitions: definitionsVersion,
      threshold,
      period: { id: period.id, from: period.from, to: period.to },
      tables: plans.map((plan) => ({
        ...plan,
        cells: plan.rows.values.map(() => (plan.columns?.values ?? ['']).map(() => cell(keys[next++]!))),
      })),
      averages: candidates.map((each) => averageOf(each, shown.has(each), cell)),
    },
    hidden,
    overtaken: others.filter((other) => !allowedFor.includes(other)).map(({ period }) => period.id),
  }
}

/** What is hidden, and what is known beside it. */
interface Hidden {
  readonly hidden: ReadonlyMap<Key, Why>
  readonly known: ReadonlyMap<Key, number>
  readonly reader: Reader
}

/** What to hide, allowing for the reports that fit the record; for none where their hidden figures cannot be so. */
function hide(
  ours: ReadonlyMap<Key, number>,
  threshold: number,
  others: readonly Figures[],
): Hidden & { allowedFor: readonly Figures[] } {
  const theirs = publishedBy(others)
  const known = new Map([...theirs.shown, ...ours])
  const sums = sumsOf(new Set([...known.keys(), ...theirs.hidden]))
  const published = { shown: new Set(theirs.shown.keys()), hidden: theirs.hidden }
  const reader = new Reader(known, sums, threshold)
  try {
    return { hidden: suppress(known, sums, threshold, published, reader), known, reader, allowedFor: others }
  } catch (error) {
    if (!(error instanceof DoesNotFit)) throw error
    const own = sumsOf(ours.keys())
    const alone = new Reader(ours, own, threshold)
    return {
      hidden: suppress(ours, own, threshold, undefined, alone),
      known: ours,
      reader: alone,
      allowedFor: [],
    }
  }
}

/**
 * The averages that can be shown: of at least `threshold` cases, of a number that is shown, and telling no hidden
 * figure more closely than the threshold. Each is tried beside those that are shown already.
 */
function shownAverages(
  candidates: readonly Candidate[],
  period: Period,
  others: readonly Figures[],
  { hidden, known, reader, threshold }: Hidden & { threshold: number },
): Set<Candidate> {
  const concealed = new Set(hidden.keys())
  const bounds: Bound[] = []
  const may = new Set(
    candidates.filter((candidate) => {
      const { n, key, bound } = candidate
      if (n < threshold || (key && hidden.has(key)) || hiddenInAQuarter(candidate, period, others))
        return false
      if (!bound.keys.some((each) => hidden.has(each))) return true
      const late = bound.keys.reduce((sum, each) => sum + known.get(each)!, 0)
      // Somebody had another time than council.json says: what a reader would work out cannot be told.
      if (late < bound.least || late > bound.most) return false
      const told = reader.knowsOf(concealed, concealed, { bounds: [...bounds, bound], stop: () => true })
      if (told.length) return false
      bounds.push(bound)
      return true
    }),
  )
  const groups = Map.groupBy(candidates, ({ of, stage }) => `${of} ${stage}`)
  return new Set([...groups.values()].flatMap((parts) => [...shownTogether(parts, may, threshold)]))
}

/** The year's average and three quarters' would give the fourth. */
const hiddenInAQuarter = (
  { of, stage, procedure }: Candidate,
  period: Period,
  others: readonly Figures[],
): boolean =>
  others.some(
    (other) =>
      period.quarters.includes(other.period.id) &&
      other.averages.some(
        (each) =>
          each.of === of && each.stage === stage && each.procedure === procedure && 'hidden' in each.mean,
      ),
  )

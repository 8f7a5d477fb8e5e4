import { outcomes, times } from '../figures/definitions.ts'
import { keyOf, type Where } from '../figures/keys.ts'
import { cellsByKey } from '../figures/read.ts'
import type { Figures } from '../figures/schema.ts'
import { verdictOf, type Direction, type Value, type Verdict } from './verdict.ts'

/** All of the council, one procedure, or one service as its procedure's line (`procedure/service`). */
export type Scope = { readonly procedure?: string; readonly line?: string }

/** Finds a published figure by what it counts. Null where it is hidden, or in no table. */
type Find = (counts: string, where?: Where) => number | null

/** One thing that is followed from year to year. Its words are `report.measures.<id>` in content/words. */
export interface Measure {
  readonly id: string
  readonly better: Direction
  /** What it is of: an average comes from `averages`, everything else from counts. */
  readonly of: (find: Find, figures: Figures, scope: Scope) => Value | null
}

/** What every report follows, in the order in which it is shown. */
export const measures: readonly Measure[] = [
  { id: 'complaints', better: 'neither', of: (find) => count(find('received', { kind: 'complaint' })) },
  { id: 'compliments', better: 'more', of: (find) => count(find('received', { kind: 'compliment' })) },
  {
    id: 'acknowledged-in-time',
    better: 'more',
    of: (find, figures) =>
      share([find('asked', { stage: '1', acknowledged: 'in-time' })], find('asked', { stage: '1' }), figures),
  },
  { id: 'answered-in-time', better: 'more', of: inTime('1') },
  {
    id: 'days-to-answer',
    better: 'less',
    of: (_, { averages }, { procedure = 'all', line }) => {
      const found = averages.find(
        (each) => each.of === 'respond' && each.stage === '1' && each.procedure === procedure,
      )
      return !line && found && 'n' in found.mean ? { unit: 'days', n: found.mean.n } : null
    },
  },
  { id: 'at-fault', better: 'less', of: atFault('1') },
  {
    id: 'went-further',
    better: 'less',
    of: (find, figures) => share([find('asked', { stage: '2' })], find('answered', { stage: '1' }), figures),
  },
  { id: 'stage-2-in-time', better: 'more', of: inTime('2') },
  { id: 'stage-2-at-fault', better: 'less', of: atFault('2') },
  {
    id: 'ombudsman-fault',
    better: 'less',
    of: (find, figures) => {
      const fault = ['fault-and-injustice', 'fault-no-injustice'].map((decision) =>
        find('ombudsman', { decision }),
      )
      const investigated = sum([...fault, find('ombudsman', { decision: 'no-fault' })])
      return share(fault, investigated, figures)
    },
  },
  {
    id: 'led-to-action',
    better: 'more',
    of: (find, figures) => share([find('answered', { actions: 'with' })], find('answered', {}), figures),
  },
]

/** A measure by its id. Throws for one that does not exist. */
export function measureOf(id: string): Measure {
  const measure = measures.find((each) => each.id === id)
  if (!measure) throw new Error(`There is no measure ${JSON.stringify(id)}.`)
  return measure
}

/** What a measure came to in a year; null where it cannot be worked out from what is published. */
export function valueOf(id: string, figures: Figures, scope: Scope = {}): Value | null {
  const cells = cellsByKey(figures)
  const find: Find = (counts, where = {}) => {
    const cell = cells.get(keyOf(counts, { ...where, ...scope, period: figures.period.id }))
    return cell && 'n' in cell ? cell.n : null
  }
  return measureOf(id).of(find, figures, scope)
}

/** A measure beside the year before's. */
export interface Compared {
  readonly measure: Measure
  readonly before: Value | null
  readonly after: Value | null
  /** Null where either cannot be known, or the two years were not counted alike. */
  readonly verdict: Verdict | null
}

/** Holds a measure against the year before. `before` is null where there is no report of it. */
export function compare(id: string, after: Figures, before: Figures | null, scope: Scope = {}): Compared {
  const measure = measureOf(id)
  const alike = before?.definitions === after.definitions ? before : null
  const values = { before: alike && valueOf(id, alike, scope), after: valueOf(id, after, scope) }
  const { before: was, after: is } = values
  return { measure, ...values, verdict: was && is ? verdictOf(was, is, measure.better) : null }
}

/** Replies by the day first promised, of those that had a day to be in time for. */
function inTime(stage: string): Measure['of'] {
  return (find, figures) => {
    const [good, ...others] = times
      .filter((time) => time !== 'no-limit')
      .map((time) => find('answered', { stage, time }))
    return share([good ?? null], sum([good ?? null, ...others]), figures)
  }
}

/** Replies that upheld a complaint or a part of it. One without the other would leave out half (DOMAIN 13.4, 9). */
function atFault(stage: string): Measure['of'] {
  const [upheld, partly] = outcomes
  return (find, figures) =>
    share(
      [upheld, partly].map((outcome) => find('answered', { stage, outcome })),
      find('answered', { stage }),
      figures,
    )
}

const count = (n: number | null): Value | null => (n === null ? null : { unit: 'count', n })

const sum = (parts: readonly (number | null)[]): number | null =>
  parts.reduce((all, part) => (all === null || part === null ? null : all + part), 0)

/** A share of fewer than the threshold is not given, though both its figures may be (DOMAIN 6). */
function share(
  parts: readonly (number | null)[],
  whole: number | null,
  { threshold }: Figures,
): Value | null {
  const part = sum(parts)
  if (part === null || whole === null || whole < threshold) return null
  return { unit: 'share', n: part / whole, of: whole }
}

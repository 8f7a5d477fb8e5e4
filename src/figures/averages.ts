import type { Council } from '../council/council.ts'
import { workingDaysBetween } from '../council/working-days.ts'
import { keyOf, type Key } from './keys.ts'
import { limitOf } from './limits.ts'
import type { Period } from './period.ts'
import type { Bound } from './reader.ts'
import type { Rows } from './rows.ts'
import type { Average, Cell } from './schema.ts'

/** Working days that something took, in so many cases. */
interface Taken {
  readonly of: Average['of']
  readonly stage: string
  readonly procedure: string
  readonly days: number
  readonly n: number
}

/** An average that could be published, with what a reader could work out from it. */
export interface Candidate extends Omit<Average, 'of_n' | 'mean' | 'median'> {
  readonly n: number
  readonly mean: number
  readonly median: number
  /** The figure that says how many replies it is of; none for acknowledgements. */
  readonly key: Key | null
  /** What it tells of those that were not in time. */
  readonly bound: Bound
}

/** Mean and median, by stage; of a year also by procedure at stage 1, where the figures beside them are published. */
export function candidatesOf(rows: Rows, period: Period, council: Council): Candidate[] {
  const year = period.quarters.length > 0
  const taken = [...(year ? acknowledging(rows) : []), ...responding(rows)].filter(
    ({ stage }) => year || stage === '1',
  )
  const groups = Map.groupBy(taken, ({ of, stage }) => `${of} ${stage}`)
  return [...groups.keys()].sort().flatMap((group) => {
    const among = groups.get(group)!
    const { of, stage } = among[0]!
    const procedures =
      year && stage === '1' ? [...new Set(among.map(({ procedure }) => procedure))].sort() : []
    return [...procedures, 'all'].map((procedure): Candidate => {
      const these = among.filter((each) => procedure === 'all' || each.procedure === procedure)
      const of_these = { of, stage, procedure, n: total(these), mean: mean(these), median: median(these) }
      const at = (more: Record<string, string>) =>
        keyOf(of === 'respond' ? 'answered' : 'asked', {
          period: period.id,
          stage,
          ...(procedure !== 'all' && { procedure }),
          ...more,
        })
      const late =
        of === 'respond'
          ? [at({ time: 'extended' }), at({ time: 'late' })]
          : [at({ acknowledged: 'not-in-time' })]
      return {
        ...of_these,
        key: of === 'respond' ? at({}) : null,
        bound: { keys: late, ...lateFrom(of_these, council) },
      }
    })
  })
}

/**
 * How many can have taken longer than they should, as a reader works it out from an average and from the times in
 * council.json: each of them took at least a day more than its time, and half of all took no longer than the median.
 */
export function lateFrom(
  {
    of,
    stage,
    procedure,
    n,
    mean,
    median,
  }: Omit<Average, 'of_n' | 'mean' | 'median'> & {
    n: number
    mean: number
    median: number
  },
  council: Council,
): { least: number; most: number } {
  const { shortest, longest } = limitOf(council, of, stage, procedure)
  const byMean = Math.floor((n * (mean + 0.05)) / (longest + 1))
  return {
    least: median > longest ? Math.ceil(n / 2) : 0,
    most: Math.min(byMean, median <= shortest ? Math.floor(n / 2) : n),
  }
}

/**
 * Which averages of one stage are shown, of those that `may` be: where the average of all could be turned into
 * that of one hidden procedure, or of hidden ones with fewer than `threshold` together, the smallest shown one is
 * hidden too.
 */
export function shownTogether(
  parts: readonly Candidate[],
  may: ReadonlySet<Candidate>,
  threshold: number,
): Set<Candidate> {
  const whole = parts.find(({ procedure }) => procedure === 'all')
  const shown = new Set(parts.filter((part) => may.has(part)))
  const rest = parts.filter((part) => part !== whole)
  for (;;) {
    const hidden = rest.filter((part) => !shown.has(part))
    const n = hidden.reduce((sum, part) => sum + part.n, 0)
    if (!whole || !shown.has(whole) || hidden.length === 0 || (hidden.length > 1 && n >= threshold))
      return shown
    const [next] = rest.filter((part) => shown.has(part)).sort((one, other) => one.n - other.n)
    shown.delete(next ?? whole)
  }
}

/** An average as it is published. */
export function averageOf(
  { of, stage, procedure, mean, median, key }: Candidate,
  shown: boolean,
  cell: (key: Key) => Cell,
): Average {
  const hidden = { hidden: true } as const
  return {
    of,
    stage,
    procedure,
    of_n: key === null ? null : cell(key),
    mean: shown ? { n: mean } : hidden,
    median: shown ? { n: median } : hidden,
  }
}

const acknowledging = ({ asked }: Rows): Taken[] =>
  asked.flatMap(({ stage, procedure, asked_on, acknowledged_on, n }) =>
    acknowledged_on === null ? [] : [taken('acknowledge', stage, procedure, asked_on, acknowledged_on, n)],
  )

const responding = ({ days }: Rows): Taken[] =>
  days.map(({ stage, procedure, asked_on, responded_on, n }) =>
    taken('respond', stage, procedure, asked_on, responded_on, n),
  )

const taken = (
  of: Average['of'],
  stage: number,
  procedure: string,
  from: string,
  to: string,
  n: number,
): Taken => ({
  of,
  stage: String(stage),
  procedure,
  days: workingDaysBetween(from, to),
  n,
})

const total = (among: readonly Taken[]): number => among.reduce((sum, { n }) => sum + n, 0)

function mean(among: readonly Taken[]): number {
  const days = among.reduce((sum, each) => sum + each.days * each.n, 0)
  return Math.round((days / total(among)) * 10) / 10
}

function median(among: readonly Taken[]): number {
  const sorted = among.flatMap(({ days, n }) => Array<number>(n).fill(days)).sort((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}

import { workingDaysBetween } from '../council/working-days.ts'
import { acknowledgementOf } from './definitions.ts'
import type { Rows } from './rows.ts'
import type { Average, Cell } from './schema.ts'

/** The figures that averages stand beside: of a stage and a procedure (or `all`). */
export interface Beside {
  /** How many were answered. */
  answered(stage: string, procedure: string): Cell
  /** How they stood to their day, one cell for each of in-time, extended and late. */
  times(stage: string, procedure: string): readonly Cell[]
  /** How many were acknowledged in time, and late. */
  acknowledged(stage: string, procedure: string): readonly Cell[]
}

interface Taken {
  readonly of: Average['of']
  readonly stage: string
  readonly procedure: string
  readonly days: number
  readonly n: number
}

/**
 * Mean and median of the working days that things took, by stage and procedure.
 *
 * Hidden: those of fewer than `threshold`; those of a number that is hidden; and those beside hidden counts of
 * what was in time or late, which an average could tell apart. Where an average of all could be turned into that
 * of one hidden row, or of rows with fewer than `threshold`, the smallest shown row is hidden too.
 */
export function averagesOf(rows: Rows, beside: Beside, threshold: number, byProcedure: boolean): Average[] {
  const taken = [...acknowledging(rows), ...responding(rows)]
  const groups = Map.groupBy(taken, ({ of, stage }) => `${of} ${stage}`)
  return [...groups.keys()].sort().flatMap((group) => {
    const among = groups.get(group)!
    const { of, stage } = among[0]!
    const procedures = byProcedure ? [...new Set(among.map(({ procedure }) => procedure))].sort() : []
    const counted = [...procedures, 'all'].map((procedure) => {
      const these = among.filter((each) => procedure === 'all' || each.procedure === procedure)
      return { procedure, n: total(these), these, of_n: numberOf(of, stage, procedure, beside) }
    })
    const parts = counted.slice(0, -1)
    const shown = new Set(counted.filter(({ n, of_n }) => n >= threshold && 'n' in of_n))
    const whole = counted.at(-1)!
    if (parts.length && shown.has(whole)) {
      for (;;) {
        const hidden = parts.filter((part) => !shown.has(part))
        if (hidden.length === 0 || (hidden.length > 1 && sum(hidden) >= threshold)) break
        const next = parts.filter((part) => shown.has(part)).sort((one, other) => one.n - other.n)[0] ?? whole
        shown.delete(next)
        if (next === whole) break
      }
    }
    return counted.map((each) => {
      const { procedure, these, of_n } = each
      const averages = shown.has(each)
        ? { mean: { n: mean(these) }, median: { n: median(these) } }
        : { mean: { hidden: true } as const, median: { hidden: true } as const }
      return { of, stage, procedure, of_n, ...averages }
    })
  })
}

const acknowledging = ({ asked }: Rows): Taken[] =>
  asked.flatMap(({ stage, procedure, n, ...row }) =>
    row.acknowledged_on === null || acknowledgementOf(row) === 'not-yet'
      ? []
      : [taken('acknowledge', stage, procedure, row.asked_on, row.acknowledged_on, n)],
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

/** How many an average is of, where that and how they stood to their day may both be known. */
function numberOf(of: Average['of'], stage: string, procedure: string, beside: Beside): Cell {
  const parts = of === 'acknowledge' ? beside.acknowledged(stage, procedure) : beside.times(stage, procedure)
  if (parts.some((part) => 'hidden' in part)) return { hidden: true }
  if (of === 'respond') return beside.answered(stage, procedure)
  return { n: parts.reduce((all, part) => all + ('n' in part ? part.n : 0), 0) }
}

const total = (among: readonly Taken[]): number => among.reduce((n, each) => n + each.n, 0)
const sum = (among: readonly { n: number }[]): number => among.reduce((n, each) => n + each.n, 0)

function mean(among: readonly Taken[]): number {
  const days = among.reduce((sum, each) => sum + each.days * each.n, 0)
  return Math.round((days / total(among)) * 10) / 10
}

function median(among: readonly Taken[]): number {
  const sorted = among.flatMap(({ days, n }) => Array<number>(n).fill(days)).sort((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}

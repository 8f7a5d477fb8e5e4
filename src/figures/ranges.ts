import loadSolver, { type Model } from 'highs'
import type { Key } from './keys.ts'
import type { Sum } from './sums.ts'

/** What a reader can work out of a hidden count: it lies between these, both possible. */
export interface Range {
  least: number
  most: number
}

/** What a reader knows of some figures together: their sum lies between these. */
export interface Bound {
  readonly keys: readonly Key[]
  readonly least: number
  readonly most: number
}

/** What is shown contradicts itself: reports that were counted from different states of the record. */
export class DoesNotFit extends Error {
  override name = 'DoesNotFit'
}

/** More than any count could be: stands for no limit. */
const plenty = 100_000

const solver = await loadSolver()

/**
 * For each hidden figure, how far apart the counts are that it could have, given every figure that is shown and
 * every sum. A range stops growing at `enough`: it may be wider still.
 *
 * The range is worked out by linear programming, and each end of it comes with whole numbers for all hidden
 * figures that fit everything published: a reader cannot rule them out. Where the best numbers are not whole,
 * they are sought among whole ones. `counts` are the true ones, as far as they are known: of a hidden figure in
 * another report they need not be. Throws DoesNotFit where no numbers fit what is shown.
 */
export function rangesOf(
  hidden: ReadonlySet<Key>,
  counts: ReadonlyMap<Key, number>,
  sums: readonly Sum[],
  enough: number,
  wanted: ReadonlySet<Key> = hidden,
  bounds: readonly Bound[] = [],
): Map<Key, Range> {
  const ranges = new Map<Key, Range>()
  for (const key of hidden)
    ranges.set(key, { least: counts.get(key) ?? Infinity, most: counts.get(key) ?? -Infinity })
  for (const group of linked(hidden, sums, bounds)) {
    if (group.keys.some((key) => wanted.has(key))) widen(group, ranges, counts, hidden, enough, wanted)
  }
  return ranges
}

interface Group {
  readonly keys: Key[]
  readonly rows: Row[]
}

/** A sum or a bound: signed figures, and what they come to together. */
interface Row {
  readonly terms: Sum
  readonly least: number
  readonly most: number
}

/** Hidden figures that sums link, together: those of one group say nothing of another. */
function linked(hidden: ReadonlySet<Key>, sums: readonly Sum[], bounds: readonly Bound[]): Group[] {
  const rows: Row[] = [
    ...sums.map((terms) => ({ terms, least: 0, most: 0 })),
    ...bounds.map(({ keys, ...between }) => ({ terms: keys.map((key) => [key, 1] as const), ...between })),
  ]
  const groups = new Map<Key, Group>([...hidden].map((key) => [key, { keys: [key], rows: [] }]))
  for (const row of rows) {
    const [first, ...others] = [
      ...new Set(row.terms.filter(([key]) => hidden.has(key)).map(([key]) => groups.get(key)!)),
    ]
    if (!first) continue
    first.rows.push(row)
    for (const other of others) {
      first.keys.push(...other.keys)
      first.rows.push(...other.rows)
      for (const key of other.keys) groups.set(key, first)
    }
  }
  return [...new Set(groups.values())]
}

/** The hidden figures that sums link with any of these. */
export function linkedWith(keys: ReadonlySet<Key>, hidden: ReadonlySet<Key>, sums: readonly Sum[]): Set<Key> {
  const groups = linked(hidden, sums, []).filter((group) => group.keys.some((key) => keys.has(key)))
  return new Set(groups.flatMap((group) => group.keys))
}

function widen(
  { keys, rows }: Group,
  ranges: Map<Key, Range>,
  counts: ReadonlyMap<Key, number>,
  hidden: ReadonlySet<Key>,
  enough: number,
  wanted: ReadonlySet<Key>,
): void {
  const column = new Map(keys.map((key, i) => [key, i]))
  const model = solver.createModel()
  try {
    model.options.set({ output_flag: false })
    // A count of 0 is never hidden, and the notes say so: at least 1 is known.
    for (let i = 0; i < keys.length; i += 1) model.addVar(1, plenty)
    for (const { terms, least, most } of rows) {
      const unknown = terms.filter(([key]) => hidden.has(key))
      const known = terms.reduce(
        (sum, [key, sign]) => (hidden.has(key) ? sum : sum + sign * counts.get(key)!),
        0,
      )
      model.addRow(least - known, most - known, {
        indices: unknown.map(([key]) => column.get(key)!),
        values: unknown.map(([, sign]) => sign),
      })
    }
    for (const key of keys) {
      const range = ranges.get(key)!
      for (const sense of [-1, 1]) {
        if (!wanted.has(key) || range.most - range.least >= enough) break
        for (const [i, value] of best(model, column.get(key)!, sense, keys.length).entries()) {
          const other = ranges.get(keys[i]!)!
          other.least = Math.min(other.least, value)
          other.most = Math.max(other.most, value)
        }
      }
    }
  } finally {
    // The solver's memory is its own: nothing else gives it back.
    model.dispose()
  }
}

/** Whole numbers for every column that make one of them greatest (-1) or least (1). */
function best(model: Model, column: number, sense: number, columns: number): number[] {
  model.changeColCost(column, sense)
  solve(model)
  let values = [...model.getSolution().colValue]
  if (values.some((value) => Math.abs(value - Math.round(value)) > 1e-6)) {
    for (let i = 0; i < columns; i += 1) model.changeColIntegrality(i, solver.constants.variableType.integer)
    solve(model)
    values = [...model.getSolution().colValue]
    for (let i = 0; i < columns; i += 1)
      model.changeColIntegrality(i, solver.constants.variableType.continuous)
  }
  model.changeColCost(column, 0)
  return values.map(Math.round)
}

function solve(model: Model): void {
  model.run()
  if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
    throw new DoesNotFit('No counts fit everything that is published.')
  }
}

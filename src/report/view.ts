import type { Cell, Figures, Table } from '../figures/schema.ts'

/** A table as a page shows it. */
export interface View {
  readonly id: string
  readonly rows: Table['rows']
  /** Null for a list, whose only column is the year. */
  readonly columns: Table['columns']
  readonly cells: readonly (readonly Cell[])[]
  /** True where any figure is hidden. */
  readonly hides: boolean
}

const nothing = (cell: Cell | undefined) => !cell || ('n' in cell && cell.n === 0)

/**
 * A table ready to be shown: columns with nothing in them left out, `all` last. A list by category runs from the most to the fewest; what is hidden stands between what is shown and
 * 0, in the order of council.json, so that its place gives nothing away.
 */
export function viewOf(given: Table): View {
  const table = turned(given)
  const timely = ['period', 'on', 'stage'].includes(table.rows.dimension)
  const all = table.rows.values.map((value, i) => ({ value, cells: table.cells[i] ?? [] }))
  const keep = (table.columns?.values ?? ['']).map(
    (value, i) => value === 'all' || !all.every(({ cells }) => nothing(cells[i])),
  )
  const pick = <T>(list: readonly T[]) => list.filter((_, i) => keep[i])
  const size = ({ value, cells }: (typeof all)[number]) => {
    const last = cells.at(-1)
    return value === 'all' ? -2 : last && 'n' in last ? last.n : 0.5
  }
  const ordered = timely || isScale(table.rows.dimension) ? all : all.toSorted((a, b) => size(b) - size(a))
  return {
    id: table.id,
    rows: { dimension: table.rows.dimension, values: ordered.map(({ value }) => value) },
    columns: table.columns && { ...table.columns, values: pick(table.columns.values) },
    cells: ordered.map(({ cells }) => pick(cells)),
    hides: ordered.some(({ cells }) => pick(cells).some((cell) => 'hidden' in cell)),
  }
}

/** A table with more columns than rows, and too many for a page, turned on its side. */
function turned(table: Table): Table {
  const { rows, columns, cells } = table
  if (!columns || columns.values.length < 6 || columns.values.length <= rows.values.length) return table
  return {
    ...table,
    rows: columns,
    columns: rows,
    cells: columns.values.map((_, i) => rows.values.map((_, j) => cells[j]![i]!)),
  }
}

/** Values that have an order of their own. */
const isScale = (dimension: string) =>
  ['kind', 'outcome', 'time', 'acknowledged', 'ending', 'actions', 'state', 'decision'].includes(dimension)

/** The row of another year's table for a value; undefined where that year has none, or no such table. */
export function rowIn(figures: Figures | null, id: string, value: string): readonly Cell[] | undefined {
  const table = figures?.tables.find((each) => each.id === id)
  return table?.cells[table.rows.values.indexOf(value)]
}

/**
 * Whole per cents that come to 100: each rounded down, and what is left given to those that lost most. Shares
 * that are rounded one by one can come to 99 or 101 (DOMAIN 13.4, 5).
 */
export function percentOf(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, n) => sum + n, 0)
  if (whole === 0) return parts.map(() => 0)
  const exact = parts.map((n) => (n / whole) * 100)
  const floors = exact.map(Math.floor)
  const left = 100 - floors.reduce((sum, n) => sum + n, 0)
  const lucky = exact
    .map((n, i) => ({ i, lost: n - floors[i]! }))
    .sort((a, b) => b.lost - a.lost || a.i - b.i)
    .slice(0, left)
  return floors.map((n, i) => n + (lucky.some((each) => each.i === i) ? 1 : 0))
}

/** True for a table in which nothing happened. */
export const isEmpty = ({ cells }: View): boolean => cells.every((row) => row.every(nothing))

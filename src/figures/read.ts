import { keyOf, type Key, type Where } from './keys.ts'
import type { Cell, Figures, Table } from './schema.ts'

/** Where a figure of a table stands, and its key. */
export interface Place {
  readonly table: string
  readonly row: string
  readonly column: string | null
  readonly counts: string
  readonly where: Where
  readonly key: Key
}

type Frame = { readonly period: { readonly id: string }; readonly tables: readonly Omit<Table, 'cells'>[] }

/** Every place of every table, row by row, in the order of their cells. */
export function* keysIn({ period, tables }: Frame): Generator<Place> {
  for (const { id, counts, where, rows, columns } of tables) {
    for (const row of rows.values) {
      for (const column of columns?.values ?? [null]) {
        const at: Record<string, string> = {
          ...where,
          ...(row !== 'all' && { [rows.dimension]: row }),
          ...(columns && column !== null && column !== 'all' && { [columns.dimension]: column }),
        }
        if (!('on' in at) && !('period' in at)) at['period'] = period.id
        yield { table: id, row, column, counts, where: at, key: keyOf(counts, at) }
      }
    }
  }
}

/** Every figure of the tables by its key. */
export function cellsByKey(figures: Figures): Map<Key, Cell> {
  const cells = figures.tables.flatMap((table) => table.cells.flat())
  return new Map([...keysIn(figures)].map(({ key }, i) => [key, cells[i]!]))
}

/** A table by its id. Throws where there is none. */
export function tableOf(figures: Figures, id: string): Table {
  const table = figures.tables.find((each) => each.id === id)
  if (!table) throw new Error(`The figures of ${figures.period.id} have no table ${JSON.stringify(id)}.`)
  return table
}

/** One figure of a table, by the values of its row and column: `all` for a total, no column for a list. */
export function cellOf(figures: Figures, id: string, row: string, column?: string): Cell {
  const { rows, columns, cells } = tableOf(figures, id)
  const cell = cells[rows.values.indexOf(row)]?.[columns ? columns.values.indexOf(column ?? 'all') : 0]
  if (!cell) throw new Error(`Table ${id} of ${figures.period.id} has no ${row}, ${column ?? 'all'}.`)
  return cell
}

/**
 * What part one figure is of another, from 0 to 1; null where either is hidden or the whole is smaller than the
 * threshold. It needs no hiding of its own: whoever has both figures can work it out.
 */
export const share = (part: Cell, whole: Cell, threshold: number): number | null =>
  'n' in part && 'n' in whole && whole.n >= threshold ? part.n / whole.n : null

import { partsOf, type Key } from '../figures/keys.ts'
import { keysIn } from '../figures/read.ts'
import type { Cell, Figures } from '../figures/schema.ts'
import { sumsOf } from '../figures/sums.ts'
import type { At, Part, Statement } from './checks/statements.ts'
import { percentOf } from './view.ts'

/** Columns that make a whole, of which pages draw shares. */
const split = ['outcome', 'time', 'acknowledged', 'state']

/** How an officer knows a figure: “answered: outcome upheld, stage 1”. */
function named(key: Key): string {
  const { counts, where } = partsOf(key)
  const parts = Object.entries(where).map(([dimension, value]) => `${dimension} ${value}`)
  return `${counts}: ${parts.join(', ')}`
}

const known = (cell: Cell | null | undefined): number | null => (cell && 'n' in cell ? cell.n : null)

/**
 * What several reports’ figures say together: every count wherever it stands, every sum that readers can add up
 * (sumsOf: parts and wholes, what came and what ended, a year and its quarters), shares as pages print them, and
 * averages beside the counts that they are of. `file` names a report for messages.
 */
export function saidByFigures(
  reports: readonly Figures[],
  file: (figures: Figures) => string,
): readonly Statement[] {
  const at = new Map<Key, At>()
  const cells = new Map<Key, number | null>()
  const counts = reports.flatMap((figures) => {
    const all = figures.tables.flatMap((table) => table.cells.flat())
    return [...keysIn(figures)].map(({ key, table, row, column }, i): Statement => {
      const place = `${file(figures)}: ${table} (${row}${column === null ? '' : `, ${column}`})`
      at.set(key, place)
      cells.set(key, known(all[i]))
      return { says: 'count', at: place, of: named(key), n: known(all[i]) }
    })
  })
  const sums = sumsOf(cells.keys()).map((sum): Statement => {
    const [whole, ...others] = sum
    // A sum of what came and what ended has parts on both sides: those that are added stand beside the whole.
    const more = others.filter(([, sign]) => sign === whole![1]).map(([key]) => key)
    const parts = others
      .filter(([, sign]) => sign !== whole![1])
      .map(([key]): Part => ({ of: named(key), n: cells.get(key) ?? null }))
    const added = [whole![0], ...more].map((key) => cells.get(key) ?? null)
    return {
      says: 'sum',
      at: at.get(whole![0])!,
      of: [whole![0], ...more].map(named).join(' and '),
      whole: added.some((n) => n === null) ? null : added.reduce<number>((all, n) => all + n!, 0),
      parts,
    }
  })
  return [
    ...counts,
    ...sums,
    ...reports.flatMap((figures) => [...shares(figures, file), ...averages(figures, file)]),
  ]
}

/** Every row that a page draws as parts of a whole. */
const shares = (figures: Figures, file: (figures: Figures) => string): Statement[] =>
  figures.tables.flatMap(({ id, rows, columns, cells }) => {
    if (!columns || !split.includes(columns.dimension)) return []
    return rows.values.flatMap((row, i): Statement[] => {
      const parts = cells[i]!.filter((_, j) => columns.values[j] !== 'all').map(known)
      const counts = parts.filter((n) => n !== null)
      if (counts.length < parts.length || counts.every((n) => n === 0)) return []
      const place = `${file(figures)}: ${id} (${row})`
      return [{ says: 'split', at: place, of: `${id}, ${row}`, percent: percentOf(counts) }]
    })
  })

/** The average of all beside those of its parts, where every part is there and shown. */
function averages(figures: Figures, file: (figures: Figures) => string): Statement[] {
  const groups = Map.groupBy(figures.averages, ({ of, stage }) => `${of}, stage ${stage}`)
  return [...groups].flatMap(([name, group]): Statement[] => {
    const all = group.find(({ procedure }) => procedure === 'all')
    const average = known(all?.mean)
    const of = known(all?.of_n)
    if (average === null) return []
    const parts = group
      .filter((each) => each !== all)
      .map(({ of_n, mean }) => ({ n: known(of_n), average: known(mean) }))
      .filter((part): part is { n: number; average: number } => part.n !== null && part.average !== null)
    const whole = parts.reduce((sum, { n }) => sum + n, 0) === of
    return [
      {
        says: 'average',
        at: `${file(figures)}: averages (${name})`,
        of: name,
        unit: 'working-days',
        average,
        parts: whole ? parts : [],
      },
    ]
  })
}

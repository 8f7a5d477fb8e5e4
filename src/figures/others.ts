import type { Key } from './keys.ts'
import { cellsByKey } from './read.ts'
import type { Figures } from './schema.ts'

/** What several reports show together, and what they hide. A figure that one shows is shown. */
export function publishedBy(reports: readonly Figures[]): { shown: Map<Key, number>; hidden: Set<Key> } {
  const shown = new Map<Key, number>()
  const hidden = new Set<Key>()
  for (const report of reports)
    for (const [key, cell] of cellsByKey(report)) {
      if ('n' in cell) shown.set(key, cell.n)
      else hidden.add(key)
    }
  for (const key of shown.keys()) hidden.delete(key)
  return { shown, hidden }
}

/** True where a report says something that the record no longer gives: it was mended since. */
export const isOvertaken = (report: Figures, counts: ReadonlyMap<Key, number>): boolean =>
  [...cellsByKey(report)].some(([key, cell]) => {
    const n = counts.get(key)
    return n !== undefined && ('n' in cell ? cell.n !== n : n === 0)
  })

import type { Key } from './keys.ts'
import { keysIn } from './read.ts'
import type { Figures } from './schema.ts'
import type { Why } from './suppress.ts'

/** What was hidden and why, table by table, for the officer who made the figures. No hidden count is in it. */
export function hiddenInWords(figures: Figures, hidden: ReadonlyMap<Key, Why>): string[] {
  const places = [...keysIn(figures)]
  const named = new Map(
    places.map(({ key, table, row, column }) => [key, `${row}${column ? `, ${column}` : ''} (${table})`]),
  )
  const because = (why: Why) =>
    'small' in why
      ? 'it is under the threshold'
      : 'protects' in why
        ? `without it, one could work out ${named.get(why.protects) ?? why.protects}`
        : 'another report hides it'
  return figures.tables.flatMap(({ id }) => {
    const here = places.filter(({ table, key }) => table === id && hidden.has(key))
    if (here.length === 0) return []
    const all = places.filter(({ table }) => table === id).length
    return [
      `${id}: ${here.length} of ${all} hidden`,
      ...here.map(
        ({ key, row, column }) => `  ${row}${column ? `, ${column}` : ''}: ${because(hidden.get(key)!)}`,
      ),
    ]
  })
}

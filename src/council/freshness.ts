import type { Day } from './working-days.ts'

/** What has gone stale, and what was never checked, in a file of facts. */
export interface Freshness {
  /** Facts that nobody has compared with their source for a year, as warnings. */
  stale: string[]
  /** Facts that nobody has checked yet. */
  unchecked: string[]
}

/**
 * Looks through a whole file for facts that carry `checked` (a day) or `unchecked` (what is to be checked), at
 * any depth. `file` is its name as people know it, such as content/council.json; `today` a day in London. Each line
 * names the file, the key and the mend.
 */
export function freshness(content: unknown, file: string, today: Day): Freshness {
  const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const found: Freshness = { stale: [], unchecked: [] }
  for (const { place, name, fact } of factsIn(content, '', 'it')) {
    const { checked, unchecked } = fact
    if (typeof checked === 'string' && checked < aYearAgo) {
      found.stale.push(
        `${file}: ${place}.checked is ${checked}, over a year ago. Compare ${name} with its source, and write the day you did.`,
      )
    }
    if (Array.isArray(unchecked)) {
      found.unchecked.push(...unchecked.map((what) => `${file}: ${place} (${name}): ${what}`))
    }
  }
  return found
}

/** Every group of keys with its place, and the id that it or the nearest group around it has. */
function* factsIn(
  value: unknown,
  place: string,
  around: string,
): Generator<{ place: string; name: string; fact: Record<string, unknown> }> {
  if (typeof value !== 'object' || value === null) return
  const name = 'id' in value && typeof value.id === 'string' ? value.id : around
  if (!Array.isArray(value)) yield { place, name, fact: value as Record<string, unknown> }
  for (const [key, inner] of Object.entries(value)) {
    yield* factsIn(inner, Array.isArray(value) ? `${place}[${key}]` : place ? `${place}.${key}` : key, name)
  }
}

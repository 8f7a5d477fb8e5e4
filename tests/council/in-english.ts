import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One of the files that Heard ships with, as a council that publishes English alone would have it: rules about what it
 * says are tried one at a time, and a text that a test puts in need not be written in every language.
 */
export function inEnglish(name: string): unknown {
  const file = JSON.parse(readFileSync(join('content', name), 'utf8')) as { languages?: { tag: string }[] }
  const only = (held: unknown): unknown => {
    if (typeof held !== 'object' || held === null) return held
    if (Array.isArray(held)) return held.map(only)
    const own = held as Record<string, unknown>
    if (typeof own['en'] === 'string') return { en: own['en'] }
    return Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, only(inner)]))
  }
  const english = only(file) as object
  return file.languages
    ? { ...english, languages: file.languages.filter(({ tag }) => tag === 'en') }
    : english
}

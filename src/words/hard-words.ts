import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The hard words of an Easy Read edition and the sentences that explain them, from the table in its glossary.md. What
 * has several names there, as in “average, mean” or “text relay (Relay UK)”, is found by each.
 * Throws where the edition has none.
 */
export function hardWords(language: string): ReadonlyMap<string, string> {
  const file = join(process.cwd(), 'content/words', language, 'glossary.md')
  const table = /^## Hard words.*?\n(.*?)(?=^## )/ms.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  const rows = [...table.matchAll(/^\| *(.+?) *\| *(.+?) *\|$/gm)].slice(2)
  return new Map(
    rows.flatMap(([, names = '', meaning = '']) =>
      names.split(/, | \(|\)/).flatMap((name) => (name ? [[name, meaning] as const] : [])),
    ),
  )
}

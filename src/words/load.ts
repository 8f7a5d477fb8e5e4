import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from './translate.ts'

const folder = 'content/words'

/**
 * The words of one edition, by file and key: content/words/en/form.json → `form.…`.
 *
 * Read from the folder that the site was started or deployed in. Throws for a language that has none.
 */
export function loadWords(language: string): Words {
  if (!/^[a-zA-Z-]+$/.test(language)) throw new Error(`Not a language: ${JSON.stringify(language)}.`)
  const place = join(process.cwd(), folder, language)
  const files = readdirSync(place).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(place, name), 'utf8')) as Words,
    ]),
  )
}

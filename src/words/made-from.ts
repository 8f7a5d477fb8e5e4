import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leavesOf } from './leaves.ts'
import type { Words } from './translate.ts'

/**
 * What an edition's translations were made from: content/translated/<language>.json, written by
 * `npm run translated`, read by the build. Hashes are the first 12 hexadecimal digits of SHA-256.
 */
export interface MadeFrom {
  /** The English page each page was made from: `how-to-complain` → hash of its file. */
  readonly pages: Readonly<Record<string, string>>
  /** The English sentence each sentence was made from: `form.continue` → hash. */
  readonly words: Readonly<Record<string, string>>
  /** The English texts of the council's data that were translated, as hashes. */
  readonly texts: readonly string[]
  /** Pages that a professional translator has checked, and the day they did: YYYY-MM-DD. */
  readonly checked: Readonly<Record<string, string>>
}

/** What to look at again in one edition. */
export interface Stale {
  readonly pages: readonly string[]
  readonly words: readonly string[]
  readonly texts: readonly string[]
}

/** The council's own files, whose texts are maps by language. */
const data = ['council.json', 'routes.json', 'finder.json', 'bank-holidays.json'] as const

const english = 'en'

/** What the record would say if everything were translated today. `folder` is content/. */
export function madeToday(language: string, folder = 'content'): Omit<MadeFrom, 'checked'> {
  const pages = pagesIn(folder, english).filter((page) => pagesIn(folder, language).includes(page))
  return {
    pages: Object.fromEntries(
      pages.map((page) => [page, hash(read(folder, 'pages', english, `${page}.mdx`))]),
    ),
    words: Object.fromEntries([...wordsIn(folder)].map(([key, leaf]) => [key, hash(JSON.stringify(leaf))])),
    texts: [...new Set(textsIn(folder, language).map(hash))].sort(),
  }
}

/** What was translated; nothing where the edition has no record yet. */
export function madeFrom(language: string, folder = 'content'): MadeFrom {
  const file = recordOf(language, folder)
  if (!existsSync(file)) return { pages: {}, words: {}, texts: [], checked: {} }
  return JSON.parse(readFileSync(file, 'utf8')) as MadeFrom
}

/** What has changed in English since an edition was made from it. */
export function staleIn(language: string, folder = 'content'): Stale {
  const then = madeFrom(language, folder)
  const now = madeToday(language, folder)
  const changed = (kind: 'pages' | 'words') =>
    Object.keys(now[kind]).filter((item) => now[kind][item] !== then[kind][item])
  return {
    pages: changed('pages'),
    words: changed('words'),
    texts: textsIn(folder, language).filter((text) => !then.texts.includes(hash(text))),
  }
}

/** The same for a person to act on: each line names what to compare and what to run when it is mended. */
export function staleLines(language: string, folder = 'content'): string[] {
  if (!existsSync(recordOf(language, folder)))
    return [
      `content/translated/${language}.json is not there: nobody can tell what has changed since. Run: npm run translated -- ${language}`,
    ]
  const { pages, words, texts } = staleIn(language, folder)
  const mend = `Compare it with the English, mend it, then run: npm run translated -- ${language}`
  return [
    ...pages.map(
      (page) => `content/pages/${language}/${page}.mdx: the English page has changed. ${mend} pages/${page}`,
    ),
    ...words.map(
      (key) =>
        `content/words/${language}/${key.replace('.', '.json: ')}: the English sentence has changed. ${mend} words/${key}`,
    ),
    ...texts.map(
      (text) =>
        `content/: the English of “${text.slice(0, 60)}” has changed or is new in ${language}. ${mend} texts`,
    ),
  ]
}

const recordOf = (language: string, folder: string): string => join(folder, 'translated', `${language}.json`)

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const read = (...place: string[]): string => readFileSync(join(...place), 'utf8')

function pagesIn(folder: string, language: string): readonly string[] {
  const place = join(folder, 'pages', language)
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replaceAll('\\', '/').slice(0, -'.mdx'.length))
    .sort()
}

function wordsIn(folder: string): ReadonlyMap<string, unknown> {
  const place = join(folder, 'words', english)
  return new Map(
    readdirSync(place)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => [
        ...leavesOf(JSON.parse(read(place, name)) as Words, `${name.slice(0, -'.json'.length)}.`),
      ]),
  )
}

/** English texts that have words in this language beside them. */
function textsIn(folder: string, language: string): string[] {
  return data.flatMap((name) => [...walk(JSON.parse(read(folder, name)), language)])
}

function* walk(held: unknown, language: string): Generator<string> {
  if (typeof held !== 'object' || held === null) return
  const own = held as Record<string, unknown>
  if (typeof own[english] === 'string' && typeof own[language] === 'string') yield own[english]
  else for (const inner of Object.values(own)) yield* walk(inner, language)
}

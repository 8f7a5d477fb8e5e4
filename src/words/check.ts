import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leavesOf, type Leaf } from './leaves.ts'
import { faultOf } from './mismatch.ts'
import type { Words } from './translate.ts'

/** What the form itself calls for in questions.json, as src/form/outputs/words-needed.ts derives it. */
interface Derived {
  readonly needed: readonly string[]
  readonly allowed: readonly string[]
}

/** The edition that others are held to, in the files that no code derives. */
const reference = 'en'

/**
 * Checks the words of one published edition: nothing missing, nothing unused, no sentence that asks for other
 * values than the English one.
 *
 * questions.json is held to the form, and every other file to English. Each line names the file, the key and the
 * mend; no line means that all is well. Throws only where the edition's folder cannot be read. `folder` is where
 * the editions lie. `needless` names files that this edition may go without, since it has no page that reads them.
 */
export function checkWords(
  language: string,
  questions: Derived,
  folder = join(process.cwd(), 'content/words'),
  needless: readonly string[] = [],
): string[] {
  const names = (edition: string) =>
    readdirSync(join(folder, edition)).filter((name) => name.endsWith('.json'))
  const own = names(language)
  const files = new Set([
    'questions.json',
    ...names(reference).filter((name) => !needless.includes(name)),
    ...own,
  ])
  return [...files].sort().flatMap((name) => {
    const file = `content/words/${language}/${name}`
    const own = read(folder, language, name)
    if (typeof own === 'string') return [`${file}: ${own}`]
    const english = read(folder, reference, name)
    if (typeof english === 'string') {
      // A fault of the English file is told when English is checked; a file that English lacks is told here.
      return english === absent
        ? [`${file}: the file is not used. Take it out, or name it as the English one.`]
        : []
    }
    const needed = name === 'questions.json' ? questions : { needed: [...english.keys()], allowed: [] }
    return faultsOf(own, english, needed, language).map((fault) => `${file}: ${fault}`)
  })
}

function faultsOf(
  own: ReadonlyMap<string, Leaf>,
  english: ReadonlyMap<string, Leaf>,
  { needed, allowed }: Derived,
  language: string,
): string[] {
  // A hint is for the edition to have or not; but what English readers are told, others are told too.
  const must = new Set([...needed, ...allowed.filter((key) => english.has(key))])
  const missing = [...must]
    .filter((key) => !own.has(key))
    .map((key) => `${key} is missing. Add it${inEnglish(english.get(key))}`)
  const unused = [...own.keys()]
    .filter((key) => !must.has(key) && !allowed.includes(key))
    .map((key) => `${key} is not used. Take it out, or correct its name.`)
  const mismatched = [...own]
    .filter(([key]) => must.has(key) || allowed.includes(key))
    .flatMap(([key, leaf]) => {
      const fault = faultOf(leaf, english.get(key), language)
      return fault ? [`${key} ${fault}`] : []
    })
  return [...missing, ...unused, ...mismatched]
}

const inEnglish = (leaf: Leaf | undefined): string => {
  const sentence = typeof leaf === 'object' ? leaf['other'] : leaf
  return typeof sentence === 'string' ? `: in English, “${sentence}”` : '.'
}

const absent = 'the file is missing. Copy the English one, and translate it.'

/** A file's leaves by key, or what is wrong with it as a whole. */
function read(folder: string, language: string, name: string): ReadonlyMap<string, Leaf> | string {
  let contents: string
  try {
    contents = readFileSync(join(folder, language, name), 'utf8')
  } catch {
    return absent
  }
  try {
    return leavesOf(JSON.parse(contents) as Words)
  } catch (error) {
    return `the file is not JSON: ${(error as Error).message}. Look there, and just before, for a missing comma or quotation mark.`
  }
}

import type { Words } from './translate.ts'

/** One thing an edition says, by its dotted key: a sentence, or its plural forms by CLDR category. */
export type Leaf = string | Readonly<Record<string, string>>

const categories = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** Every leaf of a file of words, in its order. What is neither text nor a group is given as it stands. */
export function leavesOf(words: Words, before = ''): Map<string, Leaf> {
  return new Map(
    Object.entries(words).flatMap(([key, held]) =>
      isLeaf(held) ? [[before + key, held as Leaf] as const] : [...leavesOf(held, `${before}${key}.`)],
    ),
  )
}

/** The names that a sentence has to be given values for. */
export const placeholdersOf = (sentence: string): ReadonlySet<string> =>
  new Set([...sentence.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string))

/** A group whose keys are all plural categories, `other` among them, is one sentence in its plural forms. */
function isLeaf(held: string | Words): held is string {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return true
  const keys = Object.keys(held)
  return keys.includes('other') && keys.every((key) => categories.has(key))
}

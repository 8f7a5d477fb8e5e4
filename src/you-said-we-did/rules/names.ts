import type { Fault, Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'
import { sentencesOf, textsOf } from '../texts.ts'
import { firstNames } from './first-names.ts'
import { capitalised, starters, titles } from './known-words.ts'

/**
 * What looks like a person's name is shown to the editor, who takes it out or confirms under `namesChecked` that it
 * is nobody's. A rule can tell a capital, and a list the commonest first names; only a person can tell a person.
 */
export const names: Rule<Entry> = (entry, { knownWords }) => {
  const checked = entry.namesChecked ?? []
  const known = new Set([...capitalised, ...knownWords])
  const texts = textsOf(entry)
  const told = new Set<string>()
  const found = texts.flatMap(({ path, text }) =>
    namesIn(text, known)
      .filter((name) => !checked.includes(name) && !told.has(name) && told.add(name))
      .map((name): Fault => ({
        path,
        message: `has “${name}”, which looks like a person’s name. If it is one, take it out. If it is not, add "${name}" to namesChecked.`,
      })),
  )
  const unused = checked.flatMap((name, i): Fault[] =>
    texts.some(({ text }) => text.includes(name))
      ? []
      : [{ path: ['namesChecked', i], message: `is "${name}", which the entry does not have. Take it out.` }],
  )
  return [...found, ...unused]
}

/** Words with a capital that no sentence asks for, side by side: “Quay Street”, “Mrs Jones”. */
export const namesIn = (text: string, known: ReadonlySet<string>): readonly string[] => [
  ...new Set(sentencesOf(text).flatMap((sentence) => inSentence(sentence, known))),
]

const capital = /\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]+)*/u
const run = new RegExp(`(?<![\\p{L}\\d])${capital.source}(?: ${capital.source})*`, 'gu')

function inSentence(sentence: string, known: ReadonlySet<string>): string[] {
  const first = sentence.search(/[\p{L}\d]/u)
  return [...sentence.matchAll(run)].flatMap(({ 0: words, index }) => {
    const all = words.replace(/[’']s\b/g, '').split(' ')
    // A sentence starts with a capital, so its first word alone says nothing unless it is a first name.
    const start = index === first && all[0] !== undefined
    const lone = start && (all.length === 1 || starters.has(all[0] as string))
    const left = lone && !firstNames.has(all[0] as string) ? all.slice(1) : all
    return parted(left, known)
  })
}

/** The words of a run that nobody knows, those side by side as one. */
function parted(words: readonly string[], known: ReadonlySet<string>): string[] {
  const parts: string[][] = [[]]
  for (const word of words) {
    // “Sundays” is as well known as “Sunday”.
    if (known.has(word) || known.has(word.replace(/s$/, ''))) parts.push([])
    else parts.at(-1)?.push(word)
  }
  // “Mrs B” is told as initials already.
  return parts.filter((part) => part.some((word) => !titles.has(word))).map((part) => part.join(' '))
}

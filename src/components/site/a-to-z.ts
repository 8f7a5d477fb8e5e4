/** One line of the A to Z: what people look for, and where it leads. */
export interface Entry {
  name: string
  address: string
  /** What they find there: the page's description, or the name of the page that a search word leads to. */
  says: string
  /** True for a search word, which is one of several ways to its page. */
  see: boolean
}

export interface Letter {
  letter: string
  entries: readonly Entry[]
}

/** Pages that are not in the collection, by the end of their address. Their words are in site.json, a-to-z.beside. */
export const beside = [
  'add',
  'annual-report',
  'complain',
  'data',
  'consent',
  'consent-paper',
  'find',
  'follow',
  'for-advocates',
  'make-it-a-complaint',
  'paper-form',
  'resume',
  'review',
  'when',
  'you-said-we-did',
] as const

/** Where one of them stands, under its edition. */
export const addressOf = (id: (typeof beside)[number]): string =>
  id === 'consent-paper' ? 'consent/paper/' : `${id}/`

/** How a language files words where that is not by the letter they begin with. */
const filed: Readonly<Record<string, (name: string) => string>> = {
  // Under the word and not its article, and alif with or without its signs under one letter, as in Arabic indexes.
  ar: (name) => name.replace(/(^|\s)ال(?=\p{L}{2})/gu, '$1').replace(/[أإآ]/g, 'ا'),
}

/** Entries under their first letters, both in the order of the language's alphabet. */
export function byLetter(entries: readonly Entry[], language: string): readonly Letter[] {
  const { compare } = new Intl.Collator(language)
  const file = filed[language] ?? ((name: string) => name)
  const letters = new Map<string, Entry[]>()
  for (const entry of [...entries].sort((one, other) => compare(file(one.name), file(other.name)))) {
    const letter = (/\p{L}|\d/u.exec(file(entry.name))?.[0] ?? '').toLocaleUpperCase(language)
    letters.set(letter, [...(letters.get(letter) ?? []), entry])
  }
  return [...letters]
    .map(([letter, found]) => ({ letter, entries: found }))
    .sort((one, other) => compare(one.letter, other.letter))
}

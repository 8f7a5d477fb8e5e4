import type { Day } from '../council/working-days.ts'

/** What the rules need to know beside the entry itself. Plain data, so that the editor can have it in the browser. */
export interface Facts {
  /** The day of the build, or of the edit, in London. */
  readonly today: Day
  /** The smallest count of people that is published: council.json, thresholds.smallNumbers. */
  readonly smallestCount: number
  /** Ids of council.json's services. */
  readonly services: readonly string[]
  /** Ids of content/learning.json. */
  readonly lessons: readonly string[]
  /** Files in content/you-said-we-did/pictures. */
  readonly pictures: readonly string[]
  /** Words with a capital that are nobody's name: the council's own, its services, its ombudsmen, months, days. */
  readonly knownWords: readonly string[]
}

/** What is wrong at one key: a predicate that says what, and then how to mend it ("has initials. Write …"). */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** One rule that an entry is held to. `language` is the tag of the folder it lies in. */
export type Rule<Entry> = (entry: Entry, facts: Facts, language: string) => readonly Fault[]

import { madeFrom, staleIn, type MadeFrom, type Stale } from '../../words/made-from.ts'

/** Read and compared once for each language of a build: it goes through all of content/. */
const known = new Map<string, { then: MadeFrom; stale: Stale }>()

/** Whether the English of a page has changed since it was translated, and whether a professional has checked it. */
export function stateOf(place: string, language: string): { isStale: boolean; isChecked: boolean } {
  const { then, stale } = known.get(language) ?? { then: madeFrom(language), stale: staleIn(language) }
  known.set(language, { then, stale })
  // A page without a file of its own is made of sentences and of the council's texts.
  const ownFile = place in then.pages || stale.pages.includes(place)
  const isStale = ownFile ? stale.pages.includes(place) : stale.words.length > 0 || stale.texts.length > 0
  return { isStale, isChecked: place in then.checked }
}

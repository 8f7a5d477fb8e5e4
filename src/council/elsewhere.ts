import { rootOf, type Language } from './editions.ts'

/** What links to a page that an edition has not are made from. */
export interface Elsewhere {
  readonly languages: Language[]
  /** The edition whose page it is. */
  readonly tag: string
  /** What the link says after its words, in that edition: “(in English)”. */
  readonly says: string
  /** True for a page that this edition has not, by its address under the edition's root: `contact/`. */
  readonly lacks: (place: string) => boolean
}

/** The guidance that a shorter edition goes without (council.json). */
export const lacksGuidance =
  (languages: Language[], tag: string) =>
  (place: string): boolean =>
    languages.find((each) => each.tag === tag)?.without?.includes(place.replace(/\/$/, '')) ?? false

/** Where a page of guidance is for who reads this edition: its own, or the first edition's where it has none. */
export const guidanceAt = (languages: Language[], tag: string, place: string): string =>
  (lacksGuidance(languages, tag)(place) ? '/' : rootOf({ languages }, tag)) + place

/**
 * Leads each link to a page that an edition has not to the first edition's, and lets it say so: with hreflang for
 * machines, and in words for people. Every link of an edition goes through here, wherever it is written, so that
 * no writer and no component has to know which pages there are. A link that says so already stays as it is.
 */
export function ledElsewhere(html: string, { languages, tag, says, lacks }: Elsewhere): string {
  const [first] = languages
  if (!first || first.tag === tag) return html
  const own = rootOf({ languages }, tag)
  const links = /<a\b([^>]*)\shref="(\/[^"#?]*)([^"]*)"([^>]*)>(.*?)<\/a>/gs
  return html.replace(
    links,
    (link, before: string, at: string, rest: string, after: string, words: string) => {
      const place = at.startsWith(own) ? at.slice(own.length) : at.slice(1)
      if (!lacks(place) || `${before} ${after}`.includes('hreflang=')) return link
      return `<a${before} href="/${place}${rest}" hreflang="${first.tag}"${after}>${words} ${says}</a>`
    },
  )
}

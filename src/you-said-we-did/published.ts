import type { Day } from '../council/working-days.ts'
import type { Placed } from './between.ts'

/** True for an entry that is on the site on a day: no draft, and its day has come. */
export const isPublished = ({ entry: { draft, publishOn } }: Placed, on: Day): boolean =>
  !draft && (publishOn === undefined || publishOn <= on)

/** The entries of one language that are on the site on a day, the newest change first. */
export const publishedIn = (placed: readonly Placed[], language: string, on: Day): Placed[] =>
  placed
    .filter((one) => one.language === language && isPublished(one, on))
    .sort(
      (one, other) => other.entry.date.localeCompare(one.entry.date) || one.slug.localeCompare(other.slug),
    )

/** One page of a list of entries. */
export interface ListPage {
  /** What the list holds: every entry, those of a service (its id), or those of a year. */
  readonly of: { readonly all: true } | { readonly service: string } | { readonly year: string }
  /** Counted from 1. */
  readonly number: number
  /** How many pages the list has. */
  readonly last: number
  readonly entries: readonly Placed[]
}

/** A page with so many titles is read through in a minute or two, and weighs little. */
export const perPage = 12

/** Every page of every list: all entries, then by service in the order given, then by year, the newest first. */
export function listPages(published: readonly Placed[], services: readonly string[]): ListPage[] {
  const years = [...new Set(published.map(yearOf))].sort().reverse()
  const lists: [ListPage['of'], readonly Placed[]][] = [
    [{ all: true }, published],
    ...services
      .map((service) => [{ service }, published.filter(({ entry }) => entry.service === service)] as const)
      .filter(([, entries]) => entries.length > 0)
      .map(([of, entries]): [ListPage['of'], readonly Placed[]] => [of, entries]),
    ...years.map((year): [ListPage['of'], readonly Placed[]] => [
      { year },
      published.filter((one) => yearOf(one) === year),
    ]),
  ]
  return lists.flatMap(([of, entries]) => {
    const last = Math.max(1, Math.ceil(entries.length / perPage))
    return Array.from({ length: last }, (_, i) => ({
      of,
      number: i + 1,
      last,
      entries: entries.slice(i * perPage, (i + 1) * perPage),
    }))
  })
}

/** The end of a list page's address after /you-said-we-did/, without slashes at its ends; '' for the first of all. */
export function addressOf(of: ListPage['of'], number: number): string {
  const list = 'service' in of ? `service/${of.service}` : 'year' in of ? `year/${of.year}` : ''
  return [list, number > 1 ? `page/${number}` : ''].filter(Boolean).join('/')
}

/** The year of a change, for lists by year. */
export const yearOf = ({ entry }: Placed): string => entry.date.slice(0, 4)

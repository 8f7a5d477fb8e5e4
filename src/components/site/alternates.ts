import { getCollection } from 'astro:content'
import { council } from '../../council/council.ts'
import { editionAt, published, rootOf, type Language } from '../../council/editions.ts'
import { addressOf, pageOf } from '../../report/pages.ts'

/** The same page in one edition. */
export interface Alternate extends Pick<Language, 'tag' | 'name' | 'dir'> {
  readonly href: string
  /** True for the page being read. */
  readonly here: boolean
}

/** The guidance and the reports' pages that there are, as `pl/how-to-complain`: found once for a build. */
let found: Promise<ReadonlySet<string>> | undefined
const files = () => (found ??= written())

async function written(): Promise<ReadonlySet<string>> {
  return new Set([
    ...(await getCollection('pages')).map(({ id }) => id),
    // A report's pages lie under their year first: 2025-26/en/time is annual-report/2025-26/time in English.
    ...(await getCollection('reports')).map(({ id }) => {
      const { year, language, page } = pageOf(id)
      return `${language}/${addressOf(year, page)}`.replace(/\/$/, '')
    }),
  ])
}

/**
 * This page in every edition that has it, this one among them. Guidance is there where its file is; other pages are
 * where their route is made for every edition (src/pages/[...edition]), or for those whose tags are `only`.
 */
export async function alternates(
  { pathname }: URL,
  routePattern: string,
  only?: readonly string[],
): Promise<readonly Alternate[]> {
  const editions = published()
  const own = editionAt(pathname)
  const place = pathname.slice(rootOf(council, own.tag).length).replace(/(^|\/)index\.html$|\.html$/, '')
  if (editions.length < 2) return []
  const file = place.replace(/\/$/, '') || 'home'
  const there = routePattern.startsWith('/[...edition]')
    ? (tag: string) => !only || only.includes(tag)
    : await files().then((ids) => (tag: string) => ids.has(`${tag}/${file}`))
  return editions.flatMap(({ tag, name, dir }) => {
    const here = tag === own.tag
    return here || there(tag) ? [{ tag, name, dir, href: rootOf(council, tag) + place, here }] : []
  })
}

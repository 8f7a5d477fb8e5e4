import { council, type Council } from './council.ts'

/** One edition of the site, as council.json has it. */
export type Language = Council['languages'][number]

/** The editions that are built and offered, the one at the root first. */
export const published = ({ languages }: Pick<Council, 'languages'> = council): readonly Language[] =>
  languages.filter(({ status }) => status === 'published')

/** The council's languages, where those that do without something count as drafts: nothing has to be there in them. */
export const needing = (
  { languages }: Pick<Council, 'languages'>,
  has: (tag: string) => boolean,
): Council['languages'] =>
  languages.map((each, i) => (i === 0 || has(each.tag) ? each : { ...each, status: 'draft' }))

/** What addresses of an edition start with: '/' for the first, '/pl/' for Polish, '/easy-read/' for Easy Read. */
export function rootOf({ languages }: Pick<Council, 'languages'>, tag: string): string {
  if (languages[0]?.tag === tag) return '/'
  const language = languages.find((each) => each.tag === tag)
  return `/${language?.path ?? tag}/`
}

/** The edition that an address belongs to, told by how it starts: the first where no other fits. */
export function editionAt(pathname: string, { languages }: Pick<Council, 'languages'> = council): Language {
  const [first, ...others] = languages
  const found = others.find(({ tag }) => pathname.startsWith(rootOf({ languages }, tag))) ?? first
  if (!found) throw new Error('content/council.json has no languages.')
  return found
}

/** The start of an edition's address as a part of Astro's routes: undefined for the first, 'pl' for Polish. */
export const routeOf = (tag: string): string | undefined => rootOf(council, tag).slice(1, -1) || undefined

/** What Astro's getStaticPaths gives for a page that every published edition has. */
export const inEveryEdition = () => published().map(({ tag }) => ({ params: { edition: routeOf(tag) } }))

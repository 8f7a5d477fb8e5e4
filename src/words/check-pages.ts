import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What this asks of an edition in council.json; the first one has every page. */
interface Edition {
  readonly tag: string
  readonly status: 'draft' | 'published'
  /** The pages that it goes without. */
  readonly without?: readonly string[] | undefined
}

/**
 * Holds the guidance of every published edition to the first one's: each page is there, or council.json says that
 * the edition goes without it. Each line names the file and the mend; no line means that all is well. `folder` is
 * where the editions lie.
 */
export function checkPages(editions: readonly Edition[], folder = 'content/pages'): string[] {
  const [first, ...others] = editions
  if (!first) return []
  const all = pagesIn(folder, first.tag)
  return others
    .filter(({ status }) => status === 'published')
    .flatMap(({ tag, without = [] }) => {
      const own = pagesIn(folder, tag)
      const file = (page: string) => `${folder}/${tag}/${page}.mdx`
      return [
        ...all
          .filter((page) => !own.includes(page) && !without.includes(page))
          .map(
            (page) =>
              `${file(page)}: the page is missing. Translate ${folder}/${first.tag}/${page}.mdx, or name "${page}" under "without" of ${tag} in content/council.json.`,
          ),
        ...own
          .filter((page) => !all.includes(page))
          .map(
            (page) =>
              `${file(page)}: there is no such page in ${first.tag}. Take it out, or correct its name.`,
          ),
        ...without
          .filter((page) => own.includes(page) || !all.includes(page) || page === 'home')
          .map((page) => `content/council.json: languages, ${tag}, without: "${page}" ${reason(page, own)}`),
      ]
    })
}

const reason = (page: string, own: readonly string[]): string =>
  page === 'home'
    ? 'is where an edition starts. Write it, and take it out of the list.'
    : own.includes(page)
      ? 'is there. Take it out of the list.'
      : 'is no page of guidance. Take it out of the list, or correct its name.'

/** The pages of an edition by their addresses: `procedures/corporate`. */
function pagesIn(folder: string, tag: string): readonly string[] {
  const place = join(folder, tag)
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replaceAll('\\', '/').slice(0, -'.mdx'.length))
    .sort()
}

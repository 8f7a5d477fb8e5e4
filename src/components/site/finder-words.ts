import { council, textIn } from '../../council/council.ts'
import { translator } from '../../words/translate.ts'
import type { Translate, Words } from '../../words/translate.ts'
import { edition } from './edition.ts'
import type { Edition } from './edition.ts'

const words = import.meta.glob<Words>('/content/words/*/finder.json', { eager: true, import: 'default' })

/** The edition that a page belongs to, and `f`, which says the words of content/words/<language>/finder.json: `finder.…`. */
export function finderEdition(url: URL): Edition & { f: Translate; council: string } {
  const here = edition(url)
  const said = words[`/content/words/${here.language}/finder.json`]
  if (!said)
    throw new Error(`content/words/${here.language}/ has no finder.json, so its pages cannot be built.`)
  return {
    ...here,
    f: translator({ finder: said }, here.language),
    council: textIn(council.name, here.language),
  }
}

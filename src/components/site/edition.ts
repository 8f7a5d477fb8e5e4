import { council, textIn } from '../../council/council.ts'
import type { Text } from '../../council/council.ts'
import { editionAt, rootOf } from '../../council/editions.ts'
import { translator } from '../../words/translate.ts'
import type { Translate, Words } from '../../words/translate.ts'

/** One language's way of saying everything on the site. */
export interface Edition {
  /** BCP 47 tag, such as 'en'. */
  language: string
  dir: 'ltr' | 'rtl'
  /** What addresses of this edition start with: '/' for the first, '/pl/' for Polish. */
  root: string
  /** The words of content/words/<language>/site.json by key. */
  t: Translate
  /** A text of council.json in this language. */
  say: (text: Text) => string
}

const words = import.meta.glob<Words>('/content/words/*/site.json', { eager: true, import: 'default' })

/** The edition that a page belongs to, told by its address: English at the root, others under their tag. */
export function edition({ pathname }: { pathname: string }): Edition {
  const { tag, dir } = editionAt(pathname)
  return {
    language: tag,
    dir,
    root: rootOf(council, tag),
    t: translator(words[`/content/words/${tag}/site.json`] ?? missing(`words/${tag}/site.json`), tag),
    say: (text) => textIn(text, tag),
  }
}

function missing(what: string): never {
  throw new Error(`content/ has no ${what}, so its pages cannot be built.`)
}

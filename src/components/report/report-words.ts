import { council, textIn } from '../../council/council.ts'
import { locale } from '../../words/dates.ts'
import { translator } from '../../words/translate.ts'
import type { Translate, Words } from '../../words/translate.ts'
import { edition } from '../site/edition.ts'
import type { Edition } from '../site/edition.ts'

const words = import.meta.glob<Words>('/content/words/*/{report,figures}.json', {
  eager: true,
  import: 'default',
})

/** What the parts of a report need to say anything: an edition, its words, and how it writes numbers. */
export interface ReportEdition extends Edition {
  /** The words of report.json and figures.json in content/words/<language>: `report.…`, `figures.…`. */
  r: Translate
  council: string
  /** A number as this edition writes it: 1,204. */
  number: (n: number) => string
}

/** The edition that a page of a report belongs to, told by its address. */
export function reportEdition(url: { pathname: string }): ReportEdition {
  const here = edition(url)
  const wordsIn = (name: string) => {
    const found = words[`/content/words/${here.language}/${name}.json`]
    if (found) return found
    throw new Error(`content/words/${here.language}/ has no ${name}.json, so its pages cannot be built.`)
  }
  const digits = new Intl.NumberFormat(locale(here.language), { maximumFractionDigits: 1 })
  return {
    ...here,
    r: translator({ report: wordsIn('report'), figures: wordsIn('figures') }, here.language),
    council: textIn(council.name, here.language),
    number: (n) => digits.format(n),
  }
}

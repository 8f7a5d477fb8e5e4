import { officeWords } from '../../src/words/office-words.ts'
import { wordsOf, type BuiltPage } from './pages.ts'

/** How plainly one page is written. */
export interface Readability {
  address: string
  sentences: number
  words: number
  /** Words a sentence, on average. */
  averageSentence: number
  /** The sentence or line with the most words. */
  longest: string
  /** In years: Flesch and Kincaid's grade, plus the five years before school starts. */
  readingAge: number
  /** The sentences in the passive voice, as far as their verbs tell. */
  passives: readonly string[]
  /** The words that offices use (DOMAIN 7.5), as they stand on the page. */
  banned: readonly string[]
}

/** The figures of one page, or of several taken as one. */
export function readabilityOf({ address, html }: Pick<BuiltPage, 'address' | 'html'>): Readability {
  const lines = linesOf(html)
  const sentences = lines.filter(endsAsOne).flatMap((line) => line.split(/(?<=[.?!:])\s+(?=[A-Z“])/))
  const words = sentences.flatMap(wordsIn)
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
  const averageSentence = words.length / sentences.length
  return {
    address,
    sentences: sentences.length,
    words: words.length,
    averageSentence,
    longest: [...sentences, ...lines.filter((line) => !endsAsOne(line))].reduce(longer, ''),
    readingAge: 0.39 * averageSentence + 11.8 * (sounds / words.length) - 15.59 + 5,
    passives: sentences.filter((sentence) => passive.test(sentence)),
    banned: [...lines.join('\n').matchAll(officeWords)].map(([word]) => word),
  }
}

/** The figures of every page and of all together, as a Markdown table for the bench. */
export function readabilityTable(pages: readonly BuiltPage[]): string {
  const all = { address: 'all', html: `<main>${pages.map(({ html }) => mainOf(html)).join('\n')}</main>` }
  const rows = [...pages, all]
    .map(readabilityOf)
    .map((page) => [
      page.address,
      page.sentences,
      page.averageSentence.toFixed(1),
      wordsIn(page.longest).length,
      page.readingAge.toFixed(1),
      `${((100 * page.passives.length) / page.sentences).toFixed(0)}%`,
      page.banned.length,
    ])
  const heads = ['page', 'sentences', 'words a sentence', 'longest', 'reading age', 'passive', 'banned words']
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? []

const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

const linesOf = (html: string): string[] =>
  wordsOf(html)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** Headings, addresses and short items of a list do not end as sentences do. */
const endsAsOne = (line: string): boolean => /[.?!:]$/.test(line) && line.split(' ').length > 2

const longer = (one: string, other: string): string =>
  wordsIn(other).length > wordsIn(one).length ? other : one

/** Groups of vowels, without a silent e at the end: near enough over a whole page. */
const syllables = (word: string): number => {
  const trimmed = word.toLowerCase().replace(/(?<=[^l])e$|(?<=[^td])ed$/, '')
  return Math.max(1, trimmed.match(/[aeiouy]+/g)?.length ?? 1)
}

/** Participles that do not end in -ed, of verbs that guidance uses. */
const irregular =
  'made|done|given|taken|kept|told|sent|written|shown|seen|held|paid|put|found|known|chosen|spoken|heard|left|' +
  'lost|met|read|said|understood|brought|built|cut|drawn|dealt|led|set|sold|spent|thought'

/** Words in -ed that say how someone is, rather than what is done to them. */
const states = 'need|speed|indeed|worried|tired|interested|pleased|concerned|married|allowed|used'

/** A form of "to be" or "get", a word or two such as "not" or "always", and a participle. */
const passive = new RegExp(
  `\\b(?:am|is|are|was|were|be|been|being|gets?|got|getting)\\s+` +
    `(?:(?:not|never|always|also|only|usually|still|already|fairly|badly|well|often|all)\\s+){0,2}` +
    `(?!(?:${states})\\b)(?:\\w{2,}ed|${irregular})\\b`,
  'i',
)

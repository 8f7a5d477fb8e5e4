import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(process.cwd(), 'content/pages/en-simple')

/** What a component puts into a sentence, in as many words as it has. */
const insertions: readonly (readonly [RegExp, string])[] = [
  [/<CouncilName \/>/g, 'Northmere Council'],
  [/<(?:TeamPhone|OmbudsmanPhone)[^>]*\/>/g, '01632 960999'],
  [/<TeamContact[^>]*of="textRelay" \/>/g, '18001 01632 960999'],
  [/<TeamContact[^>]*of="email" \/>/g, 'someone@example.org'],
  [/<Days procedure="data-protection"[^>]*\/>/g, '30 calendar days'],
  [/<Days[^>]*\/>/g, '20 working days'],
  [/<(?:TimeLimit|Retention)[^>]*\/>/g, '12 months'],
  [/<KeptOtherwise \/>/g, 'We keep some complaints for a different time.'],
]

/** One row of a page: the picture it names and what it says, as plain text. */
export interface Row {
  readonly picture: string
  readonly text: string
}

/** A page of Easy Read as its file has it. */
export interface EasyPage {
  readonly name: string
  /** Its title and lead, then each heading. */
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  /** The words that its own list explains. */
  readonly listed: readonly string[]
  /** What stands outside of rows and headings, and is no component. */
  readonly loose: readonly string[]
  /** The words in bold, with all that the row says after each. */
  readonly bold: readonly { readonly word: string; readonly row: string }[]
}

/** Every page of content/pages/en-simple. */
export const easyPages: readonly EasyPage[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => read(name, readFileSync(join(folder, name), 'utf8')))

function read(name: string, source: string): EasyPage {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? []
  const row = /<(Idea|Go)\b[^>]*picture="([^"]*)"[^>]*>(.*?)<\/\1>/gs
  const rows = [...body.matchAll(row)].map(([, , picture = '', inner = '']) => ({ picture, inner }))
  const outside = body.replace(row, '')
  return {
    name,
    headings: [
      ...[...front.matchAll(/^(?:title|lead): (.*)$/gm)].map(([, line = '']) => line),
      ...[...outside.matchAll(/^#+ (.*)$/gm)].map(([, line = '']) => line),
    ],
    rows: rows.map(({ picture, inner }) => ({ picture, text: plain(inner) })),
    listed: [...outside.matchAll(/<WordList words=\{\[(.*?)\]\}/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([^']*)'/g)].map(([, word = '']) => word),
    ),
    loose: outside
      .split('\n')
      .filter((line) => line.trim() && !/^#+ |^<(?:UrgentIdeas|Advocates|WordList)\b[^>]*\/>$/.test(line)),
    bold: rows.flatMap(({ inner }) =>
      [...inner.matchAll(/\*\*(.+?)\*\*/g)].map(([, word = '']) => ({ word, row: plain(inner) })),
    ),
  }
}

function plain(inner: string): string {
  return insertions
    .reduce((text, [component, words]) => text.replace(component, words), inner)
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .replace(/\s+/g, ' ')
    .trim()
}

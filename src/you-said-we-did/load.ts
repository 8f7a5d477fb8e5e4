import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentError } from '../council/parse.ts'

/** Where a file lies under content/, for messages, and what it holds. */
export interface Read {
  readonly file: string
  readonly language: string
  readonly slug: string
  readonly json: unknown
}

/** Every entry's file under `folder`/you-said-we-did, unchecked. Throws a ContentError for one that is not JSON. */
export function readEntries(folder: string): Read[] {
  const entries = join(folder, 'you-said-we-did')
  if (!existsSync(entries)) return []
  return readdirSync(entries, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const [language = '', ...rest] = name.split('/')
      const file = `content/you-said-we-did/${name}`
      const slug = rest.join('/').replace(/\.json$/, '')
      return { file, language, slug, json: readJson(join(entries, name), file) }
    })
}

/** The names of the drawings that entries may have. */
export function readPictures(folder: string): string[] {
  const pictures = join(folder, 'you-said-we-did/pictures')
  return existsSync(pictures)
    ? readdirSync(pictures)
        .filter((name) => name.endsWith('.svg'))
        .sort()
    : []
}

/** A JSON file. `file` names it in the ContentError thrown where it is none. */
export function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ContentError([
      `${file}: the file is not JSON: ${error.message}. Look there, and just before, for a missing comma or quotation mark.`,
    ])
  }
}

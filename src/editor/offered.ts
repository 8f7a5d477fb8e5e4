import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { council } from '../council/council.ts'
import type { Learning } from '../you-said-we-did/learning.ts'
import { readJson, readPictures } from '../you-said-we-did/load.ts'
import type { Words } from '../words/translate.ts'
import { editorShape } from './config/backend.ts'

const first = council.languages[0]?.tag ?? 'en'
const folder = join('content/pages', first)

/** What stands in content/ when the editor is built, and is offered there to choose from. */
export const offered = {
  council,
  learning: readJson('content/learning.json', 'content/learning.json') as Learning,
  pictures: readPictures('content'),
  pages: readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => ({
      id: name.replace(/\.mdx$/, ''),
      title: /^title: (.*)$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? name,
    })),
}

/** Where what is written is kept once the editor is deployed. Throws where content/editor.json does not say it. */
export const settings = editorShape.parse(readJson('content/editor.json', 'content/editor.json'))

/** What the preview shows beside an entry's own words. */
export const words = readJson(
  `content/words/${first}/you-said-we-did.json`,
  `content/words/${first}/you-said-we-did.json`,
) as Words
export const drawings = Object.fromEntries(
  offered.pictures.map((file) => [
    file,
    readFileSync(join('content/you-said-we-did/pictures', file), 'utf8'),
  ]),
)

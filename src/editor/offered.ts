import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { council } from '../council/council.ts'
import type { Learning } from '../you-said-we-did/learning.ts'
import { readJson, readPictures } from '../you-said-we-did/load.ts'
import type { Words } from '../words/translate.ts'
import { editorShape } from './config/backend.ts'
import type { Offering } from './config/guidance.ts'

const first = council.languages[0]?.tag ?? 'en'
/** The pages under a folder that are written in a language, each with its title. */
const pagesIn = (folder: string, language: string): Offering[] =>
  readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => ({
      file: `${folder}/{{locale}}/${name}`,
      title: /^title: (.*)$/m.exec(readFileSync(join(folder, language, name), 'utf8'))?.[1] ?? name,
    }))

const reports = 'content/annual-reports'

/** What stands in content/ when the editor is built, and is offered there to choose from. */
export const offered = {
  council,
  learning: readJson('content/learning.json', 'content/learning.json') as Learning,
  pictures: readPictures('content'),
  pages: pagesIn('content/pages', first),
  reports: readdirSync(reports)
    .sort()
    .reverse()
    .filter((year) => existsSync(join(reports, year, first)))
    .flatMap((year) =>
      pagesIn(`${reports}/${year}`, first).map(({ file, title }) => ({ file, title: `${year}: ${title}` })),
    ),
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

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { buildSite } from '../../src/local/build-site.ts'
import { copyOfProject } from '../support/copy-of-project.ts'
import type { Row } from './table.ts'

const wanted = 2000

/** How long a site of 2,000 pages takes to build: this one, with copies of a page of guidance beside its own. */
export async function manyPages(): Promise<Row[]> {
  const { root, remove } = copyOfProject()
  try {
    addPages(root)
    const start = performance.now()
    await buildSite(root)
    const built = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    const pages = built.filter((file) => file.endsWith('.html')).length
    return [
      {
        what: `Building a site of ${pages} pages`,
        value: `${((performance.now() - start) / 1000).toFixed(1)} s`,
      },
    ]
  } finally {
    remove()
  }
}

function addPages(root: string): void {
  const page = readFileSync(join(root, 'content/pages/en/contractors.mdx'), 'utf8')
  const folder = join(root, 'content/pages/en/many')
  mkdirSync(folder)
  const numbers = Array.from({ length: wanted }, (_, i) => i + 1)
  for (const number of numbers)
    writeFileSync(join(folder, `${number}.mdx`), page.replace(/^title: .*$/m, `title: Page ${number}`))

  // The other editions do without them.
  const file = join(root, 'content/council.json')
  const council = JSON.parse(readFileSync(file, 'utf8')) as { languages: { without?: string[] }[] }
  for (const language of council.languages.slice(1))
    language.without = [...(language.without ?? []), ...numbers.map((number) => `many/${number}`)]
  writeFileSync(file, JSON.stringify(council))
}

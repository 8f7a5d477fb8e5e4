import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { buildSite } from '../../src/local/build-site.ts'
import type { Row } from './table.ts'

const repository = join(import.meta.dirname, '../..')
const wanted = 2000

/** How long a site of 2,000 pages takes to build: this one, with copies of a page of guidance beside its own. */
export async function manyPages(): Promise<Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'heard-bench-pages-'))
  try {
    layOut(root)
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
    rmSync(root, { recursive: true, force: true })
  }
}

function layOut(root: string): void {
  for (const name of readdirSync(repository))
    if (!name.startsWith('.') && !['dist', 'node_modules', 'tests'].includes(name))
      cpSync(join(repository, name), join(root, name), { recursive: true })
  // A folder of links, so that what Astro remembers between builds is kept apart from the project's own.
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name))

  const page = readFileSync(join(repository, 'content/pages/en/contractors.mdx'), 'utf8')
  const folder = join(root, 'content/pages/en/many')
  mkdirSync(folder)
  for (let number = 1; number <= wanted; number += 1) {
    writeFileSync(join(folder, `${number}.mdx`), page.replace(/^title: .*$/m, `title: Page ${number}`))
  }
}

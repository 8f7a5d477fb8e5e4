import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unworn } from '../../src/styles/unworn.ts'

const root = join(import.meta.dirname, '../..')
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    // What Astro writes down for itself lies in a folder called .astro, inside the editor's too.
    .filter((file) => ending.test(file) && !/(^|\/)\./.test(file.replaceAll('\\', '/')))
    .map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')] as const)

/** Everything that can put a class on a page, but the components themselves, which can do more than we ask of them. */
const sources = [...filesIn('src', /\.(tsx?|astro)$/), ...filesIn('content', /\.mdx$/)].filter(
  ([file]) => !file.startsWith('src/components/govuk/') && file !== 'src/styles/unworn.ts',
)
const pages = filesIn('dist', /\.html$/).map(
  ([file, html]) => [file, html.replace(/<style[^>]*>.*?<\/style>/gs, '')] as const,
)

/** Named as a class; a custom property may begin alike. */
const names = (text: string, name: string) => new RegExp(`(?<![-\\w])${name}`).test(text)

describe('what the styles leave out', () => {
  it.each(unworn)('is worn by no page: %s', (name) => {
    expect(pages.length).toBeGreaterThan(20)
    for (const [file, text] of [...sources, ...pages]) expect(names(text, name), file).toBe(false)
  })

  it('is left out of every page', () => {
    for (const [file, html] of filesIn('dist', /\.html$/))
      for (const name of unworn) expect(names(html, name), `${file}: ${name}`).toBe(false)
  })
})

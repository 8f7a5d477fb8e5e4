import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkPages } from '../../src/words/check-pages.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-pages-'))
  for (const page of ['en/home', 'en/help', 'en/procedures/housing', 'pl/home', 'pl/help']) write(page)
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(page: string): void {
  const file = join(folder, `${page}.mdx`)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
}

const en = { tag: 'en', status: 'published' } as const
const pl = { tag: 'pl', status: 'published' } as const

it('finds a page that a published edition lacks, and says how to mend it', () => {
  const [line, ...more] = checkPages([en, pl], folder)
  expect(line).toBe(
    `${folder}/pl/procedures/housing.mdx: the page is missing. Translate ${folder}/en/procedures/housing.mdx, or name "procedures/housing" under "without" of pl in content/council.json.`,
  )
  expect(more).toEqual([])
})

it('asks nothing of a draft, nor for a page that the edition goes without', () => {
  expect(checkPages([en, { ...pl, status: 'draft' }], folder)).toEqual([])
  expect(checkPages([en, { ...pl, without: ['procedures/housing'] }], folder)).toEqual([])
})

it('finds a page that English has not', () => {
  write('pl/procedures/housing')
  write('pl/hepl')
  expect(checkPages([en, pl], folder)).toEqual([
    `${folder}/pl/hepl.mdx: there is no such page in en. Take it out, or correct its name.`,
  ])
})

it('finds what an edition cannot go without, or has after all', () => {
  const lines = checkPages([en, { ...pl, without: ['procedures/housing', 'home', 'help', 'hepl'] }], folder)
  expect(lines).toEqual([
    'content/council.json: languages, pl, without: "home" is where an edition starts. Write it, and take it out of the list.',
    'content/council.json: languages, pl, without: "help" is there. Take it out of the list.',
    'content/council.json: languages, pl, without: "hepl" is no page of guidance. Take it out of the list, or correct its name.',
  ])
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const paper = readFileSync(join(root, 'SECURITY.md'), 'utf8')

/** The rows of the one table under a heading, as cells. */
function rowsUnder(heading: string): string[][] {
  const part = paper.split(/^## /m).find((each) => each.startsWith(heading)) ?? ''
  const [, , ...rows] = part.split('\n').filter((line) => line.startsWith('|'))
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  )
}

/** The tests that a cell names: a file under tests/, and often a part of a test's name in it. */
const namedIn = (cell: string) =>
  [...cell.matchAll(/`([a-z-]+\/[a-z-]+)`(?: “([^”]+)”)?/g)].map(([, file = '', name]) => ({ file, name }))

const textOf = (file: string): string | null => {
  const found = [`tests/${file}.test.ts`, `tests/${file}.test.tsx`]
    .map((path) => join(root, path))
    .find((path) => existsSync(path))
  return found ? readFileSync(found, 'utf8') : null
}

const tables = ['Threats', 'Codes and links', 'Signs of what no person sent', 'OWASP ASVS 5.0, level 2']

describe.each(tables)('SECURITY.md, %s', (heading) => {
  const rows = rowsUnder(heading)

  it('has a table', () => {
    expect(rows.length).toBeGreaterThan(3)
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
  })

  it('names a test for each line, or says why there is none', () => {
    const silent = rows.filter((cells) => namedIn(cells.at(-1)!).length === 0)
    const why = /does not apply|left to|not met|in part|is none|are none|package-lock/i
    const unsaid = silent.filter((cells) => !heading.startsWith('OWASP') || !why.test(cells.join(' ')))
    expect(unsaid.map(([first]) => first)).toEqual([])
  })

  it('names tests that there are, by names that they have', () => {
    const named = rows.flatMap((cells) => namedIn(cells.at(-1)!))
    expect(named.filter(({ file }) => textOf(file) === null).map(({ file }) => file)).toEqual([])
    const astray = named.filter(({ file, name }) => name && !textOf(file)?.includes(name))
    expect(astray.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
  })
})

it('SECURITY.md goes through every chapter of the standard, and says which do not apply', () => {
  const chapters = rowsUnder('OWASP').map(([number = '']) => Number(number.split('.')[0]))
  expect([...new Set(chapters)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16])
  expect(paper).toMatch(/V10 .* V17 .* do not apply/)
})

it('SECURITY.md names the tests in its sentences as they are', () => {
  const files = [...paper.matchAll(/`((?:http|database|local|files|adapters|journeys|desk)\/[a-z-]+)`/g)]
  expect(files.filter(([, file = '']) => textOf(file) === null).map(([, file]) => file)).toEqual([])
})

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeToday, staleIn, staleLines } from '../../src/words/made-from.ts'

let folder: string

/** A copy of the content, with one page, every sentence and one of the council's texts in Polish. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-translated-'))
  cpSync('content', folder, { recursive: true })
  rmSync(join(folder, 'translated'), { recursive: true, force: true })
  rmSync(join(folder, 'pages/pl'), { recursive: true, force: true })
  mkdirSync(join(folder, 'pages/pl'), { recursive: true })
  mkdirSync(join(folder, 'translated'))
  cpSync(join(folder, 'pages/en/home.mdx'), join(folder, 'pages/pl/home.mdx'))
  const council = JSON.parse(readFileSync(join(folder, 'council.json'), 'utf8')) as Record<string, object>
  for (const name of ['council', 'routes', 'finder', 'bank-holidays'])
    writeFileSync(
      join(folder, `${name}.json`),
      readFileSync(join(folder, `${name}.json`), 'utf8').replaceAll(/,?\s*"pl": "[^"]*"/g, ''),
    )
  writeFileSync(
    join(folder, 'council.json'),
    JSON.stringify({ ...council, name: { en: 'Northmere Council', pl: 'Rada Northmere' } }),
  )
  record()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const record = () =>
  writeFileSync(
    join(folder, 'translated/pl.json'),
    JSON.stringify({ ...madeToday('pl', folder), checked: {} }),
  )

function change(file: string, from: string, to: string): void {
  const place = join(folder, file)
  const text = readFileSync(place, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(place, text.replace(from, to))
}

describe('a translation', () => {
  it('is fresh as long as the English is what it was made from', () => {
    expect(staleLines('pl', folder)).toEqual([])
  })

  it('is listed once its page, its sentence or its text has changed in English, until it is recorded again', () => {
    change('pages/en/home.mdx', 'title:', 'title: Changed')
    change('words/en/form.json', '"Continue"', '"Go on"')
    change('council.json', 'Northmere Council', 'Northmere Town Council')
    const lines = staleLines('pl', folder)
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'content/pages/pl/home.mdx',
      'content/words/pl/form.json',
      'content/',
    ])
    expect(lines[0]).toContain('npm run translated -- pl pages/home')
    record()
    expect(staleLines('pl', folder)).toEqual([])
  })

  it('that was never recorded is said to be so, in one line', () => {
    rmSync(join(folder, 'translated/pl.json'))
    const [line, ...more] = staleLines('pl', folder)
    expect(line).toContain('npm run translated -- pl')
    expect(more).toEqual([])
    expect(staleIn('pl', folder).words.length).toBeGreaterThan(500)
    record()
  })
})

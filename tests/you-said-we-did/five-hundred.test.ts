import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { addDays, londonDay } from '../../src/council/working-days.ts'
import { buildSite } from '../../src/local/build-site.ts'
import type { Entry } from '../../src/you-said-we-did/schema.ts'
import { copyOfProject } from '../support/copy-of-project.ts'
import { goodEntry } from './an-entry.ts'

const published = 500
const today = londonDay(new Date())
const copy = copyOfProject()
const dist = join(copy.root, 'dist')

beforeAll(async () => {
  const folder = join(copy.root, 'content/you-said-we-did/en')
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  const put = (slug: string, changes: Partial<Entry>) =>
    writeFileSync(join(folder, `${slug}.json`), JSON.stringify({ ...goodEntry, ...changes }))
  const numeral = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  for (let i = 0; i < published; i += 1)
    put(`bins-${i}`, {
      title: `We come back for bin round ${numeral(i)}`,
      date: addDays('2022-01-03', i * 3),
      service: council.services[i % council.services.length]?.id ?? 'bins',
    })
  put('not-yet', { title: 'A change that waits for its day', publishOn: addDays(today, 1) })
  put('today', { title: 'A change that comes out today', date: '2022-01-01', publishOn: today })
  put('draft', { title: 'A change that nobody has finished', draft: true })
  await buildSite(copy.root)
})

afterAll(() => copy.remove())

const page = (address: string) => readFileSync(join(dist, address, 'index.html'), 'utf8')
const every = () =>
  readdirSync(join(dist, 'you-said-we-did'), { recursive: true, encoding: 'utf8' }).map(
    (file) => `/you-said-we-did/${file}`,
  )
const entriesOn = (html: string) =>
  [...html.matchAll(/<h2[^>]*>\s*<a href="\/you-said-we-did\/([^"/]+)\/"/g)].map(([, slug]) => slug ?? '')

/** The entries of a list, page after page, as a reader meets them. */
function walk(from: string): string[] {
  const met: string[] = []
  for (let at: string | undefined = from; at;) {
    const html = page(at)
    met.push(...entriesOn(html))
    at = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]
  }
  return met
}

describe('five hundred entries', () => {
  it('can all be met, the newest first, from the first page', () => {
    const met = walk('/you-said-we-did/')
    expect(met).toHaveLength(published + 1)
    expect(new Set(met).size).toBe(met.length)
    expect(met[0]).toBe(`bins-${published - 1}`)
    expect(met.at(-1)).toBe('today')
    for (const slug of met) expect(existsSync(join(dist, 'you-said-we-did', slug, 'index.html'))).toBe(true)
  })

  it('can all be met by service, and all by year', () => {
    const first = page('/you-said-we-did/')
    for (const list of ['service', 'year']) {
      const lists = [...first.matchAll(new RegExp(`href="(/you-said-we-did/${list}/[^"]+)"`, 'g'))]
      expect(lists.flatMap(([, address]) => walk(address ?? ''))).toHaveLength(published + 1)
    }
  })

  it('make pages of 14 KB at most', () => {
    const heavy = every()
      .filter((file) => file.endsWith('.html'))
      .filter((file) => brotliCompressSync(readFileSync(join(dist, file))).length > 14_000)
    expect(heavy).toEqual([])
  })

  it('keep drafts and what waits for its day out of every page, list and feed', () => {
    const texts = every().filter((file) => /\.(html|xml)$/.test(file))
    expect(texts.length).toBeGreaterThan(published)
    const out = texts.map((file) => readFileSync(join(dist, file), 'utf8')).join('\n')
    expect(out).toContain('A change that comes out today')
    expect(out).not.toContain('waits for its day')
    expect(out).not.toContain('nobody has finished')
    expect(every().some((file) => /not-yet|draft/.test(file))).toBe(false)
  })
})

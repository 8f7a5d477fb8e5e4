import { describe, expect, it } from 'vitest'
import type { Placed } from '../../src/you-said-we-did/between.ts'
import {
  addressOf,
  isPublished,
  listPages,
  perPage,
  publishedIn,
} from '../../src/you-said-we-did/published.ts'
import type { Entry } from '../../src/you-said-we-did/schema.ts'
import { goodEntry } from './an-entry.ts'

const placed = (slug: string, changes: Partial<Entry> = {}, language = 'en'): Placed => ({
  language,
  slug,
  entry: { ...goodEntry, ...changes },
})

describe('an entry', () => {
  it('is on the site unless it is a draft or its day has not come', () => {
    const out = (changes: Partial<Entry>) => isPublished(placed('bins', changes), '2026-11-21')
    expect(out({})).toBe(true)
    expect(out({ draft: true })).toBe(false)
    expect(out({ publishOn: '2026-11-22' })).toBe(false)
    expect(out({ publishOn: '2026-11-21' })).toBe(true)
    expect(out({ publishOn: '2026-11-20', draft: true })).toBe(false)
  })
})

describe('the lists', () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    placed(`entry-${i}`, {
      date: `202${i % 3}-01-${String(i + 1).padStart(2, '0')}`,
      service: i % 2 ? 'bins' : 'parks',
    }),
  )
  const published = publishedIn([...many, placed('kosze', {}, 'pl')], 'en', '2026-11-21')
  const pages = listPages(published, ['bins', 'parks', 'roads'])

  it('put the newest first, and leave other languages out', () => {
    const days = published.map(({ entry }) => entry.date)
    expect(days).toEqual([...days].sort().reverse())
    expect(published).toHaveLength(30)
  })

  it('hold every entry once by all, once by its service and once by its year', () => {
    const slugs = (key: 'all' | 'service' | 'year') =>
      pages.flatMap(({ of, entries }) => (key in of ? entries.map(({ slug }) => slug) : [])).sort()
    const every = many.map(({ slug }) => slug).sort()
    for (const key of ['all', 'service', 'year'] as const) expect(slugs(key)).toEqual(every)
  })

  it('have short pages, with addresses of their own, and none for a service without entries', () => {
    expect(Math.max(...pages.map(({ entries }) => entries.length))).toBe(perPage)
    const addresses = pages.map(({ of, number }) => addressOf(of, number))
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).toEqual(
      expect.arrayContaining(['', 'page/3', 'service/bins', 'service/bins/page/2', 'year/2020']),
    )
    expect(addresses.some((address) => address.includes('roads'))).toBe(false)
  })

  it('are one empty page before the first entry', () => {
    expect(listPages([], ['bins'])).toEqual([{ of: { all: true }, number: 1, last: 1, entries: [] }])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { atom } from '../../src/you-said-we-did/atom.ts'
import { launch } from '../support/chromium.ts'
import { goodEntry } from './an-entry.ts'

const built = readFileSync('dist/you-said-we-did/feed.xml', 'utf8')

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

/** What a news reader's parser makes of a feed. */
async function read(xml: string) {
  const page = await browser.newPage()
  const feed = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'application/xml')
    const texts = (within: Element | Document, name: string) =>
      [...within.querySelectorAll(name)].map((element) => element.textContent ?? '')
    const inside = (html: string) =>
      [...new DOMParser().parseFromString(html, 'text/html').body.children].map(
        (element) => element.outerHTML,
      )
    return {
      broken: document.querySelector('parsererror')?.textContent ?? null,
      root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
      head: ['id', 'title', 'updated', 'author > name'].map((name) => texts(document, `feed > ${name}`)),
      links: [...document.querySelectorAll('feed > link')].map((link) => [
        link.getAttribute('rel'),
        link.getAttribute('href'),
      ]),
      entries: [...document.querySelectorAll('feed > entry')].map((entry) => ({
        once: ['id', 'title', 'link', 'published', 'updated', 'content'].map(
          (name) => entry.querySelectorAll(name).length,
        ),
        id: texts(entry, 'id')[0] ?? '',
        title: texts(entry, 'title')[0] ?? '',
        updated: texts(entry, 'updated')[0] ?? '',
        content: inside(texts(entry, 'content')[0] ?? ''),
      })),
    }
  }, xml)
  await page.close()
  return feed
}

describe('the feed', () => {
  it('is an Atom feed of whole entries, each with what RFC 4287 asks for', async () => {
    const { broken, root, head, links, entries } = await read(built)
    expect(broken).toBeNull()
    expect(root).toBe('http://www.w3.org/2005/Atom feed')
    for (const texts of head) expect(texts).toHaveLength(1)
    expect(links).toEqual([
      ['self', `${council.site}/you-said-we-did/feed.xml`],
      ['alternate', `${council.site}/you-said-we-did/`],
    ])
    expect(entries.length).toBeGreaterThan(10)
    for (const { once, id, updated, content } of entries) {
      expect(once).toEqual([1, 1, 1, 1, 1, 1])
      expect(updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/)
      expect(existsSync(`dist${id.slice(council.site.length)}index.html`)).toBe(true)
      expect(content.length).toBeGreaterThan(3)
    }
    const days = entries.map(({ updated }) => updated)
    expect(days).toEqual([...days].sort().reverse())
  })

  it('keeps what an editor types as words, whatever it looks like', async () => {
    const nasty = `A\u0001 <b>& "B" ]]> 'C'`
    const one = { language: 'en', slug: 'bins', entry: { ...goodEntry, title: nasty, told: nasty } }
    const feed = atom({
      site: 'https://example.org',
      home: '/you-said-we-did/',
      language: 'en',
      author: 'A & B',
      title: '<T>',
      subtitle: 'S',
      headings: { said: 'You said', did: () => 'We did' },
      entries: [one],
    })
    const { broken, entries } = await read(feed)
    expect(broken).toBeNull()
    expect(entries[0]?.title).toBe(`A <b>& "B" ]]> 'C'`)
    expect(entries[0]?.content[1]).toBe(`<p>A &lt;b&gt;&amp; "B" ]]&gt; 'C'</p>`)
  })

  it('holds the newest alone, and can be empty', async () => {
    const many = Array.from({ length: 80 }, (_, i) => ({
      language: 'en',
      slug: `bins-${i}`,
      entry: { ...goodEntry, date: `2026-01-${String((i % 28) + 1).padStart(2, '0')}` },
    }))
    const feed = (entries: typeof many) =>
      atom({
        site: 'https://example.org',
        home: '/',
        language: 'en',
        author: 'A',
        title: 'T',
        subtitle: 'S',
        headings: { said: 'You said', did: () => 'We did' },
        entries,
      })
    expect((await read(feed(many))).entries).toHaveLength(50)
    expect((await read(feed([]))).broken).toBeNull()
  })
})

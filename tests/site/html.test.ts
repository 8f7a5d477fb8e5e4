import { existsSync, globSync, readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { editionAt, published } from '../../src/council/editions.ts'
import { builtPages, contentPages } from './pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Astro writes void elements and attributes its own way; both are sound HTML.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    // Prettier and Astro leave spaces where people never see them.
    'no-trailing-whitespace': 'off',
    // Phone numbers keep together by CSS (.number), which copies and reads better than hard spaces.
    'tel-non-breaking': 'off',
    // "Page – Northmere Council complaints" is longer than search engines show, and says where one is.
    'long-title': 'off',
    // An id is what HTML lets it be, so that a heading in any script can be led to.
    'valid-id': ['error', { relaxed: true }],
    // As govuk-frontend writes a group of fields and a box for an email address.
    'no-redundant-role': 'off',
    'input-attributes': 'off',
    // Ticks that belong together share a name; what is ours needs no seal on it.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    'require-sri': ['error', { target: 'crossorigin' }],
  },
})

const count = (html: string, text: string) => html.split(text).length - 1
const match = (html: string, pattern: RegExp) => pattern.exec(html)?.[1]

it('builds pages to read', () => {
  expect(contentPages.map(({ address }) => address)).toEqual(
    expect.arrayContaining(['/', '/how-to-complain/', '/procedures/corporate/', '/contact/', '/404.html']),
  )
})

describe.each(builtPages)('$address', ({ address, html }) => {
  it('is sound HTML', async () => {
    const report = await validator.validateString(html, `dist${address}`)
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`),
    )
    expect(faults).toEqual([])
  })

  it('names its title and its main once each, where a function can find them', () => {
    for (const mark of ['<title>', '</title>', '<main id="main"', '</main>']) {
      expect(count(html, mark), mark).toBe(1)
    }
  })

  it('says its language and which way it runs', () => {
    const { tag, dir } = editionAt(address)
    expect(html).toContain(`<html lang="${tag}" dir="${dir}">`)
  })
})

describe.each(contentPages)('$address', ({ html }) => {
  it('has one first heading, and its title begins with the same words', () => {
    expect(count(html, '<h1')).toBe(1)
    const heading = match(html, /<h1[^>]*>(.*?)<\/h1>/s)
    expect(heading).toMatch(/\S/)
    // Marks that keep an English name whole where the script runs from right to left are no words.
    const title = match(html, /<title>(.*?)<\/title>/)?.replaceAll(/[\u2066-\u2069]/g, '')
    expect(title?.startsWith(`${heading} – `)).toBe(true)
  })
})

it.each(published())('gives no two pages of one edition the same title: $tag', ({ tag }) => {
  const titles = builtPages
    .filter(({ language }) => language === tag)
    .map(({ html }) => match(html, /<title>(.*?)<\/title>/))
  expect(titles.length).toBeGreaterThan(30)
  expect(new Set(titles).size).toBe(titles.length)
})

it('leads to no page or place that is not there', () => {
  const places = new Map(
    builtPages.map(({ address, html }) => [
      address,
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  )
  // What a function answers to a link.
  const answered = globSync('functions/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)', method: 'GET'/g)].map(([, path]) => `${path}/`),
  )
  expect(answered.length).toBeGreaterThan(5)
  const dead = builtPages.flatMap(({ address, html }) =>
    [...html.matchAll(/<a [^>]*href="([^"]+)"/g)]
      .map(([, href]) => new URL(href ?? '', `${council.site}${address}`))
      .filter(({ origin }) => origin === council.site)
      .filter(({ pathname, hash }) => {
        if (answered.includes(pathname)) return false
        const ids = places.get(pathname)
        // A feed or a file to download is no page, and has no places in it.
        if (!ids && hash === '' && !pathname.endsWith('/')) return !existsSync(`dist${pathname}`)
        return !ids || (hash !== '' && !ids.has(decodeURIComponent(hash.slice(1))))
      })
      .map(({ pathname, hash }) => `${address} leads to ${pathname}${hash}`),
  )
  expect(dead).toEqual([])
})

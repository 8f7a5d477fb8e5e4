import { describe, expect, it } from 'vitest'
import { council, textIn } from '../../src/council/council.ts'
import { editionAt, published, rootOf } from '../../src/council/editions.ts'
import { editionsWithSection, sections } from '../../src/council/sections.ts'
import { loadWords } from '../../src/words/load.ts'
import { translator } from '../../src/words/translate.ts'
import { builtPages } from './pages.ts'

const editions = published()
const addresses = new Set(builtPages.map(({ address }) => address))

/** A page's links as they stand in the HTML, with their attributes. */
const linksOf = (html: string) =>
  [...html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = '', words = '']) => {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
    return { href: of('href') ?? '', hreflang: of('hreflang'), lang: of('lang'), words }
  })

/** The same page's address in another edition. */
const inEdition = (address: string, tag: string) =>
  rootOf(council, tag) + address.slice(rootOf(council, editionAt(address).tag).length)

describe.each(editions)('$tag', ({ tag }) => {
  const pages = builtPages.filter(({ language }) => language === tag)
  const root = rootOf(council, tag)
  const t = translator(loadWords(tag), tag)

  it('is built, under its own root alone, its forms and its start among it', () => {
    for (const page of [
      '',
      'complain/',
      'follow/',
      'add/',
      'review/',
      'consent/',
      'survey/',
      'about-you/',
      'a-to-z/',
    ])
      expect(addresses).toContain(root + page)
    expect(pages.filter(({ address }) => !address.startsWith(root))).toEqual([])
  })

  it('says on each page what council it is of, in its own words', () => {
    const name = textIn(council.name, tag)
    expect(pages.filter(({ html }) => !html.includes(name)).map(({ address }) => address)).toEqual([])
  })

  it.runIf(editions.length > 1)(
    'links each page to the same page in every edition that has it, by its own name',
    () => {
      const wrong = pages
        .filter(({ address }) => !/404\.html$|\/not-found\/$/.test(address))
        .flatMap(({ address, html }) => {
          const links = linksOf(html.slice(0, html.indexOf('<main')))
          return editions
            .filter((other) => other.tag !== tag && addresses.has(inEdition(address, other.tag)))
            .filter(
              (other) =>
                !links.some(
                  ({ href, hreflang, lang, words }) =>
                    href === inEdition(address, other.tag) &&
                    hreflang === other.tag &&
                    lang === other.tag &&
                    words.trim() === other.name,
                ),
            )
            .map((other) => `${address} has no link to ${other.tag}`)
        })
      expect(wrong).toEqual([])
    },
  )

  it('links to a page of another edition only with its language, in words too where it is read there', () => {
    const wrong = pages.flatMap(({ address, html }) =>
      linksOf(html)
        .filter(({ href }) => href.startsWith('/') && !href.startsWith('/api/') && !/\.\w+$/.test(href))
        // A function's own address stands in no edition: what follows it says which to answer in.
        .filter(({ href }) => !href.includes(`?language=${tag}`))
        .filter(({ href }) => editionAt(href).tag !== tag)
        .filter(({ href, hreflang }) => hreflang !== editionAt(href).tag)
        .map(({ href }) => `${address} leads to ${href}`),
    )
    expect(wrong).toEqual([])
  })

  it('has the parts that change all the time only where they are written in it, and says so where it leads to them', () => {
    const [first] = editions
    for (const section of sections) {
      const own = editionsWithSection(section).some((edition) => edition.tag === tag)
      expect(addresses.has(`${root}${section}/`), section).toBe(own)
      if (own) continue
      const to = pages.flatMap(({ html }) => linksOf(html)).filter(({ href }) => href === `/${section}/`)
      for (const { hreflang, words } of to)
        expect({ hreflang, says: words.endsWith(t('site.inEnglish')) }).toEqual({
          hreflang: first?.tag,
          says: true,
        })
    }
  })

  it('asks for an address that is not there in its own words', () => {
    const page = tag === editions[0]?.tag ? '/404.html' : `${root}not-found/`
    expect(pages.find(({ address }) => address === page)?.html).toContain(t('site.notFound.title'))
  })
})

it('builds nothing of a draft', () => {
  const tags = new Set(builtPages.map(({ language }) => language))
  expect([...tags].sort()).toEqual(editions.map(({ tag }) => tag).sort())
})

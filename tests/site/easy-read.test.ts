import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { published, rootOf } from '../../src/council/editions.ts'
import type { Listening } from '../../src/local/listen.ts'
import { isEasyRead } from '../../src/pictures/pictures.ts'
import { sentencesOf } from '../../src/you-said-we-did/texts.ts'
import { mostWords } from '../../src/you-said-we-did/rules/easy-read.ts'
import { launch } from '../support/chromium.ts'
import { builtPages, wordsOf } from './pages.ts'
import { wordsIn } from './readability.ts'
import { serveSite } from './serve-site.ts'

/** What DOMAIN 7.4 asks of pages as they are seen and printed, once an edition in Easy Read is published. */

const edition = published().find(({ tag }) => isEasyRead(tag))
const root = edition ? rootOf(council, edition.tag) : '/easy-read/'
const pages = builtPages.filter(
  ({ address, html }) => address.startsWith(root) && html.includes('class="idea"'),
)
const dist = join(import.meta.dirname, '../../dist')
const leastPrint = (14 / 72) * 96

describe.skipIf(!edition)('Easy Read', () => {
  let site: Listening
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    site = await serveSite()
    browser = await launch()
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  afterEach(() => page.emulateMedia({ media: null, colorScheme: null }))

  it('has its pages', () => {
    const names = ['', 'acting-for-someone/', 'help/', 'how-to-complain/', 'privacy/', 'what-happens-next/']
    expect(pages.map(({ address }) => address)).toEqual(
      expect.arrayContaining(names.map((name) => root + name)),
    )
  })

  describe.each(pages)('$address', ({ address, html }) => {
    it('has no sentence of more than 15 words, with every fact in its place', () => {
      const sentences = wordsOf(html).split('\n').flatMap(sentencesOf)
      expect(sentences.filter((sentence) => wordsIn(sentence).length > mostWords)).toEqual([])
    })

    it('has its pictures in files of this site, asked for as they come into sight and kept for good', async () => {
      const images = [...html.matchAll(/<img\b[^>]*>/g)].map(([tag]) => tag)
      expect(images.length).toBeGreaterThan(3)
      for (const tag of images) {
        expect(tag).toMatch(/ alt(=""|(?=[ >]))/)
        expect(tag).toContain('loading="lazy"')
        expect(existsSync(join(dist, / src="([^"]+)"/.exec(tag)?.[1] ?? '')), tag).toBe(true)
      }
      const [, src] = / src="([^"]+)"/.exec(images[0] ?? '') ?? []
      const answer = await fetch(site.url + src)
      expect(answer.headers.get('content-type')).toContain('image/svg+xml')
      expect(answer.headers.get('cache-control')).toContain('immutable')
    })

    it.each([320, 1280])('has each picture at the left of its words, %s pixels wide', async (width) => {
      const asked: string[] = []
      const listen = (request: { url(): string }) => asked.push(new URL(request.url()).pathname)
      page.on('request', listen)
      await page.setViewportSize({ width, height: 900 })
      await page.goto(site.url + address)
      await page.evaluate(() =>
        document.querySelectorAll('img').forEach((image) => (image.loading = 'eager')),
      )
      await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll('.idea')].map((row) => {
          const [picture, words] = [...row.children].map((part) => part.getBoundingClientRect())
          const image = row.querySelector('img')
          return {
            apart: (words?.left ?? 0) - (picture?.right ?? 0),
            level: (words?.top ?? 0) < (picture?.bottom ?? 0) && (picture?.top ?? 0) < (words?.bottom ?? 0),
            size: picture?.width ?? 0,
            drawn: (image?.naturalWidth ?? 0) > 0,
            text: parseFloat(getComputedStyle(row).fontSize),
          }
        }),
      )
      page.off('request', listen)
      for (const row of rows) {
        expect(row).toMatchObject({ level: true, drawn: true })
        expect(row.apart).toBeGreaterThanOrEqual(12)
        expect(row.size).toBeGreaterThanOrEqual(width > 500 ? 96 : 64)
        expect(row.size).toBeLessThanOrEqual(128)
        expect(row.text).toBeGreaterThanOrEqual(leastPrint)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      // The page itself, its pictures, and what reads a page aloud (one small file, DESIGN).
      const others = asked.filter(
        (path) => path !== address && !/^\/(?:pictures\/|_astro\/listen)/.test(path),
      )
      expect(others).toEqual([])
    })

    it('is 20 pages of A4 at most, in 14 points or more, its pictures among them', async () => {
      await page.goto(site.url + address)
      await page.emulateMedia({ media: 'print' })
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('main p, main li, main dd')].map((each) =>
          parseFloat(getComputedStyle(each).fontSize),
        ),
      )
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(leastPrint)
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(20)
      expect(await page.evaluate(() => [...document.images].every((image) => image.naturalWidth > 0))).toBe(
        true,
      )
    })
  })

  it('has a white ground behind its pictures in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(site.url + root)
    const ground = await page.evaluate(
      () => getComputedStyle(document.querySelector('.idea img')!).backgroundColor,
    )
    expect(ground).toBe('rgb(255, 255, 255)')
  })

  it('shows a picture beside each question, and a press on the picture of an answer chooses it', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${site.url}${root}complain/`)
    await page.locator('#complain form:not([data-opening])').waitFor()
    const pictureOf = (selector: string) =>
      page.evaluate((asked) => {
        const style = getComputedStyle(document.querySelector(asked)!, '::before')
        return { image: style.backgroundImage, width: style.width, content: style.content }
      }, selector)
    expect(await pictureOf('#q-kind')).toMatchObject({ content: '""', width: '120px' })
    expect((await pictureOf('#q-kind')).image).toContain(`${site.url}/pictures/`)
    const praise = page.locator('#q-kind [class$=__item]', { has: page.locator('[value=compliment]') })
    await praise.click({ position: { x: 58 + 36, y: 36 } })
    expect(await page.locator('[name=kind]:checked').inputValue()).toBe('compliment')
  })
})

it('nothing of Easy Read is on a page of another edition', () => {
  const others = builtPages.filter(({ address }) => !address.startsWith(root))
  for (const { address, html } of others) {
    expect(html.includes('/pictures/openmoji') || html.includes('--pictured'), address).toBe(false)
  }
  if (!edition) expect(existsSync(join(dist, 'pictures'))).toBe(false)
})

it('pictures are kept for good by the rules of deployment', () => {
  expect(readFileSync('netlify.toml', 'utf8')).toMatch(
    /for = "\/pictures\/\*"\n.*\nCache-Control = .*immutable/,
  )
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { hasLetters, sharePicture } from '../../src/you-said-we-did/share-picture.ts'
import { builtPages } from '../site/pages.ts'

const entries = builtPages.filter(({ html }) => html.includes('property="og:type"'))
const meta = (html: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1]?.replaceAll('&#39;', "'")

const said = {
  heading: 'You said, we did',
  title: 'Bins',
  below: 'Bins and recycling',
  council: 'Northmere Council',
  colour: '#0b4f56',
}
const lines = (title: string) =>
  [
    ...sharePicture({ ...said, title }).matchAll(
      /<text x="84" y="(\d+)" font-size="(\d+)" font-weight="700" fill="#1c2024">/g,
    ),
  ].map(([, y, size]) => ({ y: Number(y), size: Number(size) }))

describe('the picture that is shared', () => {
  it.each(entries)(
    'of $address is a PNG of the size said, and says its words as text',
    ({ address, html }) => {
      expect(meta(html, 'og:image')).toBe(`${council.site}${address}share.png`)
      const png = readFileSync(`dist${address}share.png`)
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
      expect(png.length).toBeLessThan(100_000)
      const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.trim()
      expect(meta(html, 'og:image:alt')).toContain(title)
    },
  )

  it('is there for every entry', () => {
    expect(entries.length).toBeGreaterThanOrEqual(14)
  })

  it('is asked for by nobody who reads the page', () => {
    for (const { html } of entries) expect(html).not.toMatch(/<(img|link)[^>]*share\.png/)
  })

  it('has room for the longest title, above the line of the service', () => {
    expect(lines('We tell you when')[0]?.size).toBe(68)
    for (const title of ['m'.repeat(12) + ' m'.repeat(39), 'We mended the lamps '.repeat(4) + 'with you']) {
      const placed = lines(title)
      expect(placed.length).toBeLessThanOrEqual(6)
      expect(placed.at(-1)?.y).toBeLessThanOrEqual(484)
    }
  })

  it('takes what is typed for words', () => {
    expect(sharePicture({ ...said, title: '</text><script>' })).not.toContain('<script>')
  })

  it('is left out where its font has no letters for the language', () => {
    expect(['en', 'pl', 'ro', 'en-simple'].map(hasLetters)).toEqual([true, true, true, true])
    expect(['ur', 'ar', 'bn'].map(hasLetters)).toEqual([false, false, false])
  })
})

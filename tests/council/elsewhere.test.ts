import { describe, expect, it } from 'vitest'
import { guidanceAt, lacksGuidance, ledElsewhere } from '../../src/council/elsewhere.ts'
import type { Language } from '../../src/council/editions.ts'

const languages: Language[] = [
  { tag: 'en', name: 'English', dir: 'ltr', status: 'published' },
  {
    tag: 'en-simple',
    path: 'easy-read',
    name: 'Easy Read',
    dir: 'ltr',
    status: 'published',
    without: ['contact', 'procedures/housing'],
  },
]
const led = (html: string, tag = 'en-simple') =>
  ledElsewhere(html, { languages, tag, says: '(not in Easy Read)', lacks: lacksGuidance(languages, tag) })

describe('a link to a page that an edition has not', () => {
  it('leads to the English page, and says so to people and machines', () => {
    expect(led('<p><a class="x" href="/easy-read/contact/#phone">Get in <b>touch</b></a>.</p>')).toBe(
      '<p><a class="x" href="/contact/#phone" hreflang="en">Get in <b>touch</b> (not in Easy Read)</a>.</p>',
    )
    expect(led('<a href="/easy-read/procedures/housing/">Housing</a>')).toContain(
      'href="/procedures/housing/"',
    )
  })

  it('says so where it leads to English already, and only once', () => {
    const once = led('<a href="/contact/">Get in touch</a>')
    expect(once).toBe('<a href="/contact/" hreflang="en">Get in touch (not in Easy Read)</a>')
    expect(led(once)).toBe(once)
  })

  it('is the only one that changes', () => {
    const others =
      '<a href="/easy-read/help/">Help</a> <a href="/easy-read/contact-us/">x</a> <a href="https://example.org/contact/">y</a> <a href="/pl/contact/" hreflang="pl">Polski</a>'
    expect(led(others)).toBe(others)
    expect(led('<a href="/contact/">Contact</a>', 'en')).toBe('<a href="/contact/">Contact</a>')
  })
})

it('says where guidance is for who reads an edition', () => {
  expect(guidanceAt(languages, 'en-simple', 'contact/')).toBe('/contact/')
  expect(guidanceAt(languages, 'en-simple', 'help/')).toBe('/easy-read/help/')
  expect(guidanceAt(languages, 'en', 'contact/')).toBe('/contact/')
})

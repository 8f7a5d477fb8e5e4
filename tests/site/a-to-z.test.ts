import { describe, expect, it } from 'vitest'
import { byLetter } from '../../src/components/site/a-to-z.ts'
import { englishPages } from './pages.ts'

const html = englishPages.find(({ address }) => address === '/a-to-z/')?.html ?? ''
const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const letters = [...main.matchAll(/<h2[^>]*>(.*?)<\/h2>(.*?)<\/section>/gs)].map(([, letter, part]) => ({
  letter,
  lines: [
    ...(part ?? '').matchAll(/<a[^>]*href="([^"]+)"[^>]*>([^<]+)<\/a>\s*<\/dt>\s*<dd[^>]*>([^<]+)</g),
  ].map(([, address, name, says]) => ({ address, name: name?.trim() ?? '', says })),
}))

describe('the A to Z', () => {
  it('leads once by its own name to every page that search engines may show', () => {
    const led = letters
      .flatMap(({ lines }) => lines)
      .filter(({ says }) => !says?.startsWith('See “'))
      .map(({ address }) => address)
    const people = englishPages
      .filter(({ html: page }) => !page.includes('content="noindex"'))
      .map(({ address }) => address)
      // Itself, and what begins elsewhere: questions of the finder, each year's report, each change people brought about.
      .filter(
        (address) => address !== '/a-to-z/' && !/^\/(annual-report|find|you-said-we-did)\/./.test(address),
      )
    // A page of src/pages is missing? Add it to `beside` in src/components/site/a-to-z.ts, and its words to site.json.
    expect(led.sort()).toEqual(people.sort())
  })

  it('keeps the order of the alphabet, and puts each line under its first letter', () => {
    const order = letters.map(({ letter }) => letter)
    expect(order).toEqual([...order].sort())
    for (const { letter, lines } of letters) {
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.filter(({ name }) => !name.toUpperCase().startsWith(letter ?? ''))).toEqual([])
    }
  })

  it('says the same words of no two lines', () => {
    const names = letters.flatMap(({ lines }) => lines.map(({ name }) => name))
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('finds a page by the words that people use', () => {
    const says = (name: string) =>
      letters.flatMap(({ lines }) => lines).find((line) => line.name === name)?.address
    expect(says('Advocates')).toBe('/help/')
    expect(says('Compensation')).toBe('/putting-things-right/')
    expect(says('Power of attorney')).toBe('/acting-for-someone/')
    expect(says('Ombudsman')).toBe('/still-unhappy/')
  })
})

it('follows the alphabet of the language, not of English', () => {
  const entry = (name: string) => ({ name, address: '/', says: '', see: false })
  const order = (language: string, ...names: string[]) =>
    byLetter(names.map(entry), language).map(({ letter }) => letter)
  expect(order('pl', 'Łódź', 'Zima', 'Lato', 'Mama')).toEqual(['L', 'Ł', 'M', 'Z'])
  expect(order('ar', 'الشكوى', 'أسئلة', 'إعاقة', 'البريد')).toEqual(['ا', 'ب', 'ش'])
  expect(order('en', '“Quoted”', 'apple', 'Apple')).toEqual(['A', 'Q'])
})

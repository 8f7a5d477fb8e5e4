import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pictures } from '../../src/pictures/pictures.ts'
import { hardWords } from '../../src/words/hard-words.ts'
import { leavesOf } from '../../src/words/leaves.ts'
import type { Words } from '../../src/words/translate.ts'
import { mostWords, runTogether } from '../../src/you-said-we-did/rules/easy-read.ts'
import { sentencesOf, wordsOf } from '../../src/you-said-we-did/texts.ts'
import { easyPages } from './easy-read-pages.ts'

/** The rules of DOMAIN 7.4, over every page and every word of the Easy Read edition. */

const words = join(process.cwd(), 'content/words/en-simple')
const files = existsSync(words) ? readdirSync(words).filter((name) => name.endsWith('.json')) : []
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Words

/** Every sentence of the edition, with the place to look for it. */
const said: readonly (readonly [place: string, text: string])[] = [
  ...easyPages.flatMap(({ name, headings, rows }) =>
    [...headings, ...rows.map(({ text }) => text)].map((text) => [`pages/en-simple/${name}`, text] as const),
  ),
  ...files.flatMap((name) =>
    [...leavesOf(read(join(words, name)))].flatMap(([key, leaf]) =>
      (typeof leaf === 'string' ? [leaf] : Object.values(leaf)).map(
        (text) => [`words/en-simple/${name}: ${key}`, text.replace(/\{[^{}]*\}/g, 'X')] as const,
      ),
    ),
  ),
  ...['council', 'routes', 'finder', 'bank-holidays'].flatMap((name) =>
    textsIn(read(`content/${name}.json`)).map((text) => [`${name}.json`, text] as const),
  ),
]

function textsIn(held: unknown): string[] {
  if (typeof held !== 'object' || held === null) return []
  return Object.entries(held).flatMap(([key, value]) =>
    key === 'en-simple' && typeof value === 'string' ? [value] : textsIn(value),
  )
}

const sentences = said.flatMap(([place, text]) => sentencesOf(text).map((sentence) => ({ place, sentence })))
const against = (rule: (sentence: string) => unknown) =>
  sentences.filter(({ sentence }) => rule(sentence)).map(({ place, sentence }) => `${place}: ${sentence}`)

describe('every sentence of Easy Read', () => {
  it('has 15 words at most', () => {
    expect(against((sentence) => wordsOf(sentence).length > mostWords)).toEqual([])
  })

  it('has each word in full', () => {
    expect(against((sentence) => runTogether.test(sentence))).toEqual([])
    expect(against((sentence) => /\b(?:e\.?g|i\.?e|etc|info|asap)\b/i.test(sentence))).toEqual([])
  })

  it('has its numbers as digits', () => {
    const number =
      /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|hundred)\b/i
    expect(against((sentence) => number.test(sentence))).toEqual([])
  })

  it('has 10 words or fewer, on average, on each page', () => {
    for (const { name, rows } of easyPages) {
      const counts = rows.flatMap(({ text }) => sentencesOf(text)).map((one) => wordsOf(one).length)
      expect(counts.reduce((sum, count) => sum + count, 0) / counts.length, name).toBeLessThanOrEqual(10)
    }
  })
})

/** Everyday words that have a second, hard meaning, or that every page of ours has. */
const everyday = 'will council code stage service consent panel contract harm mean'.split(' ')

describe.each(easyPages)('$name', ({ rows, loose, bold, listed, headings }) => {
  it('says everything in rows, each with a picture that is there', () => {
    expect(rows.length).toBeGreaterThan(10)
    expect(loose).toEqual([])
    for (const { picture } of rows) expect(Object.keys(pictures.ideas)).toContain(picture)
  })

  it('has one idea in a row: 4 short sentences at most, where one explains a word', () => {
    const long = rows.filter(({ text }) => sentencesOf(text).length > 4 || wordsOf(text).length > 35)
    expect(long.map(({ text }) => text)).toEqual([])
  })

  // The words are written apart from the pages.
  it.skipIf(!existsSync(join(words, 'glossary.md')))('explains each hard word', () => {
    const hard = hardWords('en-simple')
    const meanings = new Map([...hard].map(([word, meaning]) => [word.toLowerCase(), meaning]))
    const meaningOf = (word: string) => meanings.get(word.toLowerCase())
    const text = [...headings, ...rows.map(({ text }) => text)].join('\n')
    for (const { word, row } of bold) {
      const [meaning] = sentencesOf(meaningOf(word) ?? '')
      // A word that only this page needs is explained in its own row.
      if (meaning) expect(row, word).toContain(meaning)
      else expect(row, word).toMatch(new RegExp(`${word}[^.]* (?:means?|is|has|are)\\b`, 'i'))
    }
    const names = [...bold.map(({ word }) => word), ...listed]
    const explained = names.map(meaningOf)
    // “Attorney” inside “power of attorney” is explained with it.
    const rest = names.reduce((left, name) => left.replaceAll(new RegExp(name, 'gi'), ''), text)
    const missing = [...hard].filter(
      ([word, meaning]) =>
        !everyday.includes(word) &&
        !explained.includes(meaning) &&
        new RegExp(`\\b${word.replace(/\W/g, '\\$&')}s?\\b`, /^[a-z ]+$/.test(word) ? 'i' : '').test(rest),
    )
    expect(missing.map(([word]) => word)).toEqual([])
  })
})

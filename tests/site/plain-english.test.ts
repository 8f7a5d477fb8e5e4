import { describe, expect, it } from 'vitest'
import { contentPages, wordsOf } from './pages.ts'

/** Sentences of the running text: lines that end as sentences do, so neither headings nor addresses. */
const sentencesOf = (html: string): string[] =>
  wordsOf(html)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => /[.?!:]$/.test(line) && line.split(' ').length > 2)
    .flatMap((line) => line.split(/(?<=[.?!:])\s+(?=[A-Z“])/))

const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? []

/** Groups of vowels, without a silent e at the end: near enough over a whole page. */
const syllables = (word: string): number => {
  const trimmed = word.toLowerCase().replace(/(?<=[^l])e$|(?<=[^td])ed$/, '')
  return Math.max(1, trimmed.match(/[aeiouy]+/g)?.length ?? 1)
}

/** Flesch and Kincaid's grade, plus the five years before school starts. */
function readingAge(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn)
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59 + 5
}

describe.each(contentPages)('$address', ({ html }) => {
  const sentences = sentencesOf(html)
  const words = sentences.map((sentence) => wordsIn(sentence).length)

  it('has sentences of 20 words or fewer on average, and none of more than 30', () => {
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThanOrEqual(20)
    expect(sentences.filter((sentence) => wordsIn(sentence).length > 30)).toEqual([])
  })

  it('can be read at 11 years old', () => {
    expect(readingAge(sentences)).toBeLessThanOrEqual(11)
  })

  it('uses none of the words that offices use', () => {
    expect(wordsOf(html)).not.toMatch(
      /please note|in order to|prior to|regarding|complainant|utilis|facilitat|as per|thereof|should you wish|alleg|liais/i,
    )
  })
})

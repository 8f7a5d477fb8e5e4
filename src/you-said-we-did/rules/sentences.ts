import type { Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'
import { officeWords } from '../../words/office-words.ts'
import { sentencesOf, textsOf, wordsOf } from '../texts.ts'

/** The most words of one sentence, and the most that sentences have on average (DOMAIN 7.5 allows more). */
export const most = { words: 25, average: 15 }

/** Sentences that can be read in one breath. */
export const sentences: Rule<Entry> = (entry) => [
  ...textsOf(entry).flatMap(({ path, text }) =>
    sentencesOf(text)
      .filter((sentence) => wordsOf(sentence).length > most.words)
      .map((sentence) => ({
        path,
        message: `has a sentence of ${wordsOf(sentence).length} words, “${start(sentence)} …”. Write ${most.words} at most: make two of it.`,
      })),
  ),
  ...(['told', 'changed'] as const).flatMap((key) => {
    const all = sentencesOf(entry[key])
    const average = all.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0) / all.length
    if (all.length < 2 || average <= most.average) return []
    return [
      {
        path: [key],
        message: `has ${average.toFixed(0)} words in a sentence, on average. Write ${most.average} or fewer.`,
      },
    ]
  }),
]

/** The words that people say, in place of those that offices write. English alone has a list. */
export const plainWords: Rule<Entry> = (entry, _, language) =>
  /^en(-|$)/.test(language)
    ? textsOf(entry).flatMap(({ path, text }) =>
        [...text.matchAll(officeWords)].map(([word]) => ({
          path,
          message: `has “${word}”, which people do not say. Write it in everyday words.`,
        })),
      )
    : []

const start = (sentence: string): string => sentence.split(' ').slice(0, 6).join(' ')

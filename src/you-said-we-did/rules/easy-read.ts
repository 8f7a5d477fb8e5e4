import type { Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'
import { sentencesOf, wordsOf } from '../texts.ts'

/** The most words of an Easy Read sentence (DOMAIN 7.4). */
export const mostWords = 15

/** Words run into one, such as “don’t”: Easy Read has each in full. */
export const runTogether =
  /\b\p{L}+(?:n[’']t|[’'](?:re|ve|ll|d|m))\b|\b(?:it|that|there|he|she|what|who)[’']s\b/iu

/** Easy Read: one idea in one sentence, no longer than 15 words, with every word in full (DOMAIN 7.4). */
export const easyRead: Rule<Entry> = ({ easyRead: lines = [] }) =>
  lines.flatMap(({ say }, i) => {
    const path = ['easyRead', i, 'say']
    const faults: string[] = []
    const sentences = sentencesOf(say)
    if (sentences.length > 1)
      faults.push(`has ${sentences.length} sentences. Write one, and start a new line for the next.`)
    const count = Math.max(...sentences.map((sentence) => wordsOf(sentence).length))
    if (count > mostWords) faults.push(`has ${count} words. Write ${mostWords} at most.`)
    const short = runTogether.exec(say)?.[0]
    if (short) faults.push(`has “${short}”. Write it in full, as in “do not”.`)
    return faults.map((message) => ({ path, message }))
  })

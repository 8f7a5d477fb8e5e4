import type { Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'
import { textsOf } from '../texts.ts'

/**
 * No count of people or complaints below the threshold, in digits or in words (DOMAIN 6): “three families” of one
 * street are known to their neighbours. None at all (“nobody”, 0) gives nobody away.
 *
 * What is counted can be told in English alone. In another language a small number stands in words where a person
 * has checked it, so digits below the threshold are refused.
 */
export const smallCounts: Rule<Entry> = (entry, { smallestCount }, language) =>
  textsOf(entry).flatMap(({ path, text }) => {
    const found = inEnglish(language) ? counted(text, smallestCount) : digits(text, smallestCount)
    if (found === undefined) return []
    const mend = inEnglish(language)
      ? 'Write “some”, “a few” or “several”.'
      : 'Write “some” or “a few”; if it counts something else, such as days, write the number as a word.'
    return [{ path, message: `has “${found}”, and we publish no count below ${smallestCount}. ${mend}` }]
  })

const inEnglish = (language: string): boolean => /^en(-|$)/.test(language)

const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Who and what the figures count. */
const people =
  'people|persons?|residents?|tenants?|leaseholders?|landlords?|famil(?:y|ies)|households?|homes?|parents?|carers?|' +
  'child|children|pupils?|students?|adults?|customers?|callers?|drivers?|patients?|neighbours?|wom[ae]n|m[ae]n|' +
  'mothers?|fathers?|mums?|dads?|girls?|boys?|claimants?|taxpayers?|members? of staff|officers?|councillors?'
const cases =
  'complaints?|compliments?|comments?|cases?|reports?|appeals?|requests?|enquir(?:y|ies)|incidents?|complainants?'
const did = 'told|asked|complained|wrote|rang|phoned|emailed|contacted|reported|said|appealed|praised|thanked'

function counted(text: string, smallestCount: number): string | undefined {
  const below = Array.from({ length: smallestCount - 1 }, (_, i) => i + 1)
  const number = `(?:${[...below, ...below.flatMap((n) => words[n - 1] ?? []), 'a single', 'only a', 'a couple of', 'a pair of', 'both'].join('|')})`
  // Up to two words may stand between, as in “two older council tenants”; “one of” needs no more than what follows.
  const who = `(?:(?:of|[\\p{L}’'-]+)\\s+){0,2}?(?:${people}|${cases})`
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,/’-])${number}\\s+(?:${who}|of (?:you|them|us)|(?:have |had |has )?(?:${did}))(?![\\p{L}\\d])`,
    'iu',
  )
  return pattern.exec(text)?.[0]
}

function digits(text: string, smallestCount: number): string | undefined {
  const small = [...text.matchAll(/(?<![\p{L}\d.,:/-])\d+(?![\p{L}\d:/%]|[.,]\d)/gu)].map(
    ([number]) => number,
  )
  return small.find((number) => Number(number) > 0 && Number(number) < smallestCount)
}

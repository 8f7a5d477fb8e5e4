import { verdictOf, type Value } from '../verdict.ts'
import type { Check } from './check.ts'
import { those } from './statements.ts'

/** A verdict, or a sentence that amounts to one, is not what the figures and the rule give. */
export const verdicts: Check = {
  id: 'verdict-against-figures',
  faults: (statements) =>
    those(statements, 'verdict').flatMap(({ at, of, better, before, after, verdict }) => {
      const right = before && after ? verdictOf(before, after, better) : null
      if (right === verdict) return []
      if (right === null)
        return [
          {
            at,
            message: `says “${verdict}” of ${of}, and the two years cannot be compared from what is published. Take the verdict out.`,
          },
        ]
      return [
        {
          at,
          message: `says “${verdict ?? 'unknown'}” of ${of}, and by the rule it is “${right}”: ${shown(before)} before, ${shown(after)} now. Correct the words.`,
        },
      ]
    }),
}

/** Verdicts by a rule that nobody can look up. */
export const ruleless: Check = {
  id: 'verdict-without-a-rule',
  faults: (statements) => {
    const [first] = those(statements, 'verdict')
    if (!first || those(statements, 'rule').length) return []
    return [
      {
        at: first.at,
        message: 'gives verdicts, and no page says by which rule. Put <VerdictRule /> on the page of notes.',
      },
    ]
  },
}

/** The same words of somebody in two places, as if two people had said them. */
export const quotes: Check = {
  id: 'quoted-twice',
  faults: (statements) => {
    const said = those(statements, 'quote')
    return said.flatMap((quote, i) => {
      const other = said.slice(0, i).find(({ words }) => plain(words) === plain(quote.words))
      if (!other) return []
      return [{ at: quote.at, message: `quotes the same words as ${other.at}. Keep them in one place.` }]
    })
  },
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

const shown = (value: Value | null) =>
  value === null ? 'unknown' : value.unit === 'share' ? `${Math.round(value.n * 100)}%` : String(value.n)

import * as z from 'zod'
import { day, text } from '../council/schema/kinds.ts'

/**
 * The complaints managers’ self-assessment: 41 items under five principles (S1, DOMAIN 1.7). Names are
 * `report.principles.<principle>.name` and `.items.<item>` in content/words.
 */
export const principles = {
  accessible: ['1-1', '1-2', '1-3', '1-4', '1-5', '1-6', '1-7', '1-8', '1-9', '1-10', '1-11', '1-12'],
  straightforward: ['2-1', '2-2', '2-3', '2-4', '2-5', '2-6', '2-7', '2-8', '2-9', '2-10'],
  informed: ['3-1', '3-2', '3-3', '3-4', '3-5', '3-6', '3-7'],
  resolution: ['4-1', '4-2', '4-3', '4-4', '4-5', '4-6'],
  learning: ['5-1', '5-2', '5-3', '5-4', '5-5', '5-6'],
} as const
export type Principle = keyof typeof principles

/** 3 strong evidence, 2 some, 1 we do it but cannot show that it helps, 0 nothing to show. */
export const mostScore = 3

const items = Object.values(principles).flat()

/** The keys of `content/annual-reports/<year>/principles.json`. */
export const principlesShape = z.strictObject({
  on: day('the day it was finished'),
  review: day('the day by which it is done again'),
  items: z
    .array(
      z.strictObject({
        id: z.enum(items).describe('which item'),
        score: z
          .int('is not a whole number. Write one from 0 to 3.')
          .min(0, 'is less than 0. Write a whole number from 0 to 3.')
          .max(mostScore, 'is more than 3. Write a whole number from 0 to 3.')
          .describe('how strong the evidence is, from 0 to 3'),
        evidence: text('what shows it'),
        action: text('what we do next; leave it out where there is nothing to do').optional(),
      }),
    )
    .superRefine((scored, context) => {
      for (const id of items) {
        const n = scored.filter((each) => each.id === id).length
        if (n !== 1)
          context.addIssue({
            code: 'custom',
            message: `${n ? 'scores' : 'lacks'} item ${id}${n ? ' twice. Keep one.' : '. Score all 41.'}`,
          })
      }
    })
    .describe('all items, each scored'),
})
export type Principles = z.infer<typeof principlesShape>

/** What an assessment comes to, of how much: by principle and in all. Only added up, so it cannot be wrong. */
export function totals(scored: readonly { readonly id: string; readonly score: number }[]) {
  const of = (ids: readonly string[]) => ({
    score: scored.filter(({ id }) => ids.includes(id)).reduce((sum, { score }) => sum + score, 0),
    most: ids.length * mostScore,
  })
  return {
    all: of(items),
    ...(Object.fromEntries(Object.entries(principles).map(([name, ids]) => [name, of(ids)])) as Record<
      Principle,
      { score: number; most: number }
    >),
  }
}

import * as z from 'zod'
import { provenance } from './facts.ts'
import { identifier, text } from './kinds.ts'

const asked = {
  id: identifier('its short name in data: answers are counted under it'),
  on: z.boolean('is neither true nor false.').describe('whether it is asked'),
  label: text('the question as people read it'),
  hint: text('what helps to answer it').optional(),
  unchecked: provenance.unchecked,
}

const birth = z
  .strictObject({
    ...asked,
    kind: z.literal('date-of-birth'),
    /** The date itself is never kept. */
    ageGroupsFrom: z
      .array(z.int('is not a whole number. Write an age in digits.').min(1, 'is less than 1. Write an age.'))
      .min(1, 'is empty. Write at least one age.')
      .describe('the ages at which each group but the first begins: 18 and 65 make three groups'),
  })
  .describe('a date of birth, of which only the age group is kept')

const choice = z
  .strictObject({
    ...asked,
    kind: z.literal('choice'),
    when: z
      .strictObject({
        question: z.string().describe('the id of a question before it'),
        is: z
          .array(z.string())
          .min(1, 'is empty. Name at least one answer.')
          .describe('the answers, by their ids, after which it is asked'),
      })
      .optional()
      .describe('after which answers it is asked; leave it out to ask everyone'),
    options: z
      .array(
        z.strictObject({
          id: identifier('the answer’s short name in data'),
          name: text('the answer as people read it'),
        }),
      )
      .min(2, 'has fewer than two answers. “Prefer not to say” is there by itself.')
      .describe('the answers in their order; “prefer not to say” follows by itself'),
  })
  .describe('one of a few answers')

/** Questions about people, for finding out whom complaints do not reach. Asked apart, and kept apart. */
export const equality = z
  .strictObject({
    on: z.boolean('is neither true nor false.').describe('whether anyone is asked about themself at all'),
    // Answers are kept in batches, so that none can be told from the others it was kept with.
    batch: z
      .int('is not a whole number. Write digits alone, without quotation marks.')
      .min(5, 'is less than 5, so an answer could give a person away. Write 5, or more.')
      .max(100, 'is more than 100, so answers would wait too long. Write 100, or less.')
      .describe('how many people must have answered before any answers are kept'),
    questions: z
      .array(z.discriminatedUnion('kind', [birth, choice]))
      .describe('what is asked, in order; those that are not on are left out'),
    ...provenance,
  })
  .describe('the questions about people that are asked after sending, and kept apart from every complaint')

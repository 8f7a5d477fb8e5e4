import * as z from 'zod/mini'
import { partialDate } from '../form/kinds/partial-date.ts'
import type { Definition, Question } from '../form/question.ts'

/** A day in the past, or today, that is known whole. */
export function pastDay(definition: Definition): Question {
  const asked = partialDate(definition)
  return {
    ...asked,
    codes: [...asked.codes, 'needs-a-day'],
    schema: (around) =>
      z.pipe(
        asked.schema(around),
        z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, { error: 'needs-a-day' })),
      ) as ReturnType<Question['schema']>,
  }
}

import * as z from 'zod/mini'
import { partialDate, understand, type Typed } from '../form/kinds/partial-date.ts'
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

/** A day that is known whole, gone or to come. */
export function comingDay(definition: Definition): Question {
  const asked = partialDate(definition)
  return {
    ...asked,
    codes: [...asked.codes.filter((code) => code !== 'date-in-future'), 'needs-a-day'],
    schema: ({ language }) =>
      z.pipe(
        z.custom<Typed>(),
        z.transform((typed: Typed, context) => {
          const found = understand(typed, language)
          const [code, part] =
            'code' in found ? [found.code, found.part] : ['needs-a-day', typed.day ? 'month' : 'day']
          if ('date' in found && found.date.length === 10) return found.date
          context.issues.push({
            code: 'custom',
            input: typed,
            message: code,
            path: [`${definition.id}-${part}`],
          })
          return z.NEVER
        }),
      ),
  }
}

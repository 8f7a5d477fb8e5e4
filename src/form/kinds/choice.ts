import * as z from 'zod/mini'
import type { Condition } from '../condition.ts'
import { textOf, textsOf, type Definition, type Question, type Surroundings } from '../question.ts'

interface WithOptions extends Definition {
  readonly options: readonly string[] | 'services'
  readonly offered?: Readonly<Record<string, Condition>>
}

/** One of a few options. */
export function choice(definition: WithOptions): Question {
  return {
    optional: false,
    ...definition,
    kind: 'choice',
    fields: [definition.id],
    // Whatever is not an option reads as if nothing had been chosen: only a tampered page sends it.
    codes: definition.optional ? [] : ['required'],
    read: (fields) => textOf(fields, definition.id) || undefined,
    schema: (around) => z.enum(optionsOf(definition, around), { error: 'required' }),
  }
}

/** Any number of a few options. */
export function choices(definition: WithOptions): Question {
  const { optional = false } = definition
  return {
    ...definition,
    optional,
    kind: 'choices',
    fields: [definition.id],
    codes: optional ? [] : ['required'],
    read(fields) {
      const chosen = textsOf(fields, definition.id).filter(Boolean)
      return chosen.length ? chosen : undefined
    },
    schema: (around) => {
      const known = optionsOf(definition, around)
      return z.pipe(
        z.array(z.string()),
        z.transform((chosen: string[], context) => {
          const options = known.filter((option) => chosen.includes(option))
          if (!options.length && !optional)
            context.issues.push({ code: 'custom', input: chosen, message: 'required' })
          return options
        }),
      )
    },
  }
}

/** The options' ids in their order on the page. */
export function optionsOf(question: Pick<Question, 'options'>, around: Surroundings): readonly string[] {
  return question.options === 'services' ? around.services : (question.options ?? [])
}

import fc from 'fast-check'
import { questionsOf, type Journey } from '../../src/form/journey.ts'
import { optionsOf } from '../../src/form/kinds/choice.ts'
import { isOffered, withOffered } from '../../src/form/offered.ts'
import { textOf, type Fields, type Question } from '../../src/form/question.ts'
import { goodAnswer } from './good-answers.ts'
import { around } from './journeys.ts'
import { nastyText } from './nasty.ts'

const together = (parts: readonly Fields[]): Fields => Object.assign({}, ...parts) as Fields

/** Whatever may stand in the boxes of a question: some, or none, or more than one text. */
export const anything = ({ fields }: Question): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      ...fields.map((name) =>
        fc
          .oneof(fc.constant([]), nastyText, fc.array(nastyText, { maxLength: 3 }))
          .map((held): Fields => ({ [name]: held })),
      ),
    )
    .map(together)

/** A form filled in by chance: `good` times of ten a question is answered well, else with anything or nothing. */
export const filledIn = (journey: Journey, good: number): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      ...questionsOf(journey).map((question) =>
        fc.oneof(
          { weight: good, arbitrary: goodAnswer(question) },
          { weight: 10 - good, arbitrary: fc.oneof(anything(question), fc.constant({})) },
        ),
      ),
    )
    .map(together)
    .map((fields) => (good === 10 ? withOthers(journey, fields) : fields))

/** The same answers, with another in place of any that these very answers take away. */
const withOthers = (journey: Journey, fields: Fields): Fields =>
  together([
    fields,
    ...questionsOf(journey).flatMap((question) => {
      if (!question.offered || isOffered(question, textOf(fields, question.id), fields, around)) return []
      const [other = ''] = optionsOf(withOffered(question, fields, around), around)
      return [{ [question.id]: other }]
    }),
  ])

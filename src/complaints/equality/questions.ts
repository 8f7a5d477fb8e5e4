import type { Council } from '../../council/council.ts'
import { notSaid } from '../../council/not-said.ts'
import type { Condition } from '../../form/condition.ts'
import type { Journey, Step } from '../../form/journey.ts'
import { aboutYou } from '../../form/journeys/about-you.ts'
import { choice, choices } from '../../form/kinds/choice.ts'
import { partialDate } from '../../form/kinds/partial-date.ts'
import type { Question } from '../../form/question.ts'

export type Equality = Council['equality']
export type EqualityQuestion = Equality['questions'][number]

/** The name of a question's field: apart from those of other forms, and from what a form carries. */
export const fieldOf = (id: string): string => `about-${id}`
/** The box beside a date that says: I would rather not. */
export const notSaidField = (id: string): string => `${fieldOf(id)}-not-said`

/** The questions that are on, in their order. */
export const askedIn = ({ questions }: Equality): readonly EqualityQuestion[] =>
  questions.filter(({ on }) => on)

/**
 * The whole form: the gate, and the council's questions for whoever goes through it. Each may be left out, and each
 * can be answered with "prefer not to say" (DOMAIN 10). A question that follows from another stands in its step.
 */
export function equalityJourney(equality: Equality): Journey {
  const steps: Step[] = []
  for (const question of askedIn(equality)) {
    const made = questionsFrom(question)
    const last = steps.at(-1)
    if (last && question.kind === 'choice' && question.when)
      steps[steps.length - 1] = { ...last, questions: [...last.questions, ...made] }
    else steps.push({ id: fieldOf(question.id), questions: made })
  }
  return { ...aboutYou, steps: [...aboutYou.steps, ...steps] }
}

const open: Condition = { question: 'want-to-answer', is: ['yes'] }

function questionsFrom(question: EqualityQuestion): readonly Question[] {
  const id = fieldOf(question.id)
  const base = { id, record: `equality.${question.id}`, optional: true } as const
  if (question.kind === 'date-of-birth')
    return [
      partialDate({ ...base, when: open }),
      choices({
        id: notSaidField(question.id),
        options: [notSaid],
        record: `handling.${question.id}-not-said`,
        optional: true,
        when: open,
      }),
    ]
  const { when, options } = question
  return [
    choice({
      ...base,
      options: [...options.map((option) => option.id), notSaid],
      when: when ? { question: fieldOf(when.question), is: when.is } : open,
    }),
  ]
}

import { questionsAsked, type Journey } from '../journey.ts'
import type { Fields, Question, Surroundings } from '../question.ts'
import { validate } from '../validate.ts'
import type { Wording } from '../wording.ts'
import { readable } from './readable.ts'

/** One line of the page where a person reads what they are about to send. */
export interface Row {
  readonly question: Question
  readonly step: string
  readonly short: string
  readonly label: string
  /** Empty where an optional question was left alone. */
  readonly answer: readonly string[]
}

/** Every question that was asked, in order, with the answer in words. */
export function rowsToCheck(
  journey: Journey,
  fields: Fields,
  around: Surroundings,
  wording: Wording,
): readonly Row[] {
  const { answers } = validate(journey, fields, around)
  return questionsAsked(journey, fields, around).map((question) => {
    const answer = answers.find((each) => each.question === question)
    return {
      question,
      step: journey.steps.find((step) => step.questions.includes(question))?.id ?? '',
      short: wording.t(`questions.${question.id}.short`),
      label: wording.t(`questions.${question.id}.label`),
      answer: answer ? readable(answer, wording) : [],
    }
  })
}

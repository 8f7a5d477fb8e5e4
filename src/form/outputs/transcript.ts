import type { Answer } from '../validate.ts'
import type { Wording } from '../wording.ts'
import { readable } from './readable.ts'

/** A question as it was asked and the answer as it was given, readable for as long as the record is kept. */
export interface Exchange {
  readonly id: string
  readonly question: string
  readonly answer: readonly string[]
}

/** The questions and answers of a submission, in order. Letters and the team's copy are made from it. */
export const transcript = (answers: readonly Answer[], wording: Wording): readonly Exchange[] =>
  answers.map((answer) => ({
    id: answer.question.id,
    question: wording.t(`questions.${answer.question.id}.label`),
    answer: readable(answer, wording),
  }))

import { partialDateInWords } from '../../words/dates.ts'
import type { Answer } from '../validate.ts'
import type { Wording } from '../wording.ts'
import { readable } from './readable.ts'

/** A question as it was asked and the answer as it was given, readable for as long as the record is kept. */
export interface Exchange {
  readonly id: string
  readonly question: string
  readonly answer: readonly string[]
  /** What was chosen, in another language than English: it can then be read in English too. */
  readonly chosen?: { readonly as: 'option' | 'service' | 'date'; readonly values: readonly string[] }
}

/** The questions and answers of a submission, in order. Letters and the team's copy are made from it. */
export const transcript = (answers: readonly Answer[], wording: Wording): readonly Exchange[] =>
  answers.map((answer) => ({
    id: answer.question.id,
    question: wording.t(`questions.${answer.question.id}.label`),
    answer: readable(answer, wording),
    ...(wording.language !== 'en' && chosenIn(answer)),
  }))

function chosenIn({ question, value }: Answer): Pick<Exchange, 'chosen'> | null {
  const as =
    question.kind === 'partial-date' ? 'date' : question.options === 'services' ? 'service' : 'option'
  if (as === 'option' && !question.options) return null
  return { chosen: { as, values: typeof value === 'string' ? [value] : value } }
}

/** The same in another edition's words, but for what a person wrote: that stays as they wrote it. */
export function saidAgain({ id, question, answer, chosen }: Exchange, wording: Wording): Exchange {
  const { t, has, language, serviceName } = wording
  const read = (value: string): string =>
    chosen?.as === 'date'
      ? partialDateInWords(value, language)
      : chosen?.as === 'service'
        ? serviceName(value)
        : t(`questions.${id}.options.${value}`)
  return {
    id,
    question: has(`questions.${id}.label`) ? t(`questions.${id}.label`) : question,
    answer: chosen ? chosen.values.map(read) : answer,
  }
}

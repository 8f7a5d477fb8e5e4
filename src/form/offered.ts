import { holds } from './condition.ts'
import type { Fields, Question, Surroundings } from './question.ts'

/** True where an option is there to be chosen, given the other answers. */
export const isOffered = (
  question: Question,
  option: string,
  fields: Fields,
  around: Surroundings,
): boolean => holds(question.offered?.[option], fields, around)

/** The question with only those options that these answers leave. */
export function withOffered(question: Question, fields: Fields, around: Surroundings): Question {
  const { options, offered } = question
  if (!offered || !Array.isArray(options)) return question
  return {
    ...question,
    options: (options as readonly string[]).filter((option) => isOffered(question, option, fields, around)),
  }
}

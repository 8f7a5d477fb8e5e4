import { questionsOf, type Journey } from '../journey.ts'
import type { Question } from '../question.ts'

/** The keys of content/words/<language>/questions.json, from the form itself. */
export interface WordsNeeded {
  /** What every edition must have words for. */
  readonly needed: readonly string[]
  /** What an edition may have words for: a hint under a question or an option. */
  readonly allowed: readonly string[]
}

/**
 * What an edition must have words for, to ask the questions of these journeys: the schema of questions.json.
 *
 * A question that stands in several journeys has one wording. The names of services are the council's own, in
 * council.json.
 */
export function wordsNeeded(journeys: readonly Journey[]): WordsNeeded {
  const questions = journeys.flatMap(questionsOf)
  return {
    needed: unique(questions.flatMap(neededFor)),
    allowed: unique(questions.flatMap(allowedFor)),
  }
}

const neededFor = ({ id, kind, options, codes }: Question): readonly string[] => [
  `${id}.label`,
  `${id}.short`,
  ...ownOptions(options).map((option) => `${id}.options.${option}`),
  ...(kind === 'partial-date' ? ['day', 'month', 'year'].map((part) => `${id}.parts.${part}`) : []),
  ...codes.map((code) => `${id}.errors.${code}`),
]

const allowedFor = ({ id, options }: Question): readonly string[] => [
  `${id}.hint`,
  ...ownOptions(options).map((option) => `${id}.optionHints.${option}`),
]

const ownOptions = (options: Question['options']): readonly string[] =>
  options === 'services' ? [] : (options ?? [])

const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)]

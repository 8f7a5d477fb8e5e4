import * as z from 'zod/mini'
import { questionsAsked, questionsOf, type Journey } from './journey.ts'
import type { Fields, Question, Surroundings, Value } from './question.ts'

/** One thing to mend: which question, which of its fields, and a code that the edition has words for. */
export interface FieldError {
  readonly question: string
  readonly field: string
  readonly code: string
}

/** An answer to a question that was asked. */
export interface Answer {
  readonly question: Question
  readonly value: Value
}

/** What a whole form came to. Where there are errors, the answers are those that passed. */
export interface Outcome {
  readonly answers: readonly Answer[]
  readonly errors: readonly FieldError[]
  /** Words typed under questions that turned out not to be asked: never dropped without being shown. */
  readonly leftOver: readonly Answer[]
}

/** Checks every question that these answers lead to. */
export function validate(journey: Journey, fields: Fields, around: Surroundings): Outcome {
  const asked = questionsAsked(journey, fields, around)
  const checked = asked.map((question) => check(question, fields, around))
  return {
    answers: checked.flatMap((each) => each.answer ?? []),
    errors: checked.flatMap((each) => each.error ?? []),
    leftOver: questionsOf(journey)
      .filter((question) => isTyped(question) && !asked.includes(question))
      .flatMap((question) => check({ ...question, optional: true }, fields, around).answer ?? []),
  }
}

/** Checks one question, asked or not. An empty optional one gives neither answer nor error. */
export function check(
  question: Question,
  fields: Fields,
  around: Surroundings,
): { answer?: Answer; error?: FieldError } {
  const typed = question.read(fields)
  const fail = (code: string, field = question.fields[0] ?? question.id) => ({
    error: { question: question.id, field, code },
  })
  if (typed === undefined) return question.optional ? {} : fail('required')
  const result = z.safeParse(question.schema(around), typed)
  if (result.success) return { answer: { question, value: result.data } }
  // An option that is not on the list of an optional question is as good as none.
  if (question.optional && question.kind === 'choice') return {}
  const [issue] = result.error.issues
  return fail(issue?.message ?? 'required', issue?.path[0]?.toString())
}

/** True for questions whose answer is written, not chosen. */
export const isTyped = (question: Question): boolean =>
  ['short-text', 'long-text', 'email', 'phone'].includes(question.kind)

import * as z from 'zod/mini'
import { questionsAsked, questionsOf, type Journey } from './journey.ts'
import { isOffered } from './offered.ts'
import { textOf, type Fields, type Question, type Surroundings, type Value } from './question.ts'

/** One thing to mend: which question, which of its fields, and a code that the edition has words for. */
export interface FieldError {
  readonly question: string
  readonly field: string
  readonly code: string
  /** The name of the file that it is about, where it is about one of several. */
  readonly of?: string
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
  /**
   * Words typed under questions that turned out not to be asked: never dropped without being shown. They are as
   * they were typed, right or wrong, and cut at the question's limit.
   */
  readonly leftOver: readonly Answer[]
}

/** Checks every question that these answers lead to. */
export function validate(journey: Journey, fields: Fields, around: Surroundings): Outcome {
  const asked = questionsAsked(journey, fields, around)
  const checked = asked.map((question) => check(question, fields, around))
  return {
    answers: checked.flatMap((each) => each.answer ?? []),
    errors: checked.flatMap((each) => each.error ?? []),
    leftOver: leftOverFrom(journey, asked, fields),
  }
}

/** Checks one question, asked or not. An empty optional one gives neither answer nor error. */
export function check(
  question: Question,
  fields: Fields,
  around: Surroundings,
): { answer?: Answer; error?: FieldError } {
  const read = question.read(fields)
  // An option that the other answers took away is as good as none.
  const typed = typeof read === 'string' && !isOffered(question, read, fields, around) ? undefined : read
  const fail = (code: string, field = question.fields[0] ?? question.id) => ({
    error: { question: question.id, field, code },
  })
  if (typed === undefined) return question.optional ? {} : fail('required')
  const result = z.safeParse(question.schema(around), typed)
  // Options that are on no list are as good as none.
  if (result.success) return result.data.length ? { answer: { question, value: result.data } } : {}
  // An option that is not on the list of an optional question is as good as none.
  if (question.optional && question.kind === 'choice') return {}
  const [issue] = result.error.issues
  return fail(issue?.message ?? 'required', issue?.path[0]?.toString())
}

/**
 * What was typed where nothing is asked any more.
 *
 * A person who chose to stay unknown after giving a name, so that no question which identifies them is asked,
 * has taken the name back: it is not offered to be sent.
 */
function leftOverFrom(journey: Journey, asked: readonly Question[], fields: Fields): readonly Answer[] {
  const known = asked.some(({ identifies }) => identifies)
  return questionsOf(journey)
    .filter((question) => !asked.includes(question) && (known || !question.identifies))
    .flatMap((question) => {
      const value = asTyped(question, fields)
      return value ? [{ question: { ...question, kind: 'long-text' as const }, value }] : []
    })
}

/** The longest date that is kept as it was typed, in characters. */
const longestDate = 60

/** What stands in the boxes of a question that is typed; '' for one that is chosen, and for files. */
function asTyped(question: Question, fields: Fields): string {
  if (question.options || question.kind === 'files') return ''
  const boxes = question.fields.map((name) => textOf(fields, name).trim()).filter(Boolean)
  return [...boxes.join(' ')].slice(0, question.max ?? longestDate).join('')
}

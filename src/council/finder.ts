import json from '../../content/finder.json' with { type: 'json' }
import type { Finder } from './schema/finder.ts'

/** A question of the finder: one page, whose answers lead on. */
export type Question = Finder['questions'][number]
export type Answer = Question['answers'][number]
/** An end of the finder: one page, which says what to do. */
export type Outcome = Finder['outcomes'][number]

/** content/finder.json as it stands: the build checks it first (check.ts). The first question starts the finder. */
export const finder = json as Finder

/** An answer that led somewhere, and the question it was given to. */
export interface Chosen {
  question: Question
  answer: Answer
}

/**
 * Where answers lead, one after another from the first question: `{ question }` where more is asked, else `{ outcome }`.
 *
 * `answers` are the answers' ids. Throws, naming what there is, for an answer that its question has not.
 */
export function follow(
  answers: readonly string[],
  { questions, outcomes }: Finder = finder,
): { question: Question } | { outcome: Outcome } {
  let at: { question: Question } | { outcome: Outcome } = { question: found(questions, questions[0]?.id) }
  for (const id of answers) {
    if ('outcome' in at) throw new Error(`"${id}" comes after the end, which is ${at.outcome.id}.`)
    const { question, outcome }: Answer = found(at.question.answers, id)
    at =
      outcome === undefined ? { question: found(questions, question) } : { outcome: found(outcomes, outcome) }
  }
  return at
}

/**
 * The answers that everyone has given who comes to a page, in their order; the last led there.
 *
 * It goes back from the page for as long as there is one way back alone. So it starts with the first question, or
 * with one that several ways lead to, and is empty where several lead to the page itself.
 */
export function answersBefore(
  page: { question: string } | { outcome: string },
  { questions }: Finder = finder,
): Chosen[] {
  const ways = questions.flatMap((question) =>
    question.answers
      .filter((answer) =>
        'outcome' in page ? answer.outcome === page.outcome : answer.question === page.question,
      )
      .map((answer) => ({ question, answer })),
  )
  const [way, another] = ways
  if (!way || another) return []
  return [...answersBefore({ question: way.question.id }, { questions, outcomes: [] }), way]
}

function found<Entry extends { id: string }>(list: readonly Entry[], id: string | undefined): Entry {
  const entry = list.find((one) => one.id === id)
  if (entry) return entry
  throw new Error(`The finder has no "${id}" here. Use one of: ${list.map((one) => one.id).join(', ')}.`)
}

import { holds, type Condition } from './condition.ts'
import type { Fields, Question, Surroundings } from './question.ts'

/** A few questions that are asked together, or a page that interrupts with something to know. */
export interface Step {
  readonly id: string
  readonly questions: readonly Question[]
  /** For a step that interrupts: when it does. A step of questions is shown where one of them is asked. */
  readonly interruptsWhen?: Condition
}

/** What a person goes through to tell the council something. */
export interface Journey {
  readonly id: string
  readonly steps: readonly Step[]
}

/** Every question of the journey, in the order they are asked. */
export const questionsOf = (journey: Journey): readonly Question[] =>
  journey.steps.flatMap((step) => step.questions)

/** True where people may send files with it. */
export const takesFiles = (journey: Journey): boolean =>
  questionsOf(journey).some(({ kind }) => kind === 'files')

/**
 * The questions that these answers lead to. The answer to a question that is not itself asked leads
 * nowhere: an earlier choice, taken back, takes back what followed from it.
 */
export function questionsAsked(journey: Journey, fields: Fields, around: Surroundings): readonly Question[] {
  return follow(journey, fields, around).asked
}

/** The steps that these answers lead to, interruptions among them. */
export function stepsShown(journey: Journey, fields: Fields, around: Surroundings): readonly Step[] {
  const { asked, heard } = follow(journey, fields, around)
  return journey.steps.filter((step) =>
    step.interruptsWhen
      ? holds(step.interruptsWhen, heard, around)
      : step.questions.some((question) => asked.includes(question)),
  )
}

function follow(journey: Journey, fields: Fields, around: Surroundings) {
  const asked: Question[] = []
  const heard: Record<string, string | readonly string[]> = {}
  for (const question of questionsOf(journey)) {
    if (!holds(question.when, heard, around)) continue
    asked.push(question)
    for (const name of question.fields) if (fields[name] !== undefined) heard[name] = fields[name]
  }
  return { asked, heard }
}

import { clean } from './clean.ts'
import { questionsOf, type Journey } from './journey.ts'
import type { Fields, Question } from './question.ts'

/** More than any list of options holds: a post that repeats a field for ever is cut short here. */
const mostChosen = 100

/** Takes from a post, or from a page, what the journey asks for and nothing else. */
export function pickFields(entries: Iterable<readonly [string, unknown]>, journey: Journey): Fields {
  const known = new Map<string, Question>()
  for (const question of questionsOf(journey)) for (const name of question.fields) known.set(name, question)

  const picked: Record<string, string | string[]> = {}
  for (const [name, held] of entries) {
    const question = known.get(name)
    if (!question || typeof held !== 'string') continue
    const text = clean(held)
    if (question.kind === 'choices' || question.kind === 'files') {
      const chosen = (picked[name] ??= []) as string[]
      if (chosen.length < mostChosen) chosen.push(text)
    } else picked[name] ??= text
  }
  return picked
}

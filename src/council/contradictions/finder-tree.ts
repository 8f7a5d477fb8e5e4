import type { Contradiction, Path } from '../contradictions.ts'
import { mostQuestions } from '../schema/finder.ts'
import type { Finder } from '../schema/finder.ts'
import { unknown } from './ids.ts'

/** Answers that lead nowhere or round in a circle, what no answer leads to, and ways that are too long. */
export function tree({ questions, outcomes }: Finder): Contradiction[] {
  const wrong: Contradiction[] = questions.flatMap(({ answers }, i) =>
    answers.flatMap(({ question, outcome }, j) => {
      const path = ['questions', i, 'answers', j]
      if (question !== undefined && outcome !== undefined) {
        return [{ path, message: 'leads to a question and to an outcome. Keep one of them.' }]
      }
      if (question !== undefined)
        return unknown([...path, 'question'], question, 'one of questions', questions)
      if (outcome !== undefined) return unknown([...path, 'outcome'], outcome, 'one of outcomes', outcomes)
      return [{ path, message: 'leads nowhere. Give it a question or an outcome.' }]
    }),
  )
  const { asked, reached, faults } = walk(questions)
  return [
    ...wrong,
    ...faults,
    ...questions.flatMap(({ id }, i) => (asked.has(id) ? [] : [lost(['questions', i, 'id'], id)])),
    ...outcomes.flatMap(({ id }, i) => (reached.has(id) ? [] : [lost(['outcomes', i, 'id'], id)])),
  ]
}

const lost = (path: Path, id: string): Contradiction => ({
  path,
  message: `is "${id}", which no answer leads to. Lead one there, or take it out.`,
})

/** Goes every way from the first question, and never twice round a circle. */
function walk(questions: Finder['questions']) {
  const asked = new Set<string>()
  const reached = new Set<string>()
  const faults = new Map<string, Contradiction>()
  const fault = (path: Path, message: string) => faults.set(path.join('.'), { path, message })

  const go = (place: number, before: readonly string[]): void => {
    const here = questions[place]
    if (!here) return
    asked.add(here.id)
    const trail = [...before, here.id]
    if (trail.length > mostQuestions) {
      fault(
        ['questions', place],
        `comes after ${before.length} others (${before.join(', ')}), and ${mostQuestions} questions are the most that people should have to answer. Ask less on the way.`,
      )
      return
    }
    for (const [j, { question, outcome }] of here.answers.entries()) {
      if (outcome !== undefined) reached.add(outcome)
      if (question === undefined) continue
      if (trail.includes(question)) {
        fault(
          ['questions', place, 'answers', j, 'question'],
          `is "${question}", which was asked already on the way here (${trail.join(', ')}). Lead to another.`,
        )
      } else {
        go(
          questions.findIndex(({ id }) => id === question),
          trail,
        )
      }
    }
  }
  go(0, [])
  return { asked, reached, faults: [...faults.values()] }
}

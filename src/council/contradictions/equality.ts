import type { Contradiction, Path } from '../contradictions.ts'
import { notSaid } from '../not-said.ts'
import type { Council } from '../schema.ts'
import { repeated } from './ids.ts'

/** Where the questions about people disagree with each other. */
export function equality({ equality: { questions } }: Council): Contradiction[] {
  return [
    ...repeated(['equality', 'questions'], 'id', questions),
    ...questions.flatMap((question, i) => {
      const path: Path = ['equality', 'questions', i]
      return question.kind === 'choice'
        ? [
            ...repeated([...path, 'options'], 'id', question.options),
            ...reserved(question, path),
            ...follows(question, i, questions),
          ]
        : rising(question.ageGroupsFrom, [...path, 'ageGroupsFrom'])
    }),
  ]
}

type Questions = Council['equality']['questions']
type Choice = Extract<Questions[number], { kind: 'choice' }>

const reserved = ({ options }: Choice, path: Path): Contradiction[] =>
  options.flatMap(({ id }, j) =>
    id === notSaid
      ? [
          {
            path: [...path, 'options', j, 'id'],
            message: `is "${notSaid}", which is there by itself in every question. Take it out.`,
          },
        ]
      : [],
  )

function follows({ id, when, on }: Choice, i: number, questions: Questions): Contradiction[] {
  if (!when) return []
  const path: Path = ['equality', 'questions', i, 'when']
  const before = questions.slice(0, i).find((one) => one.id === when.question)
  if (!before || before.kind !== 'choice')
    return [
      {
        path: [...path, 'question'],
        message: `is "${when.question}", which is no question with answers before "${id}". Name one of those.`,
      },
    ]
  const known = [...before.options.map((option) => option.id), notSaid]
  return [
    ...when.is.flatMap((answer, j): Contradiction[] =>
      known.includes(answer)
        ? []
        : [
            {
              path: [...path, 'is', j],
              message: `is "${answer}", which is no answer to "${before.id}". Write one of: ${known.join(', ')}.`,
            },
          ],
    ),
    ...(on && !before.on
      ? [
          {
            path: [...path, 'question'],
            message: `is "${before.id}", which is off. Turn both on, or both off.`,
          },
        ]
      : []),
  ]
}

const rising = (ages: readonly number[], path: Path): Contradiction[] =>
  ages.flatMap((age, j) =>
    j > 0 && age <= ages[j - 1]!
      ? [
          {
            path: [...path, j],
            message: `is ${age}, which is not above the age before it. Write them in rising order.`,
          },
        ]
      : [],
  )

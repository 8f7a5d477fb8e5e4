import type { Contradiction } from '../contradictions.ts'
import type { Council } from '../schema.ts'
import { finderShape } from '../schema/finder.ts'
import type { Finder } from '../schema/finder.ts'
import type { Routes } from '../schema/routes.ts'
import { outcomeKeys } from './finder-outcomes.ts'
import { tree } from './finder-tree.ts'
import { repeated, unknown } from './ids.ts'
import { missingWords } from './words.ts'

/** Where finder.json disagrees with itself, with routes.json or with council.json; null leaves a file unchecked. */
export function finderContradictions(
  file: Finder,
  routes: Routes | null,
  council: Council | null,
): Contradiction[] {
  const { questions, outcomes } = file
  return [
    ...repeated(['questions'], 'id', questions),
    ...questions.flatMap(({ answers }, i) => repeated(['questions', i, 'answers'], 'id', answers)),
    ...repeated(['outcomes'], 'id', outcomes),
    ...sameHeadings(file),
    ...tree(file),
    ...outcomes.flatMap(outcomeKeys),
    ...(routes ? toRoutes(outcomes, routes) : []),
    ...(council
      ? [...missingWords(council.languages, file, finderShape), ...toCouncil(outcomes, council)]
      : []),
  ]
}

/** Two pages with one heading: their titles would be the same, and a person could not tell them apart. */
function sameHeadings({ questions, outcomes }: Finder): Contradiction[] {
  const first = new Map<string, string>()
  const headings = [
    ...questions.map(({ ask }, i) => ({ list: 'questions', i, key: 'ask', text: ask })),
    ...outcomes.map(({ title }, i) => ({ list: 'outcomes', i, key: 'title', text: title })),
  ]
  return headings.flatMap(({ list, i, key, text }) =>
    Object.entries(text).flatMap(([language, words]) => {
      const earlier = first.get(`${language} ${words}`)
      first.set(`${language} ${words}`, earlier ?? `${list}[${i}]`)
      if (earlier === undefined) return []
      return [
        {
          path: [list, i, key, language],
          message: `is "${words}", which ${earlier} has already. Give each page a heading of its own.`,
        },
      ]
    }),
  )
}

function toRoutes(outcomes: Finder['outcomes'], { routes, contacts }: Routes): Contradiction[] {
  return outcomes.flatMap(({ route, contacts: named = [] }, i) => [
    ...(route === undefined
      ? []
      : unknown(['outcomes', i, 'route'], route, 'a route in routes.json', routes)),
    ...named.flatMap((id, j) =>
      unknown(['outcomes', i, 'contacts', j], id, 'one of the contacts in routes.json', contacts),
    ),
  ])
}

function toCouncil(outcomes: Finder['outcomes'], { procedures, ombudsmen }: Council): Contradiction[] {
  return outcomes.flatMap(({ procedure, ombudsman }, i) => [
    ...(procedure === undefined
      ? []
      : unknown(['outcomes', i, 'procedure'], procedure, 'a procedure in council.json', procedures)),
    ...(ombudsman === undefined
      ? []
      : unknown(['outcomes', i, 'ombudsman'], ombudsman, 'an ombudsman in council.json', ombudsmen)),
  ])
}

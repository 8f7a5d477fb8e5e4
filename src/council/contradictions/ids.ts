import type { Contradiction, Path } from '../contradictions.ts'
import type { Council } from '../schema.ts'

/** Two things of a kind with one id. */
export function repeatedIds(council: Council): Contradiction[] {
  const lists: [Path, string, { id: string }[]][] = [
    [['services'], 'id', council.services],
    [['procedures'], 'id', council.procedures],
    [['ombudsmen'], 'id', council.ombudsmen],
    [['advocacy'], 'id', council.advocacy],
    [['helplines'], 'id', council.helplines],
    [['formats', 'offered'], 'id', council.formats.offered],
    ...Object.entries(council.categories).map(([name, list]): [Path, string, { id: string }[]] => [
      ['categories', name],
      'id',
      list,
    ]),
    [['languages'], 'tag', council.languages.map(({ tag }) => ({ id: tag }))],
    ...council.procedures.flatMap(({ stages }, i): [Path, string, { id: string }[]][] => [
      [['procedures', i, 'stages'], 'id', stages],
      ...stages.map(({ steps = [] }, j): [Path, string, { id: string }[]] => [
        ['procedures', i, 'stages', j, 'steps'],
        'id',
        steps,
      ]),
    ]),
  ]
  return lists.flatMap(([path, key, list]) => repeated(path, key, list))
}

/** Where entries of the list at `path` have an id, under `key`, that one before them has. */
export const repeated = (path: Path, key: string, list: readonly { id: string }[]): Contradiction[] =>
  list.flatMap(({ id }, i) => {
    const first = list.findIndex((other) => other.id === id)
    if (first === i) return []
    return [
      {
        path: [...path, i, key],
        message: `is "${id}", which ${path.at(-1)}[${first}] has already. Give this one another.`,
      },
    ]
  })

/** An id that points to nothing. */
export function unknownIds({ services, procedures, ombudsmen }: Council): Contradiction[] {
  return [
    ...services.flatMap((service, i) =>
      unknown(['services', i, 'procedure'], service.procedure, 'a procedure here', procedures),
    ),
    ...procedures.flatMap((procedure, i) =>
      unknown(['procedures', i, 'ombudsman'], procedure.ombudsman, 'an ombudsman here', ombudsmen),
    ),
  ]
}

/** An id at `path` that is not among those `known`; `what` says what it should be and where, as in “a procedure here”. */
export const unknown = (
  path: Path,
  id: string,
  what: string,
  known: readonly { id: string }[],
): Contradiction[] =>
  known.some((one) => one.id === id)
    ? []
    : [
        {
          path,
          message: `is "${id}", which is not ${what}. Write one of: ${known.map((one) => one.id).join(', ')}.`,
        },
      ]

import type { Contradiction } from '../contradictions.ts'
import type { Council } from '../schema.ts'
import { routesShape } from '../schema/routes.ts'
import type { Routes } from '../schema/routes.ts'
import { repeated, unknown } from './ids.ts'
import { missingWords } from './words.ts'

/** Where routes.json disagrees with itself, or with council.json; null leaves that unchecked. */
export function routesContradictions(file: Routes, council: Council | null): Contradiction[] {
  const { contacts, routes } = file
  return [
    ...repeated(['contacts'], 'id', contacts),
    ...repeated(['routes'], 'id', routes),
    ...contacts.flatMap(halfDated),
    ...contacts.flatMap(unreachable),
    ...routes.flatMap((route, i) =>
      route.contacts.flatMap((id, j) =>
        unknown(['routes', i, 'contacts', j], id, 'one of contacts', contacts),
      ),
    ),
    ...(council
      ? [...missingWords(council.languages, file, routesShape), ...strangers(routes, council)]
      : []),
  ]
}

/** A source without a day, or a day without a source. */
function halfDated({ source, checked }: Routes['contacts'][number], i: number): Contradiction[] {
  if ((source === undefined) === (checked === undefined)) return []
  const [here, missing] = source === undefined ? ['checked', 'source'] : ['source', 'checked']
  return [
    {
      path: ['contacts', i, here],
      message: `is set, and ${missing} is missing. Write both for another organisation, and neither for a team of yours.`,
    },
  ]
}

function unreachable({ phone, email, web }: Routes['contacts'][number], i: number): Contradiction[] {
  if (phone ?? email ?? web) return []
  return [{ path: ['contacts', i], message: 'has no phone, email or web. Write at least one of them.' }]
}

function strangers(routes: Routes['routes'], { services, procedures, ombudsmen }: Council): Contradiction[] {
  return routes.flatMap(({ services: named, procedure, ombudsman }, i) => [
    ...named.flatMap((id, j) =>
      unknown(['routes', i, 'services', j], id, 'a service in council.json', services),
    ),
    ...(procedure === undefined
      ? []
      : unknown(['routes', i, 'procedure'], procedure, 'a procedure in council.json', procedures)),
    ...(ombudsman === undefined
      ? []
      : unknown(['routes', i, 'ombudsman'], ombudsman, 'an ombudsman in council.json', ombudsmen)),
  ])
}

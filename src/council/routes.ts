import json from '../../content/routes.json' with { type: 'json' }
import type { Routes } from './schema/routes.ts'

/** Something that has its own way to be put right, such as a parking fine. */
export type Route = Routes['routes'][number]
/** A team or organisation that a route sends people to. */
export type Contact = Routes['contacts'][number]

/** content/routes.json as it stands: the build and `npm start` check it first (check.ts), so this is safe in a browser. */
export const routes: readonly Route[] = (json as Routes).routes
const contacts: readonly Contact[] = (json as Routes).contacts

/**
 * The routes that may be quicker than a complaint about a service, in the order of the page: /other-routes/#<id>.
 *
 * An empty list where there are none, for a service that no route names too. All of routes.json comes with it: where
 * every byte counts, call it at build time and pass on each route's `id` and `about`.
 */
export const routesOf = (serviceId: string, among: readonly Route[] = routes): Route[] =>
  among.filter(({ services }) => services.includes(serviceId))

/** The route with an id. Throws, naming those there are, for any other. */
export const routeById = (id: string): Route => byId(routes, id, 'routes')

/** Someone whom a route or the finder sends people to. Throws, naming those there are, for an unknown id. */
export const contactById = (id: string): Contact => byId(contacts, id, 'contacts')

function byId<Entry extends { id: string }>(list: readonly Entry[], id: string, key: string): Entry {
  const found = list.find((entry) => entry.id === id)
  if (found) return found
  const known = list.map((entry) => entry.id).join(', ')
  throw new Error(`"${id}" is not among ${key} in content/routes.json. Use one of: ${known}.`)
}

import json from '../../content/council.json' with { type: 'json' }
import type { Text } from './schema/kinds.ts'
import type { Council } from './schema.ts'

export type { Council, Text }
export type Procedure = Council['procedures'][number]
export type Stage = Procedure['stages'][number]
export type Service = Council['services'][number]
export type Ombudsman = Council['ombudsmen'][number]

/**
 * The council that this portal belongs to.
 *
 * Taken as it stands: the build and `npm start` check the file first (check.ts), so that neither the browser
 * nor a function has to carry the schema.
 */
export const council = json as Council

/** The words of a text in one language. Throws where there are none: an edition never borrows from another. */
export function textIn(text: Text, language: string): string {
  const words = text[language]
  if (words === undefined) throw new Error(`No words in ${language} for ${JSON.stringify(text)}.`)
  return words
}

/** The procedure that complaints about a service follow. Throws for a service the council does not list. */
export function procedureOf(serviceId: string, among: Council = council): Procedure {
  const service = among.services.find(({ id }) => id === serviceId)
  const procedure = among.procedures.find(({ id }) => id === service?.procedure)
  if (!procedure) throw new Error(`No service called ${JSON.stringify(serviceId)} in content/council.json.`)
  return procedure
}

/** The stage that every complaint reaches: the first that is not a mere try at putting things right. */
export function firstStageOf(procedure: Procedure): Stage {
  const first = procedure.stages.find(({ informal }) => !informal)
  if (!first) throw new Error(`${procedure.id} has no stages.`)
  return first
}

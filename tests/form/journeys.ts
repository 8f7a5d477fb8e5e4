import { council, textIn } from '../../src/council/council.ts'
import type { Journey } from '../../src/form/journey.ts'
import type { Surroundings } from '../../src/form/question.ts'
import { wordingOf } from '../../src/form/wording.ts'
import { loadWords } from '../../src/words/load.ts'

const modules = import.meta.glob<Record<string, Journey>>('/src/form/journeys/*.ts', { eager: true })

/** Every journey there is: one that is added tomorrow is held to the same rules. */
export const journeys: readonly Journey[] = Object.values(modules).flatMap((each) => Object.values(each))

/** Northmere, on a Saturday in November. */
export const around: Surroundings = {
  services: council.services.map(({ id }) => id),
  today: '2026-11-21',
  language: 'en',
}

export const words = loadWords('en')

export const wording = wordingOf('en', words, (id) => {
  const service = council.services.find((each) => each.id === id)
  if (!service) throw new Error(`No service ${id}.`)
  return textIn(service.name, 'en')
})

import type { Fault, Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'

/** What an entry leads to is there. */
export const ids: Rule<Entry> = ({ service, learning }, { services, lessons }) => [
  ...known('service', service, 'a service in council.json', services),
  ...known('learning', learning, 'in content/learning.json', lessons),
]

const known = (key: string, id: string, what: string, all: readonly string[]): Fault[] =>
  all.includes(id)
    ? []
    : [{ path: [key], message: `is "${id}", which is not ${what}. Write one of: ${all.join(', ')}.` }]

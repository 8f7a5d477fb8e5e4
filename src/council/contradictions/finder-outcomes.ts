import type { Contradiction } from '../contradictions.ts'
import type { Finder } from '../schema/finder.ts'

type Outcome = Finder['outcomes'][number]
type Key = 'route' | 'procedure' | 'ombudsman' | 'contacts' | 'say' | 'anyway'

/** The keys that an outcome of each kind has, besides its id, kind and title. */
const keysOf: Record<Outcome['kind'], readonly Key[]> = {
  complain: ['procedure', 'say', 'anyway'],
  route: ['route'],
  report: ['contacts', 'say', 'anyway'],
  urgent: ['say', 'anyway'],
  feedback: ['say', 'anyway'],
  ask: ['say', 'anyway'],
  ombudsman: ['ombudsman', 'say', 'anyway'],
}
const keys = ['route', 'procedure', 'ombudsman', 'contacts', 'say', 'anyway'] as const

/** Keys that an outcome lacks or has in vain, by its kind. A route brings its own words and way to complain. */
export function outcomeKeys(outcome: Outcome, i: number): Contradiction[] {
  const needed = keysOf[outcome.kind]
  return keys.flatMap((key) => {
    const there = outcome[key] !== undefined
    if (there === needed.includes(key)) return []
    const path = ['outcomes', i, ...(there ? [key] : [])]
    if (there) return [{ path, message: `is not for the kind ${outcome.kind}. Take it out.` }]
    if (key === 'anyway') {
      return [{ path, message: 'has no way to complain to us. Add anyway, and say how people still can.' }]
    }
    return [{ path, message: `has no ${key}, and the kind ${outcome.kind} needs it. Add it.` }]
  })
}

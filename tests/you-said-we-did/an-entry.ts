import { council } from '../../src/council/council.ts'
import { explain } from '../../src/council/explain.ts'
import type { Facts } from '../../src/you-said-we-did/facts.ts'
import { entrySchema } from '../../src/you-said-we-did/rules.ts'
import type { Entry } from '../../src/you-said-we-did/schema.ts'

/** An entry in which all is well. */
export const goodEntry: Entry = {
  title: 'We tell you when we will be back for your bin',
  told: 'You did not know if we were coming back.\n\nMany of you rang us to ask.',
  changed: 'Crews now tell us about a missed street. We put the day on our website within two hours.',
  service: 'bins',
  date: '2026-03-16',
  status: 'done',
  learning: 'missed-bins',
  draft: false,
}

export const someFacts: Facts = {
  today: '2026-11-21',
  smallestCount: 5,
  services: council.services.map(({ id }) => id),
  lessons: ['missed-bins', 'park-gates'],
  pictures: ['bins.svg', 'tick.svg'],
  knownWords: ['Northmere', 'Council'],
}

/** What an editor is told about the good entry with some keys changed; undefined takes one out. */
export function told(
  changes: Partial<Record<keyof Entry, unknown>>,
  facts = someFacts,
  language = 'en',
): string {
  const schema = entrySchema(facts, language)
  const entry = JSON.parse(JSON.stringify({ ...goodEntry, ...changes })) as unknown
  const result = schema.safeParse(entry, { reportInput: true })
  return result.success ? 'nothing' : explain(result.error, 'bins.json', schema).join('\n')
}

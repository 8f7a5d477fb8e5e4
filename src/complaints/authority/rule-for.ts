import { rules, type Rule } from './rules.ts'
import type { Situation } from './situation.ts'

/** The rule that holds in a situation: the first that fits. */
export function ruleFor(situation: Situation): Rule {
  const found = rules.find(({ when }) =>
    Object.entries(when).every(([fact, values]) =>
      (values as readonly (string | null)[]).includes(situation[fact as keyof Situation]),
    ),
  )
  if (!found) throw new Error('No rule fits: the last must fit everybody.')
  return found
}

/** The rule of that id, as the record has it; null where this version has none. */
export const ruleCalled = (id: string): Rule | null => rules.find((rule) => rule.id === id) ?? null

import type { Check } from './check.ts'
import { those } from './statements.ts'

/** Shares that leave nothing out do not come to 100. Rounding can make half a point for each. */
export const hundred: Check = {
  id: 'shares-to-100',
  faults: (statements) =>
    those(statements, 'split').flatMap(({ at, of, percent }) => {
      const sum = percent.reduce((all, one) => all + one, 0)
      if (Math.abs(100 - sum) <= 1) return []
      return [
        {
          at,
          message: `splits ${of} into ${percent.join(' + ')} = ${sum}%. Say what the other ${100 - sum}% are: “other” or “not recorded”.`,
        },
      ]
    }),
}

/** A share of nobody knows what. */
export const unsaid: Check = {
  id: 'share-of-what',
  faults: (statements) =>
    those(statements, 'share')
      .filter(({ base }) => base === null)
      .map(({ at, of, percent }) => ({
        at,
        message: `says ${percent}% for ${of}, and not of what. Say what all of them are, and how many.`,
      })),
}

import { contrast, leastContrast, lightGround } from '../contrast.ts'
import type { Contradiction } from '../contradictions.ts'
import type { Council } from '../schema.ts'

/** A colour too pale to read. */
export function colours({ colour }: Council): Contradiction[] {
  const reached = contrast(colour, lightGround)
  if (reached >= leastContrast.text) return []
  return [
    {
      path: ['colour'],
      message: `is "${colour}", which is too pale: its contrast with white is ${reached.toFixed(1)} to 1, and text needs ${leastContrast.text} to 1. Write a darker colour.`,
    },
  ]
}

/** An address that would double its slash when a path is added. */
export function addresses({ site }: Council): Contradiction[] {
  if (!site.endsWith('/')) return []
  return [{ path: ['site'], message: `is "${site}", which ends with a slash. Take the slash off.` }]
}

/** The root of the site is English, so it must be there. */
export function languages({ languages }: Council): Contradiction[] {
  const [root] = languages
  if (root?.tag === 'en' && root.status === 'published') return []
  return [
    {
      path: ['languages', 0],
      message: 'is not published English, which has the addresses at the root. Put en first, as published.',
    },
  ]
}

/** Doors that close before they open, and days with two sets of hours. */
export function hours({ openingHours }: Council): Contradiction[] {
  const named = new Map<string, number>()
  return openingHours.flatMap(({ days, opens, closes }, i) => [
    ...(opens < closes
      ? []
      : [
          {
            path: ['openingHours', i, 'closes'],
            message: `is "${closes}", which is not after it opens at ${opens}. Write a later time.`,
          },
        ]),
    ...days.flatMap((day, j) => {
      const earlier = named.get(day)
      named.set(day, i)
      if (earlier === undefined) return []
      return [
        {
          path: ['openingHours', i, 'days', j],
          message: `is "${day}", which openingHours[${earlier}] names already. Name each day once.`,
        },
      ]
    }),
  ])
}

import type { Contradiction } from '../contradictions.ts'
import type { Council } from '../schema.ts'

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

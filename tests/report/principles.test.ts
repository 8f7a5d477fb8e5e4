import { expect, it } from 'vitest'
import { mostScore, principles, totals } from '../../src/report/principles.ts'

/** Peterborough’s scores as far as they are known: DOMAIN 1.7, by principle, in the order of its items. */
const peterborough = {
  accessible: { known: [2, 1, 3, 3, 3, 2, 3, 2, 3, 2], of: [28, 36] },
  straightforward: { known: [3, 3, 3, 3, 2, 3, 3], of: [27, 30] },
  informed: { known: [3, 2, 3, 3, 2, 3, 3], of: [19, 21] },
  resolution: { known: [3, 2, 2, 1, 2], of: [12, 18] },
  learning: { known: [3, 3, 1, 2, 2, 3], of: [14, 18] },
} as const

it('has the 41 items of the five principles', () => {
  expect(Object.values(principles).flat()).toHaveLength(41)
  for (const [name, { of }] of Object.entries(peterborough))
    expect(principles[name as keyof typeof principles].length * mostScore).toBe(of[1])
})

it('adds up what Peterborough printed', () => {
  const scored = Object.entries(peterborough).flatMap(([name, { known, of }]) => {
    const ids = principles[name as keyof typeof principles]
    // The items that its portal has nothing to do with are known together: what is left of the printed total.
    let left = of[0] - known.reduce<number>((sum, n) => sum + n, 0)
    return ids.map((id, i) => {
      const score = known[i] ?? Math.min(mostScore, left)
      if (known[i] === undefined) left -= score
      return { id, score }
    })
  })
  const sums = totals(scored)
  for (const [name, { of }] of Object.entries(peterborough))
    expect(sums[name as keyof typeof peterborough]).toEqual({ score: of[0], most: of[1] })
  expect(sums.all).toEqual({ score: 100, most: 123 })
})

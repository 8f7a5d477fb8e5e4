import { describe, expect, it } from 'vitest'
import { keys } from '../../src/adapters/keys.ts'
import { drawnFrom } from '../../src/complaints/drawn-from.ts'
import { newReference, readReference } from '../../src/complaints/reference.ts'

const [one, other] = ['3f1c6d0e-2f50-4a52-9d8f-0a7c5c1b2a3d', '3f1c6d0e-2f50-4a52-9d8f-0a7c5c1b2a3e'] as const
const ours = keys('a'.repeat(43))
const given = (id: string, from = ours) => {
  const { random, newId } = drawnFrom(id, from)
  return { references: [newReference(random), newReference(random)], ids: [newId(), newId()] }
}

describe('what a submission is given', () => {
  it('is the same each time, and other for another submission or another secret', () => {
    expect(given(one)).toEqual(given(one))
    const all = [given(one), given(other), given(one, keys('b'.repeat(43)))]
    expect(new Set(all.flatMap(({ references }) => references)).size).toBe(6)
    expect(new Set(all.flatMap(({ ids }) => ids)).size).toBe(6)
  })

  it('is a reference as all are, and ids as the database takes them', () => {
    const { references, ids } = given(one)
    for (const reference of references) expect(readReference(reference)).toBe(reference)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('has every number as often as another', () => {
    const counts = new Map<number, number>()
    const { random } = drawnFrom(one, ours)
    for (let at = 0; at < 17_000; at += 1) {
      const number = random(17)
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, at) => at))
    // Six standard deviations of a fair draw.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(190)
  })
})

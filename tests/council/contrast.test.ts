import { describe, expect, it } from 'vitest'
import { contrast } from '../../src/council/contrast.ts'

describe('contrast', () => {
  // Figures that WCAG's own examples and everyday checkers give for these pairs.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#595959', '#ffffff', 7],
    ['#ff0000', '#ffffff', 4],
    ['#0b4f56', '#0b4f56', 1],
  ])('of %s and %s is %d, whichever comes first', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBeCloseTo(ratio, 2)
  })

  it('refuses what is no colour', () => {
    expect(() => contrast('teal', '#ffffff')).toThrow(RangeError)
  })
})

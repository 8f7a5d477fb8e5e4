import { describe, expect, it } from 'vitest'
import { verdictOf, type Value } from '../../src/report/verdict.ts'

const count = (n: number): Value => ({ unit: 'count', n })
const days = (n: number): Value => ({ unit: 'days', n })
const share = (part: number, of: number): Value => ({ unit: 'share', n: part / of, of })

describe('the rule of better, same and worse', () => {
  it.each([
    // 1.96 times the root of 200 + 228 is 40.5, of 200 + 240 41.1, of 200 + 241 41.2.
    [200, 228, 'same'],
    [200, 240, 'same'],
    [200, 242, 'more'],
    [242, 200, 'fewer'],
    [0, 2, 'same'],
    [17, 36, 'more'],
    [0, 0, 'same'],
  ])('calls a count of %d and then %d %s, as chance makes counts differ', (before, after, verdict) => {
    expect(verdictOf(count(before), count(after), 'neither')).toBe(verdict)
  })

  it.each([
    [374, 540, 431, 571, 'better'],
    // The same shares of fewer people say nothing.
    [37, 54, 43, 57, 'same'],
    [50, 100, 50, 100, 'same'],
    [0, 50, 0, 80, 'same'],
    [90, 100, 70, 100, 'worse'],
  ])('calls %d of %d and then %d of %d %s, by the test of two shares', (a, of, b, by, verdict) => {
    expect(verdictOf(share(a, of), share(b, by), 'more')).toBe(verdict)
  })

  it.each([
    [20, 20.9, 'same'],
    [20, 21, 'worse'],
    [11.6, 10.6, 'better'],
    [20, 26.5, 'worse'],
  ])('calls an average of %d and then %d working days %s', (before, after, verdict) => {
    expect(verdictOf(days(before), days(after), 'less')).toBe(verdict)
  })

  it('turns round with the direction, and calls a change neither way better where neither is', () => {
    expect(verdictOf(count(100), count(200), 'more')).toBe('better')
    expect(verdictOf(count(100), count(200), 'less')).toBe('worse')
    expect(verdictOf(count(100), count(200), 'neither')).toBe('more')
  })
})

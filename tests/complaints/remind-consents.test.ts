import { expect, it } from 'vitest'
import { remindConsents } from '../../src/complaints/consent/remind.ts'
import { council } from '../../src/council/council.ts'

/** A record in which so many wait to be reminded; it tells with what it was called. */
function waiting(count: number) {
  const calls: [number, readonly number[]][] = []
  let left = count
  return {
    calls,
    async remind(most: number, days: readonly number[]) {
      calls.push([most, days])
      const reminded = Math.min(most, left)
      left -= reminded
      return { reminded, expired: 0 }
    },
  }
}

it.each([
  [0, 1],
  [99, 1],
  [100, 2],
  [250, 3],
])('reminds %i in %i calls, on the days that council.json says', async (count, calls) => {
  const record = waiting(count)
  expect(await remindConsents(record, council)).toEqual({ reminded: count, expired: 0 })
  expect(record.calls).toEqual(Array(calls).fill([100, council.consent.reminderDays]))
})

it('leaves what is too much for one run to the next', async () => {
  const record = waiting(5000)
  expect(await remindConsents(record, council)).toEqual({ reminded: 1000, expired: 0 })
})

it('begins no call that Netlify would cut off', async () => {
  const record = waiting(5000)
  let seconds = 0
  // Each look at the clock finds it four seconds later.
  const now = () => new Date((seconds += 4) * 1000)
  expect((await remindConsents(record, council, now)).reminded).toBeLessThanOrEqual(400)
  expect(record.calls.length).toBeGreaterThan(0)
})

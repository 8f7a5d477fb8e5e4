import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { due, nextDue, startSchedules } from '../../src/local/server/schedules.ts'

describe('a schedule', () => {
  it.each([
    ['* * * * *', '2026-11-02T09:07:30Z', '2026-11-02T09:08:00Z'],
    ['*/15 * * * *', '2026-11-02T09:07:30Z', '2026-11-02T09:15:00Z'],
    ['5,35 * * * *', '2026-11-02T09:07:30Z', '2026-11-02T09:35:00Z'],
    ['@hourly', '2026-11-02T09:00:00Z', '2026-11-02T10:00:00Z'],
    ['@daily', '2026-11-02T09:07:30Z', '2026-11-03T00:00:00Z'],
    ['30 7 * * 1', '2026-11-02T09:07:30Z', '2026-11-09T07:30:00Z'],
    ['0 0 1 1 *', '2026-11-02T09:07:30Z', '2027-01-01T00:00:00Z'],
  ])('%s is due after %s at %s', (schedule, from, next) => {
    expect(nextDue(schedule, new Date(from))).toEqual(new Date(next))
    expect(due(schedule, new Date(next))).toBe(true)
  })

  it.each(['', 'often', '* * * *', '*/0 * * * *', '@yearly', '1-5 * * * *'])(
    'that reads %j is refused',
    (schedule) => {
      expect(() => due(schedule, new Date())).toThrow(/cannot read the schedule/)
    },
  )
})

describe('the clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-02T09:00:30Z') }))
  afterEach(() => void vi.useRealTimers())

  it('runs a schedule once in each minute it names, and no more after it stops', async () => {
    const run = vi.fn(async () => undefined)
    const stop = startSchedules([{ name: 'mail', schedule: '* * * * *', run }])
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(run).toHaveBeenCalledTimes(5)
    stop()
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(run).toHaveBeenCalledTimes(5)
  })

  it('leaves a run alone that takes longer than a minute', async () => {
    const ends: (() => void)[] = []
    const run = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
    const stop = startSchedules([{ name: 'slow', schedule: '* * * * *', run }])
    await vi.advanceTimersByTimeAsync(3 * 60_000)
    expect(run).toHaveBeenCalledTimes(1)
    ends.shift()?.()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(run).toHaveBeenCalledTimes(2)
    stop()
  })

  it('goes on after a run that fails', async () => {
    const run = vi.fn(async () => new Response(null, { status: 500 }))
    const stop = startSchedules([{ name: 'mail', schedule: '* * * * *', run }])
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    expect(run).toHaveBeenCalledTimes(2)
    stop()
  })
})

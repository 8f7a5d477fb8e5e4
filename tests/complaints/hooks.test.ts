import { expect, it } from 'vitest'
import { NotTaken, type DueHook, type Told } from '../../src/complaints/hooks/ports.ts'
import { bodyOf, sendHooks, waitSeconds } from '../../src/complaints/hooks/send-hooks.ts'

const hook: DueHook = {
  id: '0b0e7c1e-6a4e-4c5d-9b6a-0a1b2c3d4e5f',
  event: 'complaint.received',
  happened_at: '2026-11-20T09:30:00+00:00',
  attempts: 1,
  reference: '7KM-2RX-9TC',
  kind: 'complaint',
  service: 'bins',
  procedure: 'corporate',
  received_on: '2026-11-20',
  closed_on: null,
}

it('says which event and which case, and nothing that anybody wrote', () => {
  expect(JSON.parse(bodyOf(hook))).toEqual({
    type: 'complaint.received',
    timestamp: '2026-11-20T09:30:00+00:00',
    data: {
      reference: '7KM-2RX-9TC',
      kind: 'complaint',
      service: 'bins',
      procedure: 'corporate',
      received_on: '2026-11-20',
      closed_on: null,
    },
  })
})

it('waits longer after each try, at most six hours and a half as much again', () => {
  const minutes = [1, 2, 3, 9, 10, 30].map((attempts) => waitSeconds(attempts, 0) / 60)
  expect(minutes).toEqual([1, 2, 4, 256, 360, 360])
  expect(waitSeconds(1, 0.5)).toBe(75)
  expect(waitSeconds(2000, 0.999)).toBeLessThanOrEqual(9 * 3600)
})

it('tells each event once, goes on past one that fails, and stops where its time is over', async () => {
  const events = Array.from({ length: 12 }, (_, i) => ({ ...hook, id: String(i) }))
  const [told, failed, sent] = [[] as string[], [] as [string, string, number][], [] as Told[]]
  let now = Date.parse(hook.happened_at)
  const run = (takes: number) =>
    sendHooks({
      record: {
        claim: async (most) => events.splice(0, most),
        told: async (id) => void told.push(id),
        failed: async (id, reason, wait) => void failed.push([id, reason, wait]),
      },
      system: {
        async tell(one) {
          now += takes
          sent.push(one)
          if (one.id === '1') throw new NotTaken('http-500')
          if (one.id === '2') throw new Error('words of an answer')
        },
      },
      now: () => new Date(now),
      jitter: () => 0,
    })
  expect(await run(5000)).toEqual({ told: 1, failed: 2 })
  expect(failed).toEqual([
    ['1', 'http-500', 60],
    ['2', 'unknown', 60],
  ])
  expect(await run(1)).toEqual({ told: 2, failed: 0 })
  expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
})

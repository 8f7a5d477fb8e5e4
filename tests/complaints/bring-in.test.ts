import { expect, it } from 'vitest'
import { RecordUnavailable } from '../../src/adapters/api.ts'
import { bringIn } from '../../src/complaints/bring-in.ts'
import type { Submission, WaitingRoom } from '../../src/complaints/ports.ts'
import { submission } from '../../src/complaints/submit.ts'
import { sent } from './made-up.ts'

const file = { id: 'f', key: 'k', name: 'letter.odt' }
const stored = { reference: '7KM-2RX-9TC' } as never

/** A store with so many that wait, and a record that does as it is told with each. */
function world(count: number, answer: (submission: Submission) => void = () => {}) {
  const held = new Map<string, Awaited<ReturnType<WaitingRoom['open']>>>()
  for (let at = 0; at < count; at += 1)
    held.set(`place-${at}`, { submission: { ...submission(sent()), submission_id: `${at}`, files: [file] } })
  const [submitted, faults]: [Submission[], unknown[]] = [[], []]
  let now = 0
  const parts = {
    waitingRoom: {
      list: () => Promise.resolve([...held.keys()]),
      open: (place: string) => Promise.resolve(held.get(place) ?? 'gone'),
      remove: async (place: string) => void held.delete(place),
    },
    record: {
      submit: async (one: Submission) => {
        answer(one)
        submitted.push(one)
        return stored
      },
    },
    now: () => new Date((now += 1000)),
    onFault: (fault: unknown) => void faults.push(fault),
  }
  return { held, submitted, faults, run: (seconds = 1000) => bringIn(parts, new Date(seconds * 1000)) }
}

const nothing = { broughtIn: 0, withoutFiles: 0, unreadable: 0, refused: 0, left: 0 }

it('brings in what waits, each once, and empties the store', async () => {
  const { held, submitted, run } = world(3)
  expect(await run()).toEqual({ ...nothing, broughtIn: 3 })
  expect(submitted).toHaveLength(3)
  expect(held.size).toBe(0)
  expect(await run()).toEqual(nothing)
})

it('stops where the record is still away, and leaves all that is left', async () => {
  const { held, faults, run } = world(3, ({ submission_id }) => {
    if (submission_id === '1') throw new RecordUnavailable('submit_complaint', 'no answer', { away: true })
  })
  expect(await run()).toEqual({ ...nothing, broughtIn: 1, left: 2 })
  expect(held.size).toBe(2)
  expect(faults).toHaveLength(1)
})

it('begins nothing more once its time is over', async () => {
  const { held, run } = world(10)
  const { broughtIn, left } = await run(4)
  expect([broughtIn + left, held.size]).toEqual([10, left])
  expect(broughtIn).toBeLessThan(5)
})

it('leaves what is refused or opens with no key where it lies, and goes on with the others', async () => {
  const { held, run } = world(3, ({ submission_id }) => {
    if (submission_id === '0')
      throw new RecordUnavailable('submit_complaint', 'PT400', { refusal: 'unknown-key' })
  })
  held.set('place-1', 'unreadable')
  expect(await run()).toEqual({ ...nothing, broughtIn: 1, refused: 1, unreadable: 1 })
  expect([...held.keys()]).toEqual(['place-0', 'place-1'])
})

it('brings a complaint in without its files where they were cleared away', async () => {
  const { submitted, run } = world(1, ({ files }) => {
    if (files.length) throw new RecordUnavailable('submit_complaint', 'PT409', { refusal: 'file-gone' })
  })
  expect(await run()).toEqual({ ...nothing, broughtIn: 1, withoutFiles: 1 })
  expect(submitted).toMatchObject([{ submission_id: '0', files: [] }])
})

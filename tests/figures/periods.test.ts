import { expect, it } from 'vitest'
import { workingDaysBetween, addWorkingDays } from '../../src/council/working-days.ts'
import { acknowledgementOf, timeOf } from '../../src/figures/definitions.ts'
import { isMonth, periodOf, quarterOf } from '../../src/figures/period.ts'
import { share } from '../../src/figures/read.ts'

it('a year goes from 1 April to 31 March', () => {
  expect(periodOf('2025-26')).toMatchObject({ from: '2025-04-01', to: '2026-03-31' })
  expect(periodOf('2023-24').months.at(-2)).toBe('2024-02')
})

it.each([
  ['2025-26-q1', '2025-04-01', '2025-06-30'],
  ['2025-26-q3', '2025-10-01', '2025-12-31'],
  ['2025-26-q4', '2026-01-01', '2026-03-31'],
])('%s goes from %s to %s', (id, from, to) => {
  expect(periodOf(id)).toMatchObject({ from, to, quarters: [] })
  for (const month of periodOf(id).months) expect(quarterOf(month)).toBe(id)
})

it.each(['2025', '2025-27', '2025-26-q0', '2011-12', 'next year'])('%s is no period', (id) => {
  expect(() => periodOf(id)).toThrow(/is not a period/)
})

it('a month is told from a year', () => {
  expect(['2025-12', '2025-26', '2026-01', '2025-26-q1'].map(isMonth)).toEqual([true, false, true, false])
})

const due = { respond_by: '2026-01-10', extended_to: null }
it.each([
  ['in-time', { ...due, responded_on: '2026-01-10' }],
  ['late', { ...due, responded_on: '2026-01-11' }],
  ['in-time', { ...due, extended_to: '2026-01-20', responded_on: '2026-01-09' }],
  ['extended', { ...due, extended_to: '2026-01-20', responded_on: '2026-01-20' }],
  ['late', { ...due, extended_to: '2026-01-20', responded_on: '2026-01-21' }],
  ['no-limit', { respond_by: null, extended_to: null, responded_on: '2026-01-21' }],
])('a reply is %s where %o', (time, reply) => {
  expect(timeOf(reply)).toBe(time)
})

it('an acknowledgement that had not gone was not in time', () => {
  expect(acknowledgementOf({ acknowledge_by: '2026-01-10', acknowledged_on: null })).toBe('not-in-time')
  expect(acknowledgementOf({ acknowledge_by: '2026-01-10', acknowledged_on: '2026-01-10' })).toBe('in-time')
  expect(acknowledgementOf({ acknowledge_by: '2026-01-10', acknowledged_on: '2026-01-11' })).toBe(
    'not-in-time',
  )
  expect(acknowledgementOf({ acknowledge_by: null, acknowledged_on: '2026-01-11' })).toBe('in-time')
})

it('working days between two days are those that lead from one to the other', () => {
  for (const start of ['2025-12-19', '2025-12-24', '2026-04-02', '2026-05-22'])
    for (const n of [0, 1, 5, 10, 25]) expect(workingDaysBetween(start, addWorkingDays(start, n))).toBe(n)
  expect(workingDaysBetween('2026-01-05', '2026-01-05')).toBe(0)
  expect(workingDaysBetween('2026-01-06', '2026-01-05')).toBe(0)
})

it('a share needs both its figures, and a whole of the threshold at least', () => {
  expect(share({ n: 10 }, { n: 40 }, 5)).toBe(0.25)
  expect(share({ hidden: true }, { n: 40 }, 5)).toBeNull()
  expect(share({ n: 10 }, { hidden: true }, 5)).toBeNull()
  expect(share({ n: 0 }, { n: 4 }, 5)).toBeNull()
})

import { describe, expect, it } from 'vitest'
import { holds, type Condition } from '../../src/form/condition.ts'
import type { Fields } from '../../src/form/question.ts'
import { around } from './journeys.ts'

const on = (condition: Condition | undefined, fields: Fields, today = around.today) =>
  holds(condition, fields, { ...around, today })

describe('a condition', () => {
  it('that is not there always holds', () => {
    expect(on(undefined, {})).toBe(true)
  })

  it.each([
    [{ kind: 'complaint' }, true, false],
    [{ kind: 'comment' }, false, true],
    [{ kind: ['comment', 'complaint'] }, true, false],
    [{ kind: '' }, false, true],
    [{ kind: [] }, false, true],
    [{}, false, true],
  ] as const)('on the answer %j tells what is from what is not', (fields, is, isNot) => {
    expect(on({ question: 'kind', is: ['complaint', 'compliment'] }, fields)).toBe(is)
    expect(on({ question: 'kind', isNot: ['complaint', 'compliment'] }, fields)).toBe(isNot)
  })

  it('of several holds only where each of them does', () => {
    const both: Condition = {
      all: [
        { question: 'kind', is: ['complaint'] },
        { question: 'risk', isNot: ['no'] },
      ],
    }
    expect(on(both, { kind: 'complaint', risk: 'yes' })).toBe(true)
    expect(on(both, { kind: 'complaint', risk: 'no' })).toBe(false)
    expect(on(both, { risk: 'yes' })).toBe(false)
    expect(on({ all: [] }, {})).toBe(true)
  })
})

describe('older than some months', () => {
  const date = (text: string): Fields => {
    const [year = '', month = '', day = ''] = text.split('-')
    return { 'happened-on-year': year, 'happened-on-month': month, 'happened-on-day': day }
  }
  const older = (text: string, today: string, olderThanMonths = 12) =>
    on({ question: 'happened-on', olderThanMonths }, date(text), today)

  it.each([
    ['2025-11-20', true],
    ['2025-11-21', false],
    ['2025-11-22', false],
    // Where only a month or a year is known, it is not older until the whole of it is.
    ['2025-10', true],
    ['2025-11', false],
    ['2025', false],
    ['2024', true],
    ['1999', true],
  ])('%s is older than 12 months on 21 November 2026: %s', (text, expected) => {
    expect(older(text, '2026-11-21')).toBe(expected)
  })

  it.each([
    // A month that is too short counts from its last day.
    ['2027-02-27', '2028-02-29', 12, true],
    ['2027-02-28', '2028-02-29', 12, false],
    ['2026-02-27', '2026-03-31', 1, true],
    ['2026-02-28', '2026-03-31', 1, false],
    ['2025-12-30', '2026-01-31', 1, true],
    ['2025-12-31', '2026-01-31', 1, false],
  ])('%s, told on %s, is older than %i months: %s', (text, today, months, expected) => {
    expect(older(text, today, months)).toBe(expected)
  })

  it.each(['', '--21', '2025-13', '2025-02-31', 'soon', '25-1-1', '2099-1-1'])(
    'does not hold of %j, which is no date in the past',
    (text) => {
      expect(older(text, '2026-11-21')).toBe(false)
    },
  )
})

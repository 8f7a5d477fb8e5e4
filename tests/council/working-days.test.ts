import { describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, isWorkingDay, londonDay } from '../../src/council/working-days.ts'

/** DOMAIN 8.3: the day of receipt, then the working day that is 1, 2, 3, 5, 10, 20, 25 and 65 after it. */
const columns = [1, 2, 3, 5, 10, 20, 25, 65]
const vectors = `
  2025-04-16 2025-04-17 2025-04-22 2025-04-23 2025-04-25 2025-05-02 2025-05-19 2025-05-27 2025-07-22
  2026-03-31 2026-04-01 2026-04-02 2026-04-07 2026-04-09 2026-04-16 2026-04-30 2026-05-08 2026-07-06
  2026-05-01 2026-05-05 2026-05-06 2026-05-07 2026-05-11 2026-05-18 2026-06-02 2026-06-09 2026-08-04
  2026-08-27 2026-08-28 2026-09-01 2026-09-02 2026-09-04 2026-09-11 2026-09-25 2026-10-02 2026-11-27
  2026-12-18 2026-12-21 2026-12-22 2026-12-23 2026-12-29 2027-01-06 2027-01-20 2027-01-27 2027-03-24
  2026-12-24 2026-12-29 2026-12-30 2026-12-31 2027-01-05 2027-01-12 2027-01-26 2027-02-02 2027-04-01
  2026-12-25 2026-12-29 2026-12-30 2026-12-31 2027-01-05 2027-01-12 2027-01-26 2027-02-02 2027-04-01
  2027-12-23 2027-12-24 2027-12-29 2027-12-30 2028-01-04 2028-01-11 2028-01-25 2028-02-01 2028-03-28
  2028-01-01 2028-01-04 2028-01-05 2028-01-06 2028-01-10 2028-01-17 2028-01-31 2028-02-07 2028-04-03
`
const cases = vectors
  .trim()
  .split('\n')
  .map((row) => row.trim().split(' '))
  .flatMap(([received = '', ...days]) => columns.map((n, i) => ({ received, n, day: days[i] })))

/** DOMAIN 8.2, every bank holiday from 2025 to 2028. */
const bankHolidays = `
  2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
  2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
  2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
  2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26
`
  .trim()
  .split(/\s+/)

describe('working days', () => {
  it('leaves out, of the weekdays from 2025 to 2028, the bank holidays and nothing else', () => {
    const left = []
    for (let day = '2025-01-01'; day <= '2028-12-31'; day = addDays(day, 1)) {
      const weekend = /^S/.test(new Date(day).toUTCString())
      expect(weekend && isWorkingDay(day)).toBe(false)
      if (!weekend && !isWorkingDay(day)) left.push(day)
    }
    expect(left).toEqual(bankHolidays)
  })

  it('has nine rows of eight vectors to hold to', () => {
    expect(cases).toHaveLength(72)
    expect(cases.every(({ day }) => day !== undefined)).toBe(true)
  })

  it.each(cases)('puts working day $n after $received on $day', ({ received, n, day }) => {
    expect(addWorkingDays(received, n)).toBe(day)
  })

  it('counts the day of receipt as day 0, even on a weekend or a bank holiday', () => {
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-21')
    expect(addWorkingDays('2026-11-21', 1)).toBe('2026-11-23')
    expect(addWorkingDays('2026-12-25', 1)).toBe('2026-12-29')
  })

  it('leaves out a substitute day, and not the weekend holiday alone', () => {
    expect(isWorkingDay('2026-12-28')).toBe(false)
    expect(isWorkingDay('2027-12-27')).toBe(false)
    expect(isWorkingDay('2028-01-03')).toBe(false)
  })

  it('counts the days between Christmas and New Year, when a council may be shut', () => {
    expect(['2026-12-29', '2026-12-30', '2026-12-31'].map(isWorkingDay)).toEqual([true, true, true])
  })

  it('leaves out only weekends after the last listed year, so that a promise is never late', () => {
    expect(isWorkingDay('2029-12-25')).toBe(true)
    expect(addWorkingDays('2029-12-21', 3)).toBe('2029-12-26')
  })

  it('counts every calendar day, over a month, a leap day and both changes of the clock', () => {
    expect(addDays('2026-12-24', 30)).toBe('2027-01-23')
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  })

  it.each(['2026-02-30', '2026-13-01', '21/11/2026', '', '2026-1-1'])(
    'refuses %j, which is no day',
    (day) => {
      expect(() => addWorkingDays(day, 1)).toThrow(RangeError)
      expect(() => addDays(day, 0)).toThrow(RangeError)
      expect(() => isWorkingDay(day)).toThrow(RangeError)
    },
  )

  it.each([-1, 1.5, NaN, Infinity])('refuses to count %d days', (n) => {
    expect(() => addWorkingDays('2026-11-21', n)).toThrow(RangeError)
    expect(() => addDays('2026-11-21', n)).toThrow(RangeError)
  })
})

describe('the day in London', () => {
  it.each([
    ['2026-06-15T22:59:59Z', '2026-06-15', 'the last second of a summer day'],
    ['2026-06-15T23:00:00Z', '2026-06-16', 'midnight in summer time'],
    ['2026-06-15T23:30:00Z', '2026-06-16', 'half past midnight in summer time'],
    ['2026-12-15T23:30:00Z', '2026-12-15', 'half past eleven on a winter night'],
    ['2026-12-16T00:00:00Z', '2026-12-16', 'midnight in winter'],
    ['2026-03-28T23:30:00Z', '2026-03-28', 'the night before the clocks go forward'],
    ['2026-03-29T23:30:00Z', '2026-03-30', 'the night after they have'],
    ['2026-10-24T23:30:00Z', '2026-10-25', 'the night before the clocks go back'],
    ['2026-10-25T23:30:00Z', '2026-10-25', 'the night after they have'],
    ['2026-12-31T23:59:59Z', '2026-12-31', 'the last second of a year'],
  ])('is, at %s, %s: %s', (instant, day) => {
    expect(londonDay(new Date(instant))).toBe(day)
  })

  it('refuses an instant that is none', () => {
    expect(() => londonDay(new Date('tomorrow'))).toThrow(RangeError)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latestDay, partialDate, readPartialDate } from '../../src/form/kinds/partial-date.ts'
import { check } from '../../src/form/validate.ts'
import { around } from './journeys.ts'

const when = partialDate({ id: 'when', record: 'complaint.happened_on' })

function typed(day: string, month: string, year: string, language = 'en', today = '2026-11-21') {
  const fields = { 'when-day': day, 'when-month': month, 'when-year': year }
  const { answer, error } = check(when, fields, { ...around, language, today })
  return answer?.value ?? `${error?.code} in ${error?.field}`
}

describe('a date that may be partly known', () => {
  it.each([
    ['27', '3', '2026', '2026-03-27'],
    ['07', '09', '1999', '1999-09-07'],
    [' 7 ', ' 9 ', ' 1999 ', '1999-09-07'],
    ['', '12', '2017', '2017-12'],
    ['', 'December', '2017', '2017-12'],
    ['', '', '2017', '2017'],
    ['29', '2', '2024', '2024-02-29'],
    ['29', '2', '2000', '2000-02-29'],
    ['21', '11', '2026', '2026-11-21'],
    ['', '11', '2026', '2026-11'],
    ['', '', '2026', '2026'],
  ])('is read from %j %j %j as %s', (day, month, year, expected) => {
    expect(typed(day, month, year)).toBe(expected)
  })

  it.each([
    ['jan', 1],
    ['January', 1],
    ['FEBRUARY', 2],
    ['mar', 3],
    ['Apr.', 4],
    ['may', 5],
    ['June', 6],
    ['jul', 7],
    ['aug', 8],
    ['sept', 9],
    ['Sep.', 9],
    ['Sept.', 9],
    ['oct', 10],
    ['november', 11],
    ['Dec', 12],
  ])('takes %s for month %i', (word, month) => {
    expect(typed('1', word, '2025')).toBe(`2025-${String(month).padStart(2, '0')}-01`)
  })

  it.each([
    ['pl', 'luty', '2025-02'],
    ['pl', 'Wrzesień', '2025-09'],
    ['fr', 'août', '2025-08'],
    ['en-simple', 'august', '2025-08'],
    // English month names are known in every edition.
    ['ur', 'august', '2025-08'],
  ])('knows the months of the edition %s: %s', (language, word, expected) => {
    expect(typed('', word, '2025', language)).toBe(expected)
  })

  it.each([
    ['27', '3', '', 'date-needs-year in when-year'],
    ['27', '', '2026', 'date-needs-month in when-month'],
    ['27', '3', '26', 'not-a-year in when-year'],
    ['27', '3', '02026', 'not-a-year in when-year'],
    ['27', '3', 'last', 'not-a-year in when-year'],
    ['27', '3', '1850', 'not-a-year in when-year'],
    ['27', '13', '2026', 'not-a-month in when-month'],
    ['27', '0', '2026', 'not-a-month in when-month'],
    ['27', 'ma', '2026', 'not-a-month in when-month'],
    ['27', 'Smarch', '2026', 'not-a-month in when-month'],
    ['27', '3.5', '2026', 'not-a-month in when-month'],
    ['31', '2', '2026', 'not-a-date in when-day'],
    ['29', '2', '2025', 'not-a-date in when-day'],
    ['29', '2', '1900', 'not-a-date in when-day'],
    ['31', 'April', '2026', 'not-a-date in when-day'],
    ['0', '3', '2026', 'not-a-date in when-day'],
    ['-1', '3', '2026', 'not-a-date in when-day'],
    ['1e1', '3', '2026', 'not-a-date in when-day'],
    ['22', '11', '2026', 'date-in-future in when-year'],
    ['', '12', '2026', 'date-in-future in when-year'],
    ['', '', '2027', 'date-in-future in when-year'],
    ['', '', '', 'required in when-day'],
  ])('says of %j %j %j: %s', (day, month, year, expected) => {
    expect(typed(day, month, year)).toBe(expected)
  })

  it.each([
    ['pl', 'grudzień'],
    ['pl', 'grudnia'],
    ['pl', 'GRUDZIEN'],
    ['pl', 'gru'],
    ['ro', 'decembrie'],
    ['ur', 'دسمبر'],
    ['ar', 'ديسمبر'],
    ['ar', 'December'],
    ['en-simple', 'dec'],
  ])('knows a month by its name in the language of the edition: %s, %s', (language, month) => {
    expect(typed('8', month, '2025', language)).toBe('2025-12-08')
  })

  it.each([
    ['٨', '١٢', '٢٠٢٥'],
    ['۸', '۱۲', '۲۰۲۵'],
  ])('reads the digits of other scripts: %s %s %s', (day, month, year) => {
    expect(typed(day, month, year, 'ar')).toBe('2025-12-08')
  })

  it('does not mind a missing accent', () => {
    expect(typed('', 'pazdziernika', '2025', 'pl')).toBe('2025-10')
    expect(typed('', 'sierpien', '2025', 'pl')).toBe('2025-08')
  })

  it('reads back every day that there was, and refuses every day that there will be', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = day.split('-') as [string, string, string]
        expect(typed(dayOfMonth, month, year)).toBe(day <= '2026-11-21' ? day : 'date-in-future in when-year')
      }),
    )
  })

  it('can mean any day up to the last of its month or year', () => {
    expect(['2024', '2024-02', '2025-02', '2025-12', '2025-11-05'].map(latestDay)).toEqual([
      '2024-12-31',
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
      '2025-11-05',
    ])
  })

  it('is not known while it is wrong', () => {
    const fields = { 'when-day': '31', 'when-month': '2', 'when-year': '2026' }
    expect(readPartialDate('when', fields, 'en')).toBeUndefined()
    expect(readPartialDate('when', {}, 'en')).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { dayInWords, locale, partialDateInWords } from '../../src/words/dates.ts'

describe('a day in words', () => {
  it.each([
    ['en', 'Tuesday 8 December 2026'],
    ['en-simple', 'Tuesday 8 December 2026'],
    ['pl', 'wtorek 8 grudnia 2026'],
    ['fr', 'mardi 8 décembre 2026'],
  ])('in %s is %s', (language, expected) => {
    expect(dayInWords('2026-12-08', language)).toBe(expected)
  })

  it('is the same wherever the machine stands', () => {
    const zone = process.env['TZ']
    for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London']) {
      process.env['TZ'] = place
      expect(dayInWords('2026-03-29', 'en')).toBe('Sunday 29 March 2026')
    }
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  it('is British in English, and the language’s own elsewhere', () => {
    expect(['en', 'en-simple', 'en-GB', 'pl', 'enx'].map(locale)).toEqual([
      'en-GB',
      'en-GB',
      'en-GB',
      'pl',
      'enx',
    ])
  })
})

describe('a date that is partly known, in words', () => {
  it.each([
    ['2017', '2017'],
    ['2017-12', 'December 2017'],
    ['2017-12-05', '5 December 2017'],
  ])('%s is %s', (date, expected) => {
    expect(partialDateInWords(date, 'en')).toBe(expected)
  })
})

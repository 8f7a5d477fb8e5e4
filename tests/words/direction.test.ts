import { describe, expect, it } from 'vitest'
import { isolated, rightToLeft } from '../../src/words/direction.ts'
import { translator } from '../../src/words/translate.ts'

const kept = (text: string) => `\u2068${text}\u2069`

it.each([
  ['ur', true],
  ['ar', true],
  ['ar-EG', true],
  ['en', false],
  ['en-simple', false],
  ['pl', false],
  ['arn', false],
])('knows which way %s runs', (language, expected) => {
  expect(rightToLeft(language)).toBe(expected)
})

describe('what is put into a sentence that runs from right to left', () => {
  const t = translator(
    { ring: 'ہمیں {phone} پر فون کریں۔', days: { one: '{count} دن', other: '{count} دن' } },
    'ur',
  )

  it.each([
    ['a phone number, which would come out in another order', '01632 960100'],
    ['a reference', 'BCD-FGH-JKM'],
    ['an English name', 'Northmere Council'],
    ['a name in both scripts', 'نارتھ میر (Northmere)'],
  ])('is kept apart: %s', (_, phone) => {
    expect(t('ring', { phone })).toBe(`ہمیں ${kept(phone)} پر فون کریں۔`)
  })

  it('stays as it is where it is a link, which a mail program would follow with the mark', () => {
    const link = 'https://complaints.example.org/follow/open/?k=AbC'
    expect(t('ring', { phone: link })).toBe(`ہمیں ${link} پر فون کریں۔`)
  })

  it('stays as it is in words of its own script, as a number and as nothing', () => {
    expect(t('ring', { phone: 'کونسل' })).toBe('ہمیں کونسل پر فون کریں۔')
    expect(t('days', { count: 3 })).toBe('3 دن')
    expect(isolated('', 'ur')).toBe('')
  })

  it('stays as it is in a language that runs from left to right', () => {
    expect(translator({ ring: 'Ring {phone}.' }, 'en')('ring', { phone: '01632 960100' })).toBe(
      'Ring 01632 960100.',
    )
  })
})

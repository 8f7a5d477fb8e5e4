import { describe, expect, it } from 'vitest'
import { has, translator, type Words } from '../../src/words/translate.ts'

const words: Words = {
  hello: 'Hello {name}',
  twice: '{name}, {name} and {other}',
  days: { one: '{count} day', other: '{count} days' },
  group: { inside: 'Inside' },
}
const t = translator(words, 'en')

describe('finding a sentence', () => {
  it('fills what it asks for, every time it asks', () => {
    expect(t('hello', { name: 'Łukasz' })).toBe('Hello Łukasz')
    expect(t('twice', { name: 'A', other: 2 })).toBe('A, A and 2')
    expect(t('group.inside')).toBe('Inside')
  })

  it('never fills what a person wrote', () => {
    expect(t('twice', { name: '{other}', other: '$& {name}' })).toBe('{other}, {other} and $& {name}')
  })

  it.each([
    [0, '0 days'],
    [1, '1 day'],
    [2, '2 days'],
  ])('counts %i as %s', (count, expected) => {
    expect(t('days', { count })).toBe(expected)
  })

  it('counts as the language does', () => {
    const polish = translator(
      { dni: { one: '{count} dzień', few: '{count} dni', many: '{count} dni!', other: '…' } },
      'pl',
    )
    expect([1, 3, 5].map((count) => polish('dni', { count }))).toEqual(['1 dzień', '3 dni', '5 dni!'])
  })

  it.each(['nothing', 'group', 'group.nothing', 'hello.name', 'days', '', 'toString', '__proto__'])(
    'refuses the key %j, which has no sentence',
    (key) => {
      expect(() => t(key)).toThrow(`No words for "${key}" in en.`)
    },
  )

  it('refuses a sentence that is not given all it needs', () => {
    expect(() => t('hello')).toThrow('"hello" needs a value for {name}.')
    expect(() => t('days')).toThrow('No words for "days" in en.')
  })

  it('tells what there are words for', () => {
    expect(['hello', 'group.inside', 'days', 'group.outside', 'x.y.z'].map((key) => has(words, key))).toEqual(
      [true, true, true, false, false],
    )
  })
})

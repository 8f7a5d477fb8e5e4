import { describe, expect, it } from 'vitest'
import { isKnownBy } from '../../../src/complaints/follow/same-words.ts'

const łukasz = { name: 'Łukasz O’Neill-Sørensen', postal_address: null }
const mabel = { name: 'Mabel Thorne', postal_address: 'Flat 2\n9 Ferry Row\nNorthmere\nNM2 4ZZ' }

describe('a person is known', () => {
  it.each([
    [łukasz, 'Łukasz O’Neill-Sørensen'],
    [łukasz, 'lukasz oneill sorensen'],
    [łukasz, "  LUKASZ O'NEILL  SORENSEN "],
    [{ name: 'Zoë', postal_address: null }, 'zoe'],
    [{ name: 'Zoe', postal_address: null }, 'Zoë'],
    [{ name: 'Straße', postal_address: null }, 'STRASSE'],
    [{ name: 'ЗОФИЯ', postal_address: null }, 'зофия'],
    [{ name: '李小龍', postal_address: null }, '李 小龍'],
    [mabel, 'mabel thorne'],
    [mabel, 'NM2 4ZZ'],
    [mabel, 'nm24zz'],
    [mabel, 'N M 2 4 Z Z'],
  ])('as %o by %s', (person, typed) => expect(isKnownBy(typed, person)).toBe(true))
})

describe('a person is not known', () => {
  it.each([
    [łukasz, ''],
    [łukasz, '  -’ '],
    [łukasz, 'Łukasz'],
    [łukasz, 'Łukasz O’Neill'],
    [łukasz, 'NM2 4ZZ'],
    [mabel, 'NM2'],
    [mabel, '4ZZ'],
    [mabel, '9 Ferry Row'],
    [mabel, 'Northmere'],
    [mabel, 'Mabel Thorne NM2 4ZZ'],
    [{ name: null, postal_address: null }, ''],
    [{ name: null, postal_address: null }, 'null'],
    [{ name: '-', postal_address: null }, '-'],
  ])('as %o by %s', (person, typed) => expect(isKnownBy(typed, person)).toBe(false))
})

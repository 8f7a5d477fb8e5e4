import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReference, readReference } from '../../src/complaints/reference.ts'

const some = (count: number) => Array.from({ length: count }, () => newReference((below) => randomInt(below)))
const bare = (reference: string) => reference.replaceAll('-', '')

/** A source of randomness that first gives the places of these characters, then chance. */
function beginningWith(text: string) {
  const places = [...text].map((character) => '256789CFHJKMPRTWX'.indexOf(character))
  return (below: number) => places.shift() ?? randomInt(below)
}

describe('a reference', () => {
  const references = some(2000)

  it('is nine characters in threes, as the database wants them', () => {
    const sql = readFileSync('supabase/migrations/20261121100300_complaints.sql', 'utf8')
    const rule = new RegExp(/reference ~ '([^']+)'/.exec(sql)![1]!)
    for (const reference of references) expect(reference).toMatch(rule)
  })

  it('has no vowel, and no two characters that eye or ear takes for one another', () => {
    const used = new Set(references.map(bare).join(''))
    expect([...used].sort().join('')).toBe('256789CFHJKMPRTWX')
    for (const pair of ['0O', '1I', '2Z', '5S', '8B', 'UV', 'MN', 'DT', 'GJ', '6G', '1L', '4A', '3E']) {
      expect([...pair].filter((one) => used.has(one)).length, pair).toBeLessThan(2)
    }
  })

  it('is not one that another was', () => {
    expect(new Set(references).size).toBe(references.length)
  })

  it.each(['WTF', 'KKK', 'FCK', 'FXK', 'FK', 'XXX', 'TWT', 'H8', '666', '88'])('never spells %s', (word) => {
    for (let place = 0; place + word.length <= 8; place += 1) {
      const drawn = `${'2'.repeat(place)}${word}`.padEnd(8, '5')
      const reference = newReference(beginningWith(drawn))
      expect(bare(reference)).not.toContain(word)
      expect(readReference(reference)).toBe(reference)
    }
  })

  it('shows every single wrong character', () => {
    for (const reference of references.slice(0, 300)) {
      const right = bare(reference)
      for (let place = 0; place < right.length; place += 1) {
        for (const wrong of '256789CFHJKMPRTWX') {
          if (wrong === right[place]) continue
          expect(readReference(right.slice(0, place) + wrong + right.slice(place + 1))).toBeNull()
        }
      }
    }
  })

  it('shows every exchange of two characters, side by side or apart', () => {
    for (const reference of references.slice(0, 1000)) {
      const right = [...bare(reference)]
      for (let one = 0; one < right.length; one += 1) {
        for (let other = one + 1; other < right.length; other += 1) {
          if (right[one] === right[other]) continue
          const wrong = right.with(one, right[other]!).with(other, right[one]!)
          expect(readReference(wrong.join(''))).toBeNull()
        }
      }
    }
  })
})

describe('reading a reference', () => {
  it('forgives how it was typed', () => {
    for (const reference of some(100)) {
      const ways = [
        reference,
        reference.toLowerCase(),
        bare(reference),
        ` ${reference}\n`,
        reference.replaceAll('-', ' '),
        reference.replaceAll('-', '–'),
        reference.replaceAll('-', ' — '),
        reference.replaceAll('-', '.'),
        `${reference}.`,
        [...bare(reference)].join(' '),
        reference.replaceAll('-', '\u2011'),
        reference.replaceAll('-', '\u00a0'),
      ]
      for (const typed of ways) expect(readReference(typed), typed).toBe(reference)
    }
  })

  it.each(['', '-', '7KM', '7KM-2RX-9T', '7KM-2RX-9TCC', 'ABC-DEF-GHI', '7KM/2RX/9TC', '٧KM-2RX-9TC', '😀'])(
    'makes nothing of %j',
    (typed) => {
      expect(readReference(typed)).toBeNull()
    },
  )

  it('makes nothing of any text but a reference, however long', () => {
    expect(readReference('7'.repeat(100_000))).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = readReference(typed)
        if (read !== null) expect(readReference(read)).toBe(read)
      }),
    )
  })
})

import { randomInt, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keys } from '../../src/adapters/keys.ts'
import { codeLength, readCode } from '../../src/complaints/access-code.ts'
import { newDraftCode } from '../../src/complaints/drafts/draft-code.ts'
import { alphabet } from '../../src/complaints/reference.ts'

const one = keys('one secret of the portal, made up here')
const other = keys('another secret of the portal, made up')
const random = (below: number) => randomInt(below)

describe('codes and links', () => {
  it('a link has 162 bits, a code 49, and the code of saved answers 81', () => {
    const bits = (characters: number, of: number) => Math.floor(characters * Math.log2(of))
    expect(one.link(randomUUID())).toMatch(/^[\w-]{27}$/)
    expect(bits(27, 64)).toBe(162)
    expect(one.code(randomUUID()).replaceAll('-', '')).toHaveLength(codeLength)
    expect(bits(codeLength, alphabet.length)).toBe(49)
    // The last of its characters checks the others.
    expect(newDraftCode(random).replaceAll('-', '')).toHaveLength(21)
    expect(bits(20, alphabet.length)).toBe(81)
  })

  it('every character of a code comes as often as every other', () => {
    const all = Array.from({ length: 2000 }, () => one.code(randomUUID()).replaceAll('-', '')).join('')
    for (const character of alphabet) {
      const share = all.split(character).length / (all.length / alphabet.length)
      expect(share).toBeGreaterThan(0.8)
      expect(share).toBeLessThan(1.2)
    }
  })

  it('none leads to another: not a code to its link, nor either to the id or its proof', () => {
    const id = randomUUID()
    const made = [id, one.code(id), one.link(id), one.proof(one.code(id)), one.proof(one.link(id))]
    for (const [nth, each] of made.entries())
      for (const [place, another] of made.entries())
        if (nth !== place) expect(each).not.toContain(another.slice(0, 9))
  })

  it('what the database holds, the key’s id and the proofs, makes none of them without the secret', () => {
    const id = randomUUID()
    expect(other.code(id)).not.toBe(one.code(id))
    expect(other.link(id)).not.toBe(one.link(id))
    expect(other.proof(one.code(id))).not.toBe(one.proof(one.code(id)))
    expect(one.proof(one.code(id))).toMatch(/^[\w-]{43}$/)
  })

  it('a code is forgiven how it was typed, and nothing else is one', () => {
    const code = one.code(randomUUID())
    expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
    for (const wrong of [code.slice(1), `${code}7`, code.replace(/^./, '0')])
      expect(readCode(wrong)).toBeNull()
  })
})

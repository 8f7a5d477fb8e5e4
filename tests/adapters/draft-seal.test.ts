import { createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { draftSeal } from '../../src/adapters/draft-seal.ts'

const secret = 's'.repeat(43)
const seal = draftSeal(secret)
const [code, other] = ['C98-5TC-HFW-W6M-J6W-J96-MPR', '668-JH2-W89-WKH-HW8-257-FF2']
const open = (sealed: string | null, by = code, from = seal) => from.open(by, sealed ?? '')

describe('a sealed draft', () => {
  it('opens with its code and the portal’s secret, and with nothing else', () => {
    const sealed = seal.close(code, 'Zoë wrote this. 🗑')
    expect(open(sealed)).toBe('Zoë wrote this. 🗑')
    expect(open(sealed, other)).toBeNull()
    expect(open(sealed, code, draftSeal('t'.repeat(43)))).toBeNull()
    for (const broken of ['', 'AAAA', 'A'.repeat(100), `${sealed!.slice(0, -8)}AAAAAAA=`])
      expect(open(broken)).toBeNull()
  })

  it('has one of four lengths, whatever is in it', () => {
    const lengthOf = (text: string) => Buffer.from(seal.close(code, text) ?? '', 'base64').length - 28
    expect([0, 1, 16_383].map((many) => lengthOf('a'.repeat(many)))).toEqual([16_384, 16_384, 16_384])
    expect([16_384, 65_536, 262_144].map((many) => lengthOf('a'.repeat(many)))).toEqual([
      65_536, 262_144, 1_048_576,
    ])
    expect(seal.close(code, 'a'.repeat(1_048_576))).toBeNull()
  })

  it('is another one each time, though nothing in it has changed', () => {
    expect(seal.close(code, 'the same')).not.toBe(seal.close(code, 'the same'))
  })

  it('is found by something that opens nothing, and tells nothing of the code', () => {
    const finder = seal.finder(code)
    expect(finder).toMatch(/^[\w-]{43}$/)
    expect(seal.finder(other)).not.toBe(finder)
    expect(draftSeal('t'.repeat(43)).finder(code)).not.toBe(finder)
    const sealed = Buffer.from(seal.close(code, 'words') ?? '', 'base64')
    const tried = [
      Buffer.from(finder, 'base64url'),
      createHash('sha256').update(finder).digest(),
      Buffer.from(hkdfSync('sha256', finder, secret, 'heard:draft:key', 32)),
    ]
    for (const key of tried) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      decipher.update(sealed.subarray(12, -16))
      expect(() => decipher.final()).toThrow()
    }
  })
})

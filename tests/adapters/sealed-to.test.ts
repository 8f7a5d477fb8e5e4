import { describe, expect, it } from 'vitest'
import { newPair, openSealed, sealTo } from '../../src/adapters/sealed-to.ts'

const pair = newPair()
const words = 'Marmalade Lane floods, says Łukasz O’Neill 李.'
const seal = (text = words) => sealTo(pair.publicKey, text, 'a-place')

describe('what is sealed to a key', () => {
  it('is opened by its other half, and by nobody who has only the first', () => {
    expect(openSealed([pair.privateKey], seal(), 'a-place')).toBe(words)
    expect(openSealed([pair.publicKey], seal(), 'a-place')).toBeNull()
    expect(openSealed([newPair().privateKey], seal(), 'a-place')).toBeNull()
    expect(openSealed([], seal(), 'a-place')).toBeNull()
  })

  it('is opened by the older of two keys while they are changed', () => {
    expect(openSealed([newPair().privateKey, pair.privateKey], seal(), 'a-place')).toBe(words)
  })

  it('opens under its own name alone', () => {
    expect(openSealed([pair.privateKey], seal(), 'another-place')).toBeNull()
  })

  it('is other bytes each time, of one length for all that is short', () => {
    expect(seal()).not.toEqual(seal())
    expect(seal('x').length).toBe(seal(words.repeat(100)).length)
    expect(openSealed([pair.privateKey], seal(words.repeat(2000)), 'a-place')).toBe(words.repeat(2000))
  })

  it('does not open where any part of it was changed or cut off', () => {
    for (let at = 0; at < seal().length; at += 911) {
      const changed = seal()
      changed[at]! ^= 1
      expect(openSealed([pair.privateKey], changed, 'a-place'), String(at)).toBeNull()
    }
    for (const length of [0, 1, 31, 60, 1000])
      expect(openSealed([pair.privateKey], seal().slice(0, length), 'a-place')).toBeNull()
  })

  it('is refused where the key is none, or the text is longer than anything that can be sent', () => {
    expect(() => sealTo('short', words, 'a-place')).toThrow()
    expect(() => seal('x'.repeat(3_000_000))).toThrow(RangeError)
  })
})

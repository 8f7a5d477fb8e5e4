import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newDraftCode, readDraftCode } from '../../../src/complaints/drafts/draft-code.ts'
import { alphabet } from '../../../src/complaints/reference.ts'

const aCode = () => newDraftCode((below) => randomInt(below))
const plain = (code: string) => code.replaceAll('-', '')

describe('a code for saved answers', () => {
  it('has at least 80 bits that are drawn, in threes that can be read over the phone', () => {
    for (let many = 0; many < 200; many += 1)
      expect(aCode()).toMatch(/^([256789CFHJKMPRTWX]{3}-){6}[256789CFHJKMPRTWX]{3}$/)
    expect(20 * Math.log2(alphabet.length)).toBeGreaterThan(81)
    expect(new Set(Array.from({ length: 500 }, aCode)).size).toBe(500)
  })

  it('is read however it is typed', () => {
    const code = aCode()
    for (const typed of [
      code,
      code.toLowerCase(),
      plain(code),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('-', ' – '),
    ])
      expect(readDraftCode(typed)).toBe(code)
  })

  it('notices any one wrong character, and any two neighbours that changed places', () => {
    const code = plain(aCode())
    for (let place = 0; place < code.length; place += 1) {
      for (const character of alphabet) {
        const wrong = code.slice(0, place) + character + code.slice(place + 1)
        expect(readDraftCode(wrong) === null).toBe(wrong !== code)
      }
      const swapped =
        code.slice(0, place) +
        code
          .slice(place, place + 2)
          .split('')
          .reverse()
          .join('') +
        code.slice(place + 2)
      expect(readDraftCode(swapped) === null).toBe(swapped !== code)
    }
  })

  it('is nothing shorter, longer or of other letters', () => {
    const code = plain(aCode())
    for (const typed of [
      '',
      code.slice(1),
      `${code}2`,
      code.replace(/./, '0'),
      '7KM-2RX-9TC',
      '7KM2-RX9T-CCFH',
    ])
      expect(readDraftCode(typed)).toBeNull()
  })
})

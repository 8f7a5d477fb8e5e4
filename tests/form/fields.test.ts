import { describe, expect, it } from 'vitest'
import { pickFields } from '../../src/form/fields.ts'
import { complain } from '../../src/form/journeys/complain.ts'

const picked = (entries: [string, unknown][]) => pickFields(entries, complain)

describe('reading a post', () => {
  it('takes what the journey asks for and nothing else', () => {
    const file = new File(['x'], 'x.txt')
    expect(
      picked([
        ['kind', 'comment'],
        ['adjustments', 'bsl'],
        ['adjustments', 'audio'],
        ['procedure', 'corporate'],
        ['__proto__', 'x'],
        ['Kind', 'complaint'],
        ['name', file],
        ['go', 'send'],
      ]),
    ).toEqual({ kind: 'comment', adjustments: ['bsl', 'audio'] })
  })

  it('believes the first of two answers to one question', () => {
    expect(
      picked([
        ['kind', 'comment'],
        ['kind', 'complaint'],
      ]),
    ).toEqual({ kind: 'comment' })
  })

  it('keeps line ends as one, and drops only what no database can keep', () => {
    expect(picked([['what-happened', 'one\r\ntwo\rthree\n\u0000\ud800four 😀 \u202e']])).toEqual({
      'what-happened': 'one\ntwo\nthree\nfour 😀 \u202e',
    })
  })

  it('cuts short a field that is sent for ever', () => {
    const endless = Array.from({ length: 400_000 }, () => ['adjustments', 'bsl'] as [string, string])
    expect(picked(endless)['adjustments']!.length).toBeLessThanOrEqual(100)
  })
})

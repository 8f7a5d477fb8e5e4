import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/braille/blocks.ts'
import { braillePages } from '../../src/braille/pages.ts'
import { toBraille } from '../../src/braille/translate.ts'
import { brailleFile } from '../../src/braille/write.ts'

const dist = join(import.meta.dirname, '../../dist')
const file = readFileSync(join(dist, brailleFile), 'latin1')
const pages = file.split('\f').map((page) => page.replace(/\r\n$/, '').split('\r\n'))

describe('contracted braille', () => {
  // Worked out from the rules of Unified English Braille: signs, contractions, capitals and numbers.
  it.each([
    ['How to complain', ',H[ TO COMPLA9'],
    ['You can do this', ',Y C D ?'],
    ['within 10 working days', ')9 #AJ "W+ "DS'],
    ['£20 – “a child’s bread”', "@L#BJ ,- 8A *'S BR1D0"],
    ['01632 960100', '#JAFCB"IFJAJJ'],
  ])('writes “%s”', (print, braille) => expect(toBraille(print)).toBe(braille))

  it('refuses nothing that stands on the pages: no sign is written as its number', () => {
    expect(file).not.toMatch(/'\\X[0-9A-F]{4}'/)
  })
})

describe('the braille file of how to complain', () => {
  it('has pages of 25 lines of at most 40 cells, in braille ASCII alone', () => {
    for (const page of pages) expect(page).toHaveLength(25)
    for (const line of pages.flat()) expect(line).toMatch(/^[ -_]{0,40}$/)
  })

  it('numbers each page at the end of its last line', () => {
    const numbers = pages.map((page) => page.at(-1)?.trim())
    expect(numbers).toEqual(pages.map((_, at) => toBraille(String(at + 1))))
  })

  it('leaves no heading as the last thing on a page', () => {
    for (const page of pages) {
      const last = page.slice(0, -1).findLast((line) => line.trim())
      expect(last).not.toMatch(/^ {4}/)
    }
  })

  it('says all that the page says, in the same order', () => {
    const blocks = blocksOf(readFileSync(join(dist, 'how-to-complain/index.html'), 'utf8'))
    const run = pages
      .flatMap((page) => page.slice(0, -1))
      .join(' ')
      .replace(/\s+/g, ' ')
    let from = 0
    for (const { text } of blocks) {
      const at = run.indexOf(toBraille(text), from)
      expect(at, text).toBeGreaterThanOrEqual(from)
      from = at
    }
    expect(blocks.length).toBeGreaterThan(30)
  })
})

it('steps a paragraph in, hangs an item out, and breaks only a word that is longer than a line', () => {
  const long = 'x'.repeat(90)
  const held = braillePages([
    { kind: 'paragraph', text: 'x '.repeat(30) },
    { kind: 'item', text: `x ${long}` },
  ]).split('\r\n')
  expect(held[0]).toMatch(/^ {2}\S/)
  expect(held[1]).toMatch(/^\S/)
  const items = held.slice(held.indexOf('') + 1, held.indexOf('') + 5)
  expect(items[0]).toMatch(/^\S/)
  expect(items[1]).toMatch(/^ {2}X{38}$/)
  expect(items.join('').replaceAll(/[^X]/g, '').length).toBe(91)
})

import { describe, expect, it } from 'vitest'
import { cell, csvOf } from '../../src/desk/csv.ts'

describe('the export for a spreadsheet', () => {
  it.each([
    '=HYPERLINK("http://evil.example.org")',
    '+441632960000',
    '-1+2',
    '@SUM(A1)',
    '\tcmd',
    '\rcmd',
    '\n=1+2',
    '＝1+2',
    '＠SUM(A1)',
  ])('runs nothing that somebody wrote: %j', (text) => {
    expect(cell(text).replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it.each([
    ['plain', 'plain'],
    ['7KM-2RX-9TC', '7KM-2RX-9TC'],
    ['one, two', '"one, two"'],
    ['he said "no"', '"he said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=a,b', `"'=a,b"`],
    [null, ''],
    [undefined, ''],
    [false, 'false'],
    [3, '3'],
  ])('writes %j as RFC 4180 has it', (value, written) => {
    expect(cell(value)).toBe(written)
  })

  it('begins with the mark of UTF-8, ends each line with CR and LF, and gives each line as many cells', () => {
    const csv = csvOf([
      { reference: '7KM-2RX-9TC', kind: 'complaint', theme: '=1+1', stages: [{ stage: 'stage-1' }] },
      { reference: '7KM-2RX-9TX', stages: [] },
    ])
    expect(csv.startsWith('\uFEFFreference,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    const lines = csv.slice(1).trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
    expect(lines[1]).toContain(`,'=1+1,`)
  })
})

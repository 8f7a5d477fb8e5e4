import { describe, expect, it } from 'vitest'
import { checks, faultsIn } from '../../src/report/checks.ts'
import type { Statement } from '../../src/report/checks/statements.ts'
import { contradictions, soundVerdicts } from './shropshire-2015-16.ts'

const namesFor = (statements: readonly Statement[]) => [
  ...new Set(faultsIn(statements).map(({ check }) => check)),
]

describe('the report of Shropshire’s children’s services, 2015/16', () => {
  it.each(contradictions)('is caught where it contradicts itself: $number, by $caughtBy', (one) => {
    expect(namesFor(one.says)).toEqual(one.caughtBy)
  })

  it('is caught everywhere at once, and everything it is told says where and how to mend it', () => {
    const lines = faultsIn(contradictions.flatMap(({ says }) => says)).map(
      ({ check, at, message }) => `${check}: ${at} ${message}`,
    )
    expect(lines).toMatchSnapshot()
  })

  it('is told nothing of the verdicts that its figures bear out', () => {
    expect(faultsIn([...soundVerdicts, { says: 'rule', at: 'the notes' }])).toEqual([])
  })

  it('shows every contradiction that figures can show: all of DOMAIN 13.4 but the one on the law', () => {
    expect(contradictions.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17,
    ])
    const used = new Set(contradictions.flatMap(({ caughtBy }) => caughtBy))
    expect(checks.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  })
})

describe('what is sound', () => {
  const sound: readonly [string, Statement[]][] = [
    [
      'a hidden part, where it leaves at least 1',
      [
        {
          says: 'sum',
          at: 'a',
          of: 'b',
          whole: 10,
          parts: [
            { of: 'c', n: 9 },
            { of: 'd', n: null },
          ],
        },
      ],
    ],
    ['shares that rounding took to 99', [{ says: 'split', at: 'a', of: 'b', percent: [33, 33, 33] }]],
    [
      'what was carried over',
      [{ says: 'flow', at: 'a', of: 'b', carried: 8, came: 93, ended: 91, open: 10 }],
    ],
    [
      'an average of parts, rounded',
      [
        {
          says: 'average',
          at: 'a',
          of: 'b',
          unit: 'working-days',
          average: 26.5,
          parts: [
            { n: 45, average: 31.7 },
            { n: 30, average: 18.8 },
          ],
        },
      ],
    ],
    [
      'a count alone that is most of the answer',
      [{ says: 'alone', at: 'a', of: 'b', n: 9, leftOut: [{ of: 'c', n: 2 }] }],
    ],
  ]

  it.each(sound)('is left alone: %s', (_, statements) => {
    expect(faultsIn(statements)).toEqual([])
  })
})

describe('what cannot be', () => {
  it('is a hidden part for which nothing is left', () => {
    const sum: Statement = {
      says: 'sum',
      at: 'a',
      of: 'b',
      whole: 9,
      parts: [
        { of: 'c', n: 9 },
        { of: 'd', n: null },
      ],
    }
    expect(namesFor([sum])).toEqual(['parts-and-whole'])
  })

  it('is a figure shown here and hidden there', () => {
    const counts: Statement[] = [
      { says: 'count', at: 'one table', of: 'b', n: null },
      { says: 'count', at: 'another', of: 'b', n: 3 },
    ]
    expect(faultsIn(counts)).toEqual([
      {
        check: 'counted-twice-differently',
        at: 'another',
        message: 'shows b, which is hidden in one table. Hide it in both: run npm run figures again.',
      },
    ])
  })

  it('is a verdict where nothing can be compared', () => {
    const verdict: Statement = {
      says: 'verdict',
      at: 'a',
      of: 'b',
      better: 'less',
      before: null,
      after: null,
      verdict: 'better',
    }
    expect(namesFor([verdict, { says: 'rule', at: 'c' }])).toEqual(['verdict-against-figures'])
  })
})

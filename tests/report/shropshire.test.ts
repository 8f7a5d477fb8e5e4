import { describe, expect, it } from 'vitest'
import { keysIn } from '../../src/figures/read.ts'
import { figuresSchema } from '../../src/figures/schema.ts'
import { faultsIn } from '../../src/report/checks.ts'
import { csvOf } from '../../src/report/open-data.ts'
import { saidByFigures } from '../../src/report/said-by-figures.ts'
import { workOut } from '../figures/attacker.ts'
import { notPublished, rebuilt } from './shropshire-figures.ts'

const years = ['2015-16', '2014-15'] as const
const said = (figures: ReturnType<typeof rebuilt>['figures']) =>
  csvOf(figures, (_, value) => value)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))

describe.each(years.flatMap((year) => [5, 10].map((threshold) => ({ year, threshold }))))(
  'the report of $year, rebuilt with a threshold of $threshold',
  ({ year, threshold }) => {
    const { figures, counts, hidden } = rebuilt(year, threshold)

    it('says every sound figure, or says that it is hidden', () => {
      const lines = said(figures)
      const places = [...keysIn(figures)]
      expect(lines.filter((line) => line[1] !== 'averages')).toHaveLength(places.length)
      for (const [i, { key, table, row, column }] of places.entries()) {
        const line = lines[i]!
        expect([line[1], line[5], line[8]]).toEqual([table, row, column ?? ''])
        expect([line[10], line[11]]).toEqual(
          hidden.has(key) ? ['', 'true'] : [String(counts.get(key)), 'false'],
        )
      }
      expect(lines.filter((line) => line[8] === 'mean').length).toBe(figures.averages.length)
    })

    it('says no count from 1 to one less than the threshold, and none that gives one away', () => {
      const shown = [...counts].filter(([key]) => !hidden.has(key))
      expect(shown.filter(([, n]) => n > 0 && n < threshold)).toEqual([])
      expect(hidden.size).toBeGreaterThan(0)
      expect(workOut([{ ...figures, averages: [] }])).toEqual([])
    })

    it('fits our own schema, and our checks find nothing left to contradict', () => {
      expect(figuresSchema.safeParse(figures).error).toBeUndefined()
      expect(faultsIn(saidByFigures([figures], ({ period }) => period.id))).toEqual([])
    })
  },
)

it('leaves out what contradicts itself, each by its number', () => {
  expect(notPublished.map(([, number]) => number)).toEqual([1, 2, 3, 4, 10, 12, 17])
  const { figures } = rebuilt('2015-16', 5)
  const values = said(figures).map((line) => line[10])
  for (const wrong of ['92', '13.3', '31.7', '18.8', '49']) expect(values).not.toContain(wrong)
})

it('says the small numbers that the report printed of no one: upheld in learning, children, withdrawn', () => {
  const { hidden } = rebuilt('2015-16', 5)
  for (const key of [
    'answered|outcome=upheld|period=2015-16|section=learning',
    'who|period=2015-16|who=children',
    'stage-2|outcome=withdrawn|period=2015-16',
  ])
    expect(hidden).toContain(key)
})

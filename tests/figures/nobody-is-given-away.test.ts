import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildFigures } from '../../src/figures/build.ts'
import { periodOf } from '../../src/figures/period.ts'
import { figuresSchema, type Figures } from '../../src/figures/schema.ts'
import { GivenAway } from '../../src/figures/suppress.ts'
import { Chance } from '../../src/local/demo/chance.ts'
import { workOut } from './attacker.ts'
import { randomRecord, rowsOf, smallCouncil } from './random-record.ts'

const published: Figures[] = globSync('content/annual-reports/*/figures.json')
  .sort()
  .map((file) => figuresSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))

const hiddenIn = ({ tables }: Figures) =>
  tables.flatMap(({ cells }) => cells.flat()).filter((cell) => 'hidden' in cell)

describe('the published figures', () => {
  it('hide some things and show most', () => {
    expect(published.length).toBeGreaterThan(1)
    for (const file of published) {
      const all = file.tables.flatMap(({ cells }) => cells.flat()).length
      // A quarter has only the few tables that its year has by quarter.
      expect(hiddenIn(file).length).toBeGreaterThan(file.period.id.includes('-q') ? 3 : 20)
      expect(hiddenIn(file).length / all).toBeLessThan(0.25)
    }
  })

  it('show no count from 1 up to the threshold', () => {
    for (const { tables, threshold } of published)
      for (const { id, cells } of tables)
        for (const cell of cells.flat())
          if ('n' in cell && cell.n > 0) expect(cell.n, id).toBeGreaterThanOrEqual(threshold)
  })

  it.each(published.map((file) => [file.period.id, file] as const))(
    'of %s cannot be turned back into what is hidden, each file alone',
    (_, file) => {
      expect(workOut([file])).toEqual([])
      expect(workOut([file], true)).toEqual([])
    },
  )

  it('cannot be turned back into what is hidden by taking one file from another', () => {
    expect(workOut(published)).toEqual([])
  })
})

describe('an attack on figures', () => {
  const shown = { n: 40 }
  const file = (cells: Figures['tables'][0]['cells']): Figures => ({
    version: 1,
    definitions: 1,
    threshold: 5,
    period: { id: '2025-26', from: '2025-04-01', to: '2026-03-31' },
    tables: [
      {
        id: 'list',
        counts: 'received',
        where: {},
        rows: { dimension: 'kind', values: ['complaint', 'compliment', 'all'] },
        columns: null,
        cells,
      },
    ],
    averages: [],
  })

  it('finds a figure that a total gives away', () => {
    expect(workOut([file([[shown], [{ hidden: true }], [{ n: 43 }]])])).toMatchObject([{ least: 3, most: 3 }])
  })

  it('finds figures that share too small a sum', () => {
    expect(workOut([file([[{ hidden: true }], [{ hidden: true }], [{ n: 5 }]])])).toMatchObject([
      { least: 1, most: 4 },
      { least: 1, most: 4 },
    ])
  })

  it('finds nothing where each could be one of enough', () => {
    expect(workOut([file([[{ hidden: true }], [{ hidden: true }], [{ n: 7 }]])])).toEqual([])
  })
})

describe('figures of 1,000 random records', () => {
  it.each([1, 2, 3, 4])(
    'give away no count more closely than the threshold (250 of them, seed %i)',
    (seed) => {
      const chance = new Chance(seed)
      let [hidden, refused, pairs] = [0, 0, 0]
      for (let i = 0; i < 250; i += 1) {
        const council = smallCouncil(chance, i % 4 === 0 ? 10 : 5)
        const record = randomRecord(chance, council, chance.whole(3, 32))
        const build = (id: string, others: Figures[] = []) =>
          buildFigures(rowsOf(record, periodOf(id)), periodOf(id), council, others).figures
        const files: Figures[] = []
        // Now and then the quarters, and the year before, are out already.
        const ids = i % 20 === 0 ? ['2024-25', '2025-26-q1', '2025-26-q2', '2025-26'] : ['2025-26']
        for (const id of ids) {
          try {
            files.push(build(id, files))
          } catch (error) {
            if (!(error instanceof GivenAway) || ids.length === 1) throw error
            refused += 1
          }
        }
        expect(workOut(files, false, council), `record ${i} of seed ${seed}`).toEqual([])
        hidden += files.flatMap(hiddenIn).length
        if (files.length > 1) pairs += 1
      }
      expect(hidden).toBeGreaterThan(3000)
      expect(pairs).toBe(13)
      // What is out already may leave nothing to hide behind. Then nothing is published.
      expect(refused).toBeLessThan(4)
    },
  )
})

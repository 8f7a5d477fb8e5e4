import type { Key } from '../../src/figures/keys.ts'
import { keysIn } from '../../src/figures/read.ts'
import type { Average, Figures, Table } from '../../src/figures/schema.ts'
import { sumsOf } from '../../src/figures/sums.ts'
import { suppress } from '../../src/figures/suppress.ts'

/**
 * The figures of S3 that are sound, as one of our own reports would hold them: DOMAIN 13.1 to 13.3, with what 13.4
 * says of each that the report contradicts. `other` is what its totals leave over, which it does not explain.
 */
interface Counted {
  readonly id: string
  readonly counts: string
  readonly rows: readonly [dimension: string, ...values: string[]]
  readonly columns?: readonly [dimension: string, ...values: string[]]
  readonly n: readonly (readonly number[])[]
}

const years: Readonly<Record<string, readonly Counted[]>> = {
  '2015-16': [
    {
      id: 'received-by-section-and-kind',
      counts: 'received',
      rows: ['section', 'social-care', 'learning', 'all'],
      columns: ['kind', 'statutory', 'corporate', 'compliment', 'comment', 'all'],
      n: [
        [62, 31, 36, 9, 138],
        [0, 15, 2, 1, 18],
        [62, 46, 38, 10, 156],
      ],
    },
    {
      id: 'social-care-by-month',
      counts: 'social-care',
      rows: ['month', 'june', 'january', 'october', 'november', 'other', 'all'],
      n: [[17], [17], [8], [8], [88], [138]],
    },
    {
      id: 'complaints-by-reason',
      counts: 'reasons',
      rows: ['reason', 'customer-care', 'communication', 'procedures', 'assessment', 'other', 'all'],
      n: [[19], [12], [6], [6], [50], [93]],
    },
    {
      id: 'answers-by-section-and-outcome',
      counts: 'answered',
      rows: ['section', 'social-care', 'learning', 'all'],
      // Withdrawn, or not explained: 4% of social care, and 2 of learning.
      columns: ['outcome', 'upheld', 'partly-upheld', 'not-upheld', 'other', 'all'],
      n: [
        [12, 37, 23, 3, 75],
        [2, 5, 6, 2, 15],
        [14, 42, 29, 5, 90],
      ],
    },
    {
      id: 'stage-2-by-outcome',
      counts: 'stage-2',
      rows: ['outcome', 'partly-upheld', 'withdrawn', 'open', 'all'],
      n: [[1], [1], [3], [5]],
    },
    {
      id: 'ombudsman-by-decision',
      counts: 'ombudsman',
      rows: ['decision', 'too-early', 'at-court', 'no-finding', 'fault-no-injustice', 'all'],
      n: [[1], [1], [1], [1], [4]],
    },
    {
      id: 'complaints-by-who',
      counts: 'who',
      rows: ['who', 'children', 'others', 'all'],
      n: [[3], [90], [93]],
    },
    {
      id: 'learning-by-kind',
      counts: 'learning',
      rows: ['learning', 'communication', 'service-quality', 'policy', 'none', 'all'],
      n: [[11], [2], [1], [79], [93]],
    },
    {
      id: 'actions-by-kind',
      counts: 'actions',
      rows: ['action', 'customer-care', 'training', 'apology', 'information', 'policy', 'service', 'all'],
      n: [[11], [10], [8], [5], [3], [1], [38]],
    },
  ],
  '2014-15': [
    {
      id: 'received-by-section-and-kind',
      counts: 'received',
      rows: ['section', 'learning'],
      columns: ['kind', 'corporate', 'comment', 'mp-enquiry', 'compliment', 'all'],
      n: [[15, 1, 2, 0, 18]],
    },
    {
      id: 'social-care-by-kind',
      counts: 'social-care',
      rows: ['kind', 'complaint', 'compliment'],
      n: [[97], [17]],
    },
    {
      id: 'complaints-by-reason',
      counts: 'reasons',
      rows: ['reason', 'communication', 'procedures', 'assessment'],
      n: [[32], [22], [18]],
    },
    {
      id: 'answers-by-section-and-outcome',
      counts: 'answered',
      rows: ['section', 'learning'],
      columns: ['outcome', 'upheld', 'partly-upheld', 'not-upheld', 'all'],
      n: [[7, 1, 7, 15]],
    },
    {
      id: 'stage-2-by-outcome',
      counts: 'stage-2',
      rows: ['outcome', 'investigated', 'withdrawn', 'all'],
      n: [[4], [4], [8]],
    },
  ],
}

/** Averages in working days, with how many they are of. Of those in parts the report does not say (13.4, 10). */
const averages: Readonly<Record<string, readonly [procedure: string, of: number, mean: number][]>> = {
  '2015-16': [
    ['all', 75, 26.5],
    ['learning', 15, 16.9],
  ],
  '2014-15': [['learning', 15, 21]],
}

/** What S3 prints that is not sound, or that no figure of ours is: by the number of 13.4. */
export const notPublished: readonly (readonly [what: string, number: number])[] = [
  ['92 social care complaints', 1],
  ['6 social care comments', 2],
  ['13.3 a month', 3],
  ['12 beyond stage 1', 4],
  ['31.7 and 18.8 days, of a number that is not printed', 10],
  ['2 beyond the corporate time, 3 over 25 days', 12],
  ['49, 15 and 41%, of what is not said', 17],
]

export interface Rebuilt {
  readonly figures: Figures
  readonly counts: ReadonlyMap<Key, number>
  readonly hidden: ReadonlySet<Key>
}

/** One year of S3 as figures.json would hold it. */
export function rebuilt(id: string, threshold: number): Rebuilt {
  const counted = years[id]!
  const tables: Table[] = counted.map(({ id, counts, rows, columns, n }) => ({
    id,
    counts,
    where: {},
    rows: { dimension: rows[0], values: rows.slice(1) },
    columns: columns ? { dimension: columns[0], values: columns.slice(1) } : null,
    cells: n.map((row) => row.map((n) => ({ n }))),
  }))
  const frame = { period: { id }, tables }
  const all = counted.flatMap(({ n }) => n.flat())
  const counts = new Map([...keysIn(frame)].map(({ key }, i) => [key, all[i]!]))
  const hidden = suppress(counts, sumsOf(counts.keys()), threshold)
  let next = 0
  const keys = [...keysIn(frame)].map(({ key }) => key)
  const figures: Figures = {
    version: 1,
    definitions: 1,
    threshold,
    period: { id, from: `${id.slice(0, 4)}-04-01`, to: `20${id.slice(5)}-03-31` },
    tables: tables.map((table) => ({
      ...table,
      cells: table.cells.map((row) =>
        row.map((cell) => (hidden.has(keys[next++]!) ? { hidden: true as const } : cell)),
      ),
    })),
    averages: averages[id]!.map(([procedure, of, mean]): Average => {
      const of_n = of < threshold ? ({ hidden: true } as const) : { n: of }
      const figure = of < threshold ? ({ hidden: true } as const) : { n: mean }
      // The report gives no median.
      return { of: 'respond', stage: '1', procedure, of_n, mean: figure, median: { hidden: true } }
    }),
  }
  return { figures, counts, hidden: new Set(hidden.keys()) }
}

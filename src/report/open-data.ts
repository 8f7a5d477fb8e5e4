import * as z from 'zod'
import { figuresSchema, type Figures, type Table } from '../figures/schema.ts'

/** What a value of a dimension is called, for the columns that people read. */
export type NameOf = (dimension: string, value: string) => string

/** Where the published schema is. */
export const schemaAddress = '/data/schema.json'

/** The shape of `/data/<period>.json`: the figures as they are, and where their schema is. */
const published = z.strictObject({
  $schema: z.string().describe('where this schema is'),
  ...figuresSchema.shape,
})

/**
 * `/data/<period>.json`: figures.json as it is, with the address of its schema. It holds ids, days and counts alone:
 * no text and no reference could be in it.
 */
export const jsonOf = (figures: Figures, site: string): string =>
  `${JSON.stringify({ $schema: site + schemaAddress, ...figures })}\n`

/** `/data/schema.json`, in JSON Schema’s draft 2020-12, from the schema that the build holds the figures to. */
export const jsonSchema = (site: string): string =>
  `${JSON.stringify({ $id: site + schemaAddress, ...z.toJSONSchema(published) }, null, 2)}\n`

/** The first line of every CSV file: one figure a line, with its ids and their names. */
export const heads = [
  'period',
  'table',
  'counts',
  'where',
  'row_dimension',
  'row',
  'row_name',
  'column_dimension',
  'column',
  'column_name',
  'value',
  'hidden',
] as const

/**
 * A period’s figures as CSV (RFC 4180), one figure a line: all tables and the averages, or one table. A hidden
 * figure has no value, and `true` under `hidden`. Names are in one language; everything else is ids.
 */
export function csvOf(figures: Figures, nameOf: NameOf, table?: string): string {
  const tables = figures.tables.filter(({ id }) => table === undefined || id === table)
  const lines = [
    ...tables.flatMap((each) => linesOf(each, figures, nameOf)),
    ...(table === undefined ? averageLines(figures, nameOf) : []),
  ]
  return [heads, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('')
}

function linesOf({ id, counts, where, rows, columns, cells }: Table, { period }: Figures, nameOf: NameOf) {
  const place = Object.entries(where)
    .map(([dimension, value]) => `${dimension}=${value}`)
    .join(';')
  return rows.values.flatMap((row, i) =>
    (columns?.values ?? ['']).map((column, j) => {
      const cell = cells[i]![j]!
      return [
        period.id,
        id,
        counts,
        place,
        rows.dimension,
        row,
        nameOf(rows.dimension, row),
        columns?.dimension ?? '',
        column,
        columns ? nameOf(columns.dimension, column) : '',
        'n' in cell ? String(cell.n) : '',
        String('hidden' in cell),
      ]
    }),
  )
}

const averageLines = ({ averages, period }: Figures, nameOf: NameOf) =>
  averages.flatMap(({ of, stage, procedure, ...values }) =>
    (['of_n', 'mean', 'median'] as const).flatMap((column) => {
      const cell = values[column]
      // How many acknowledgements an average is of is not published.
      if (cell === null) return []
      return [
        [
          period.id,
          'averages',
          of,
          `stage=${stage}`,
          'procedure',
          procedure,
          nameOf('procedure', procedure),
          'average',
          column,
          nameOf('average', column),
          'n' in cell ? String(cell.n) : '',
          String('hidden' in cell),
        ],
      ]
    }),
  )

/** A field in quotation marks where it needs them. None can begin a formula: ids and names start with a letter. */
const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

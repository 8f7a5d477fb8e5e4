import * as z from 'zod'

/**
 * One figure. `hidden` stands for a count that is at least 1 and is not published; a count of 0 is always shown.
 */
const cell = z.union([z.strictObject({ n: z.number().min(0) }), z.strictObject({ hidden: z.literal(true) })])
export type Cell = z.infer<typeof cell>

/** A list of values of one dimension. `all` is their total, and always the last. */
const axis = z.strictObject({
  /** What the values are: see `dimensions` in dimensions.ts, which says where the name of each is found. */
  dimension: z.string(),
  values: z.array(z.string()).min(1),
})

/** A table of counts. Where a row or column `all` is there, the others add up to it. */
const table = z
  .strictObject({
    /** Stable: pages ask for a table by it. */
    id: z.string(),
    /** What one of its counts is a count of: see `counted` in definitions.ts. */
    counts: z.string(),
    /** What all its counts have in common, by dimension: `{ "kind": "complaint" }`. */
    where: z.record(z.string(), z.string()),
    rows: axis,
    /** Null for a list: each row then has one cell. */
    columns: axis.nullable(),
    /** By row, then by column. */
    cells: z.array(z.array(cell)),
  })
  .refine(
    ({ rows, columns, cells }) =>
      cells.length === rows.values.length &&
      cells.every((row) => row.length === (columns?.values.length ?? 1)),
    'its cells do not fit its rows and columns',
  )
export type Table = z.infer<typeof table>

/** How long something took, in working days, for one stage and one procedure (or `all`). */
const average = z.strictObject({
  /** `acknowledge`: asked for to acknowledged. `respond`: asked for to answered. */
  of: z.enum(['acknowledge', 'respond']),
  stage: z.string(),
  procedure: z.string(),
  /**
   * How many replies it is of; the same figure stands in a table. Null for acknowledgements: all those that had
   * gone by the last day, and how many had not gone is not published.
   */
  of_n: cell.nullable(),
  /** To one decimal. */
  mean: cell,
  /** To a half. */
  median: cell,
})
export type Average = z.infer<typeof average>

/**
 * `content/annual-reports/<period>/figures.json`: every figure that is published of a period, and none that is
 * not. `npm run figures -- 2025-26` writes it. No percentage is in it: work it out with `share` (read.ts), which
 * gives none where the figures it needs are hidden.
 */
export const figuresSchema = z.strictObject({
  /** Of this shape. */
  version: z.literal(1),
  /** Of the rules by which things were counted: definitions.ts. Figures of two versions are not compared. */
  definitions: z.int().min(1),
  /** Counts from 1 to one less than this are hidden, and what would give them away. */
  threshold: z.int().min(2),
  period: z.strictObject({
    /** `2025-26`, or `2025-26-q3`. */
    id: z.string(),
    /** First and last day, in London. */
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  tables: z.array(table),
  averages: z.array(average),
})
export type Figures = z.infer<typeof figuresSchema>

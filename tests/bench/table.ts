/** One line of the report: what was measured, what came out, and the limit it is held to, if it has one. */
export interface Row {
  readonly what: string
  readonly value: string
  readonly limit?: string
}

/** The middle one; of an even number, the lower of the two. */
export const median = (values: readonly number[]): number => percentile(values, 50)

/** The smallest value that at least this share of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

/** All rows as one table of three columns, under its headings. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['What', 'Measured', 'Limit'],
    ...rows.map(({ what, value, limit = '' }) => [what, value, limit]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]!.length)))
  const written = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [written[0], rule, ...written.slice(1)].join('\n')
}

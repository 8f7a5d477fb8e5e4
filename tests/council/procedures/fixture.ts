import type { Procedure } from '../../../src/council/council.ts'

/** One of the procedures of DOMAIN 1.2 and 1.3, and the days it gives. */
export interface Fixture {
  readonly procedure: Procedure
  /**
   * By stage, a table whose first line names its columns: the day it starts (received, or asked for), then what
   * `datesOn` calls by these names. The days are DOMAIN 8.3's vectors; where it has none, the count stands at the
   * end of the line: each run of working days with how many there are by then, and the bank holidays between.
   */
  readonly dates: Readonly<Record<string, string>>
}

/** One day that a fixture expects: for a stage begun on `start`, what is due `by`. */
export interface Expected {
  readonly stage: string
  readonly start: string
  readonly what: string
  readonly by: string
}

/** Every day that a fixture's tables hold. */
export function expectedIn({ dates }: Fixture): Expected[] {
  return Object.entries(dates).flatMap(([stage, table]) => {
    const [head = '', ...rows] = table.trim().split('\n')
    const columns = head.trim().split(/\s+/).slice(1)
    return rows.flatMap((row) => {
      const [start = '', ...days] = row.match(/\d{4}-\d\d-\d\d/g) ?? []
      if (days.length !== columns.length) throw new Error(`${stage}: a row does not fit its columns: ${row}`)
      return columns.map((what, i) => ({ stage, start, what, by: days[i] ?? '' }))
    })
  })
}

export const words = (text: string) => ({ en: text })

/** A clock of working days. */
export const workingDays = <From extends string>(within: number, from: From) =>
  ({ within, unit: 'working-days', from }) as const

export const moreWorkingDays = (upTo: number) => ({ upTo, unit: 'working-days' }) as const

/** What stages beyond the first all say, unless they say otherwise. */
export const asked = { newDecider: true, reasons: 'invited' } as const

export const read = (source: string) => ({ source, checked: '2026-11-21' })

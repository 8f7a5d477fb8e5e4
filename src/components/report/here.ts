import type { Figures } from '../../figures/schema.ts'
import { compare, type Scope } from '../../report/measures.ts'
import { quartersIn, yearsIn, type Year } from '../../report/load.ts'
import { addressOf, yearBefore } from '../../report/pages.ts'
import type { Value } from '../../report/verdict.ts'
import { reportEdition, type ReportEdition } from './report-words.ts'

/** Every year that has a report, the newest first, and every quarter. */
export const years = yearsIn()
export const quarters = quartersIn()

/** The figures of every period. */
export const published: readonly Figures[] = [...years.map(({ figures }) => figures), ...quarters]

/** The report that a page belongs to, told by its address, in that page's language. */
export interface Here extends ReportEdition {
  readonly year: Year
  /** The figures of the year before, where it has a report. */
  readonly before: Figures | null
  /** A measure held against the year before. */
  readonly compared: (measure: string, scope?: Scope) => ReturnType<typeof compare>
  /** A value beside its name: “66%”, “12”. */
  readonly valued: (value: Value | null) => string
}

/** The report that a page belongs to. Throws for an address that is not a report's. */
export function reportAt(url: { pathname: string }): Here {
  const id = /\/annual-report\/(\d{4}-\d{2})\//.exec(url.pathname)?.[1]
  const year = years.find((each) => each.id === id)
  if (!year) throw new Error(`There is no report at ${url.pathname}.`)
  return reportOf(year, reportEdition(url))
}

/** One year’s report in one edition. */
export function reportOf(year: Year, here: ReportEdition): Here {
  const before = years.find(({ id }) => id === yearBefore(year.id))?.figures ?? null
  return {
    ...here,
    year,
    before,
    compared: (measure, scope) => compare(measure, year.figures, before, scope),
    valued: (value) => valued(value, here),
  }
}

/** A value beside its measure’s name, which says of what it is: “66%”, “12”; “cannot say” where it is not known. */
export function valued(value: Value | null, { r, number }: ReportEdition): string {
  if (value === null) return r('report.unknown')
  if (value.unit === 'share') return r('report.value.share', { n: number(Math.round(value.n * 100)) })
  return number(value.n)
}

/** Where it is said why figures are hidden: the notes of the year that a period is in, or of the newest report. */
export const notesOf = (period: string): string =>
  addressOf(years.find(({ id }) => period.startsWith(id))?.id ?? years[0]!.id, 'notes')

import { council, type Text } from '../../council/council.ts'
import { isMonth } from '../../figures/period.ts'
import { dayInWords, locale } from '../../words/dates.ts'
import type { ReportEdition } from './report-words.ts'

interface Named {
  readonly id: string
  readonly name: Text
}

/** Dimensions whose values council.json names. */
const lists: Readonly<Record<string, readonly Named[]>> = {
  procedure: council.procedures,
  service: council.services,
  reason: council.categories.reasons,
  refusal: council.categories.refusals,
  channel: council.categories.channels,
  learning: council.categories.learning,
  action: council.categories.actions,
  ombudsman: council.ombudsmen,
  decision: council.categories.ombudsmanDecisions,
}

/** What a value of a dimension is called, on pages and in downloads. */
export function nameOf(dimension: string, value: string, here: ReportEdition): string {
  const { r, say, language } = here
  if (value === 'all') return r('report.all')
  if (dimension === 'line') return nameOf('service', value.slice(value.indexOf('/') + 1), here)
  if (dimension === 'period') return nameOfPeriod(value, here)
  if (dimension === 'on') return dayInWords(value, language)
  if (dimension === 'average') return r(`report.averages.${value === 'of_n' ? 'of' : value}`)
  if (dimension === 'stage') return r('report.stage', { number: value })
  const found = lists[dimension]?.find(({ id }) => id === value)
  if (found) return say(found.name)
  // What the record holds beside the council's lists.
  if (dimension in lists) return r(value === 'none' ? 'report.none' : 'report.not-recorded')
  return value === 'not-recorded' ? r('report.not-recorded') : r(`report.values.${dimension}.${value}`)
}

/** “April”, “April to June”, or “2025 to 2026”. */
export function nameOfPeriod(period: string, { r, language }: ReportEdition): string {
  if (isMonth(period)) {
    const month = new Intl.DateTimeFormat(locale(language), { month: 'long', timeZone: 'UTC' })
    return month.format(new Date(`${period}-01T00:00:00Z`))
  }
  const quarter = /-q(\d)$/.exec(period)?.[1]
  if (quarter) return r(`report.quarters.${quarter}`)
  return r('report.year', { from: period.slice(0, 4), to: `20${period.slice(5, 7)}` })
}

/** A quarter by its months and its calendar year: “October to December 2025”. */
export const quarterInWords = (period: string, here: ReportEdition): string =>
  here.r('report.quarter', {
    months: nameOfPeriod(period, here),
    year: period.endsWith('-q4') ? `20${period.slice(5, 7)}` : period.slice(0, 4),
  })

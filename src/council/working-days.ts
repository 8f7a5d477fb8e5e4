import type { Text } from './schema/kinds.ts'
import json from '../../content/bank-holidays.json' with { type: 'json' }

/** A day in London as 'YYYY-MM-DD'. Days in this form sort and compare as text. */
export type Day = string

const bankHolidays: ReadonlySet<Day> = new Set(json.days.map(({ date }) => date))

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day it is in London at an instant, summer time included. Throws a RangeError for an invalid Date. */
export function londonDay(instant: Date): Day {
  const parts = new Map(inLondon.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

/**
 * True from Monday to Friday, bank holidays in England apart.
 *
 * Days when a council chooses to close are working days all the same (DOMAIN 8.1). After the last year listed in
 * content/bank-holidays.json only weekends are left out: that promises a reply a day too early, never too late.
 */
export function isWorkingDay(day: Day): boolean {
  const weekday = midnight(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(day)
}

/**
 * The nth working day after a day, which is itself day 0 whatever the hour and whether or not it is a working
 * day (DOMAIN 8.1). For n = 0 it is the day itself. Throws a RangeError unless n is a whole number from 0.
 */
export function addWorkingDays(day: Day, n: number): Day {
  mustCount(n)
  let reached = addDays(day, 0)
  for (let left = n; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

/**
 * How many working days there are after `start` and up to `end`: 0 where `end` is not later. The count that
 * `addWorkingDays` turns round.
 */
export function workingDaysBetween(start: Day, end: Day): number {
  let counted = 0
  for (let day = addDays(start, 0); day < end;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) counted += 1
  }
  return counted
}

/** The nth calendar day after a day, weekends and bank holidays counted. Throws a RangeError unless n is a whole number from 0. */
export function addDays(day: Day, n: number): Day {
  mustCount(n)
  const date = midnight(day)
  date.setUTCDate(date.getUTCDate() + n)
  return date.toISOString().slice(0, 10)
}

/**
 * The day with the same number n months later, or the last of that month where it has none (31 August and
 * six months: 28 February). Throws a RangeError unless n is a whole number from 0.
 */
export function addMonths(day: Day, n: number): Day {
  mustCount(n)
  const date = midnight(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + n)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

/** The day before a day. */
export function dayBefore(day: Day): Day {
  const date = midnight(day)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** A day that a count of working days passes over, and why: `holiday` is its id in content/bank-holidays.json. */
export type PassedOver =
  | { readonly day: Day; readonly why: 'weekend' }
  | { readonly day: Day; readonly why: 'holiday'; readonly holiday: string; readonly substitute: boolean }

/** The days after `start` and up to `end` that are not working days, in order. */
export function passedOver(start: Day, end: Day): PassedOver[] {
  const found: PassedOver[] = []
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
    const holiday = json.days.find(({ date }) => date === day)
    if (holiday) {
      const { holiday: id, substitute = false } = holiday
      found.push({ day, why: 'holiday', holiday: id, substitute })
    } else if (!isWorkingDay(day)) found.push({ day, why: 'weekend' })
  }
  return found
}

/** The name of a bank holiday by its id. */
export const holidayNames: ReadonlyMap<string, Text> = new Map(json.names.map(({ id, name }) => [id, name]))

/** The first and last day whose bank holidays are known. */
export const holidaysKnown = { from: `${json.days[0]?.date.slice(0, 4)}-01-01`, to: json.completeTo }

/** Days are counted at midnight UTC, where none is 23 or 25 hours long. */
function midnight(day: Day): Date {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`Not a day: ${JSON.stringify(day)}`)
  }
  return date
}

function mustCount(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of days: ${n}`)
}

/**
 * What to tell the council when the list of bank holidays ends within 12 months of a day, or null while it is
 * long enough: a reply promised now may fall in a year whose bank holidays are not listed.
 */
export function bankHolidayWarning(today: Day, completeTo: Day = json.completeTo): string | null {
  const aYearOn = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  if (completeTo >= aYearOn) return null
  return `content/bank-holidays.json: completeTo is ${completeTo}, less than 12 months away. Add the next year's bank holidays from the Government's calendar.`
}

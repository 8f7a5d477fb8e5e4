import * as z from 'zod'
import { day, identifier, text } from './schema/kinds.ts'

/** England has eight bank holidays in an ordinary year, so a year with fewer has lost one. */
const inAYear = 8

/** The keys of content/bank-holidays.json, each with what it is for. */
export const bankHolidaysShape = z.strictObject({
  source: z
    .string()
    .trim()
    .min(1, 'is empty. Say where the days were read.')
    .describe('where the days were read'),
  checked: day('the day someone last compared the list with its source'),
  completeTo: day(
    'the last day that the source covers, the end of a year; later days may be listed as they are proclaimed',
  ),
  names: z
    .array(
      z
        .strictObject({
          id: identifier('the short name that the days below use'),
          name: text('the name of the holiday'),
        })
        .describe('a holiday'),
    )
    .describe('the holidays by name'),
  days: z
    .array(
      z
        .strictObject({
          date: day('the day off work'),
          holiday: z.string().describe('the id of the holiday, from names'),
          substitute: z
            .literal(true)
            .optional()
            .describe('true where this weekday stands in for a holiday that falls on a weekend'),
        })
        .describe('one bank holiday'),
    )
    .min(1, 'is empty. Write the bank holidays, or every one would count as a working day.')
    .describe('every bank holiday in England, in order'),
})

/** content/bank-holidays.json, once it has been checked. */
export type BankHolidays = z.infer<typeof bankHolidaysShape>

/** The shape of content/bank-holidays.json, and what would make a date wrong without a word. */
export const bankHolidaysSchema = bankHolidaysShape.superRefine((list, context) => {
  const wrong = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  const names = list.names.map(({ id }) => id)
  for (const [i, { date, holiday }] of list.days.entries()) {
    const before = list.days[i - 1]?.date
    if (before !== undefined && date <= before) {
      wrong(
        ['days', i, 'date'],
        `is "${date}", which does not come after ${before}. Put the days in order, each once.`,
      )
    }
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
    if (weekday === 0 || weekday === 6) {
      wrong(['days', i, 'date'], `is "${date}", which is a weekend. Write the weekday that stands in for it.`)
    }
    if (!names.includes(holiday)) {
      wrong(
        ['days', i, 'holiday'],
        `is "${holiday}", which is not in names. Write one of: ${names.join(', ')}.`,
      )
    }
  }
  if (!list.completeTo.endsWith('-12-31')) {
    wrong(
      ['completeTo'],
      `is "${list.completeTo}", which is not the end of a year. Write the last 31 December covered.`,
    )
  }
  const first = Number(list.days[0]?.date.slice(0, 4))
  for (let year = first; year <= Number(list.completeTo.slice(0, 4)); year += 1) {
    const found = list.days.filter(({ date }) => date.startsWith(`${year}-`)).length
    if (found < inAYear)
      wrong(['days'], `has ${found} days in ${year}, and England has ${inAYear}. Add what is missing.`)
  }
})

import * as z from 'zod'
import { count } from './kinds.ts'

/**
 * How days are counted. Working days leave out weekends and England's bank holidays (DOMAIN 8.1); calendar
 * days count every day, as the law on data protection complaints does.
 */
export const unit = z.enum(['working-days', 'calendar-days']).describe('working-days or calendar-days')

const includesFirstDay = z
  .literal(true)
  .optional()
  .describe('true where the day it starts is day 1; leave it out where the day after is')

/** A time that something may take at the longest: how many days, of which kind, and the day that starts it. */
export const clock = <const From extends readonly [string, ...string[]]>(from: From, description: string) =>
  z.strictObject({
    within: count('how many days'),
    unit,
    includesFirstDay,
    from: z.enum(from).describe(description),
  })

/** The longest that every stage together may take. Months end on the day with the same number, or the month's last. */
export const total = z
  .strictObject({
    within: count('how many days or months'),
    unit: z
      .enum(['working-days', 'calendar-days', 'months'])
      .describe('working-days, calendar-days or months'),
    includesFirstDay,
    from: z.literal('receipt').describe('receipt: the day the complaint comes'),
  })
  .describe('the longest that all the stages together may take; leave it out where the rules set no total')

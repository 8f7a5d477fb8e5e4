import * as z from 'zod'
import { count } from './kinds.ts'

const years = (least: number, why: string, description: string) =>
  z
    .int('is not a whole number. Write digits alone, without quotation marks.')
    .min(least, `is less than ${least}, so ${why}. Write ${least}, or more.`)
    .max(100, 'is more than 100. Write 100, or less.')
    .describe(description)

// The Ombudsman takes complaints for a year, and later where there is a reason (DOMAIN 1.6).
const asked = 'the Ombudsman could ask for a complaint that is gone'

/** How long things are kept (DOMAIN 6: councils keep complaints from 2 to 6 years after closing). */
export const retention = z
  .strictObject({
    complaintYears: years(2, asked, 'how many years a complaint is kept after it is closed'),
    procedureYears: z
      .record(z.string(), years(2, asked, 'how many years complaints of this procedure are kept'))
      .describe(
        'the procedures whose complaints are kept for another number of years, by their ids; {} where none are',
      ),
    fileYears: years(
      2,
      asked,
      'how many years the files that came with a complaint are kept after it is closed: no longer than the complaint',
    ),
    requestYears: count('how many years a request for service is kept after it came'),
    feedbackYears: count('how many years a compliment or comment is kept after it came'),
    surveyYears: count('how many years answers about how we dealt with complaints are kept'),
    equalityYears: count('how many years answers that people give about themselves are kept'),
    auditYears: years(
      3,
      'what was deleted could not be told from a copy that is restored',
      'how many years the list of what was done with each complaint, and by whom, is kept: longer than any complaint',
    ),
    draftDays: z
      .int('is not a whole number. Write digits alone, without quotation marks.')
      .min(
        7,
        'is less than 7, so somebody who saves to finish later would hardly come back in time. Write 7, or more.',
      )
      .max(90, 'is more than 90. Write 90, or less: the database keeps no saved answers longer.')
      .describe('for how many days answers that somebody saved to finish later are kept'),
  })
  .describe('how long things are kept')

import * as z from 'zod'
import { count, identifier, text } from './kinds.ts'
import { unit } from './clocks.ts'

const within = (description: string) =>
  z.strictObject({ within: count('how many days'), unit }).describe(description)

const format = z
  .strictObject({
    id: identifier(
      'its short name in data; where the form offers it too, the same as there, such as large-print',
    ),
    name: text('its name'),
    about: text('what it is like and what the team needs to know to get it right, in whole sentences'),
    ready: within('the longest it takes once the team knows what is needed')
      .nullable()
      .describe('the longest it takes once the team knows what is needed, or null where a day is agreed'),
  })
  .describe('one form or language that people can ask for')

/** What people can have anything in, and how soon (DOMAIN 7.3). */
export const formats = z
  .strictObject({
    contactWithin: within('how soon the team gets in touch with someone who asks for a format'),
    offered: z
      .array(format)
      .min(1, 'is empty. Write at least large print.')
      .describe('the forms and languages that people can ask for, in the order they are shown'),
  })
  .describe('what people can ask to have their letters and this site’s pages in')

import * as z from 'zod'
import { count, identifier, page, text } from './kinds.ts'
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

const ownFile = (description: string, kind: string, example: string) =>
  z
    .string()
    .regex(
      new RegExp(`^/[a-z0-9/_-]+(\\.[a-z-]+)?\\.${kind}$`),
      `is not a ${kind} file of this site. Put the file into public/ and write its address, such as ${example}.`,
    )
    .describe(description)

const signed = z
  .strictObject({
    title: text('what is signed'),
    page: page('the page that says the same in words'),
    video: ownFile(
      'the film, served by this site so that nobody else learns who watches',
      'mp4',
      '/bsl/how-to-complain.mp4',
    ),
    captions: ownFile('its captions in English, as WebVTT', 'vtt', '/bsl/how-to-complain.vtt'),
    transcript: z
      .array(text('a paragraph of what is signed'))
      .min(1, 'is empty. Write what is signed, a paragraph each.')
      .describe('what is signed, in words'),
  })
  .describe('one film in British Sign Language')

/** What people can have anything in, and how soon (DOMAIN 7.3). */
export const formats = z
  .strictObject({
    contactWithin: within('how soon the team gets in touch with someone who asks for a format'),
    offered: z
      .array(format)
      .min(1, 'is empty. Write at least large print.')
      .describe('the forms and languages that people can ask for, in the order they are shown'),
    signed: z
      .array(signed)
      .describe(
        'guidance in British Sign Language, in the order it is shown; an empty list where there is none yet',
      ),
  })
  .describe('what people can ask to have their letters and this site’s pages in')

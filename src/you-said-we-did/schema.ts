import * as z from 'zod'
import { day } from '../council/schema/kinds.ts'

const words = (description: string) =>
  z.string().trim().min(1, 'is empty. Write the words.').describe(description)

/** Words of a few sentences; an empty line starts a new paragraph. */
const paragraphs = words

const pictureFile = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\.svg$/, {
    error: 'is not the name of a drawing. Write one such as bins.svg, from content/you-said-we-did/pictures.',
    abort: true,
  })
  .describe('the drawing’s file in content/you-said-we-did/pictures, such as bins.svg')

const picture = z
  .strictObject({
    file: pictureFile,
    alt: z.string().trim().describe('what the drawing shows, for people who cannot see it'),
  })
  .describe('a drawing beside the words, or leave it out')

const easyReadLine = z
  .strictObject({
    say: words('one idea in one short sentence'),
    // Easy Read has a picture beside each idea (DOMAIN 7.4).
    picture: pictureFile,
  })
  .describe('one idea and its drawing')

/** How far a change is. The pages say each in words of their own. */
export const statuses = ['done', 'under-way', 'cannot'] as const

/** Keys that a translation repeats from the entry in the first language. */
export const sharedKeys = [
  'service',
  'date',
  'status',
  'learning',
  'draft',
  'publishOn',
  'picture.file',
] as const

/**
 * One entry of “You said, we did”: content/you-said-we-did/<language>/<slug>.json. The slug is its address, and the
 * same in every language.
 */
export const entryShape = z.strictObject({
  title: words('what changed, in a few words: the page’s heading').max(
    90,
    'is longer than 90 characters. Say it in fewer words.',
  ),
  told: paragraphs('what people told us; an empty line starts a new paragraph'),
  changed: paragraphs('what we changed or are changing; where we cannot, why; paragraphs as above'),
  service: z.string().describe('the id of a service in council.json'),
  date: day('the day that the change was made, begun or turned down'),
  status: z
    .enum(statuses)
    .describe('done: it has changed; under-way: we are changing it; cannot: we cannot, and say why'),
  learning: z.string().describe('the id of what we learned, in content/learning.json'),
  draft: z.boolean().describe('true keeps it off the site; false lets it out'),
  publishOn: day('the day it goes on the site; leave it out to publish at once').optional(),
  namesChecked: z
    .array(words('words that look like a name, exactly as they stand in the entry'))
    .optional()
    .describe('words that look like a person’s name, once someone has made sure that they are none'),
  picture: picture.optional(),
  easyRead: z
    .array(easyReadLine)
    .min(1, 'is empty. Write the first line, or leave the key out.')
    .optional()
    .describe('the Easy Read version, one idea after another'),
})

/** One entry as its file holds it. */
export type Entry = z.infer<typeof entryShape>
export type Status = (typeof statuses)[number]

import * as z from 'zod'
import { contrast, leastContrast, lightGround } from '../contrast.ts'

/** Words that a person reads, by language tag: `{ "en": "Bins and recycling" }`. */
export type Text = Record<string, string>

const texts = new WeakSet<z.ZodType>()

/** A map of words by language. Which languages it must have is known only to the whole file: see contradictions. */
export function text(description: string) {
  const schema = z
    .record(z.string(), z.string().trim().min(1, 'is empty. Write the words, or take the language out.'))
    .describe(description)
  texts.add(schema)
  return schema
}

/** True for the schemas that `text` made, so that a walk over the file can find every word a person reads. */
export const isText = (schema: z.ZodType): boolean => texts.has(schema)

/** A short name used in data and in addresses. It is kept for ever in records, so renaming one loses its history. */
export const identifier = (description: string) =>
  z
    .string()
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      'is not an id. Use small letters, digits and single hyphens, such as council-tax.',
    )
    .describe(description)

/** A phone number as people read it: digits and spaces, with or without +44. Text relay's 18001 may lead it. */
export const phone = (description: string) =>
  z
    .string()
    .regex(
      /^\+?[0-9]+( [0-9]+)*$/,
      'is not a phone number. Write digits and single spaces, such as 01632 960100.',
    )
    .min(8, 'is too short for a phone number. Write the whole number with its area code.')
    .describe(description)

export const email = (description: string) =>
  z.email('is not an email address. Write one such as complaints@example.org.').describe(description)

/** An address on the web that a page links to. */
export const website = (description: string) =>
  z
    .url({
      protocol: /^https$/,
      error: 'is not a web address that starts with https://. Write the whole address.',
    })
    .describe(description)

/** The address of one of this site's own pages, without the slashes at its ends: the same in every edition. */
export const page = (description: string) =>
  z
    .string()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/,
      'is not the address of a page here. Leave out the slashes at the ends, as in urgent-help.',
    )
    .describe(description)

/** A colour that text can have on the lightest ground; what text can have, a control's edge can too. */
export const colour = (description: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, {
      error: 'is not a colour. Write a hash and six digits from 0 to f, such as #0b4f56.',
      abort: true,
    })
    .refine((written) => contrast(written, lightGround) >= leastContrast.text, { error: tooPale })
    .describe(description)

const tooPale = ({ input }: { input: unknown }) =>
  `is "${input}", which is too pale: its contrast with white is ${contrast(String(input), lightGround).toFixed(1)} to 1, ` +
  `and text needs ${leastContrast.text} to 1. Write a darker colour.`

/** The lines of a postal address, in the order they go on an envelope. */
export const post = (description: string) =>
  z
    .array(z.string().trim().min(1, 'is an empty line. Take it out.'))
    .min(2, 'is too short for an address. Write one string for each line.')
    .describe(description)

/** A day that exists, as YYYY-MM-DD. */
export const day = (description: string) =>
  z.iso.date('is not a day. Write the year, month and day, such as 2026-12-08.').describe(description)

/** A number of days, months or years, at least one. */
export const count = (description: string) =>
  z
    .int('is not a whole number. Write digits alone, without quotation marks.')
    .min(1, 'is less than 1. Write a whole number from 1.')
    .describe(description)

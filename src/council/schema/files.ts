import * as z from 'zod'

const whole = 'is not a whole number. Write digits alone, without quotation marks.'

/** Every media type that the portal knows how to check: what it does with each is in src/files. */
export const knownTypes = [
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/webp',
  'image/gif',
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
  'audio/mp4',
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'video/mp4',
  'video/quicktime',
  'video/webm',
] as const

/** The files that people may send with what they write. */
export const files = z
  .strictObject({
    most: z
      .int(whole)
      .min(1, 'is less than 1. Write 1, or more.')
      .max(10, 'is more than 10. Write 10, or less.')
      .describe('how many files somebody may send at once'),
    // Storage takes 20 MB, and a function opens a whole file in memory.
    megabytes: z
      .int(whole)
      .min(1, 'is less than 1. Write 1, or more.')
      .max(10, 'is more than 10. Write 10, or less.')
      .describe('how large each may be, in megabytes of 1,000,000 bytes'),
    types: z
      .array(
        z.enum(knownTypes, {
          error: ({ input }) => `is "${String(input)}". Write one of these: ${knownTypes.join(', ')}.`,
        }),
      )
      .min(1, 'is empty. Write at least one type, such as image/jpeg.')
      .describe('what kinds are taken, as media types; a file’s kind is read from its bytes, not its name'),
  })
  .describe('the files that people may send')

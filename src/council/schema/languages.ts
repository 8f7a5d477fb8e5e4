import * as z from 'zod'

export const language = z
  .strictObject({
    tag: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
        error: 'is not a language tag. Write one such as en, pl or en-simple.',
        // Every text would seem to lack words in a language that is only misspelt.
        abort: true,
      })
      .describe('the BCP 47 tag of the edition, such as en; en-simple is Easy Read'),
    path: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'is not a word for an address. Write small letters, digits and hyphens.')
      .optional()
      .describe('what its addresses start with, where that is not its tag, such as easy-read'),
    name: z
      .string()
      .trim()
      .min(1, 'is empty. Write the name.')
      .describe('the language’s own name for itself'),
    dir: z.enum(['ltr', 'rtl']).describe('the way the script runs: ltr or rtl'),
    status: z
      .enum(['draft', 'published'])
      .describe('published editions are built and must be complete; drafts may have gaps'),
    without: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'is not the address of a page. Write one such as help.'),
      )
      .optional()
      .describe(
        'for a shorter edition: the pages of guidance that it does not have, to which it links in English',
      ),
  })
  .describe('one edition of the site')

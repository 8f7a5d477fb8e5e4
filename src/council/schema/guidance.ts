import * as z from 'zod'

const words = (description: string) => z.string().min(1).describe(description)

/** What stands above a page of guidance: content/pages/<language>/<address>.mdx. `{council}` stands for the council’s name. */
export const guidanceShape = z.strictObject({
  title: words(
    'the page’s name, in its title and its first heading; {council} stands for the council’s name',
  ),
  description: words('one sentence for search engines and shared links').max(200),
  lead: words('the first sentence or two, set larger'),
  also: z
    .array(words('a word or two'))
    .default([])
    .describe('other words that people look for it by, for the A to Z; not its title again'),
  contents: z.boolean().default(false).describe('true on a long page: a list of its parts comes first'),
  checked: z
    .date()
    .transform((date) => date.toISOString().slice(0, 10))
    .optional()
    .describe('the day someone last checked that the page is true, shown at its end'),
})

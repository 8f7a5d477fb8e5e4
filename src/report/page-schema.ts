import * as z from 'zod'

/** What stands above a page of a year's report: content/annual-reports/<year>/<language>/<page>.mdx. */
export const reportPageShape = z.strictObject({
  title: z
    .string()
    .min(1)
    .describe('the page’s name; {year} stands for “2025 to 2026”, {council} for the council’s name'),
  description: z.string().min(1).max(200).describe('one sentence for search engines and shared links'),
  lead: z.string().min(1).describe('the first sentence or two, set larger'),
})

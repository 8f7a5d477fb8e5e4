import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { glob } from 'astro/loaders'

/** Guidance, one file a page: content/pages/<language>/<address>.mdx; home.mdx is the edition's start. */
const pages = defineCollection({
  loader: glob({ pattern: '**/*.mdx', base: './content/pages' }),
  schema: z.strictObject({
    /** The page's name, in its title and its first heading. `{council}` stands for the council's name. */
    title: z.string().min(1),
    /** One sentence for search engines and shared links. `{council}` as above. */
    description: z.string().min(1).max(200),
    /** The first sentence or two, set larger. `{council}` as above. */
    lead: z.string().min(1),
    /** Other words that people look for it by, for the A to Z: `Advocates`. Not its title again. */
    also: z.array(z.string().min(1)).default([]),
    /** True on a long page: a list of its parts comes first. */
    contents: z.boolean().default(false),
    /** The day someone last checked that the page is true: YYYY-MM-DD. Shown at the end where given. */
    checked: z
      .date()
      .transform((date) => date.toISOString().slice(0, 10))
      .optional(),
  }),
})

/** The words of a year's report, one file a page: content/annual-reports/<year>/<language>/<page>.mdx. */
const reports = defineCollection({
  loader: glob({ pattern: '*/*/*.mdx', base: './content/annual-reports' }),
  schema: z.strictObject({
    /** The page's name. `{year}` stands for “2025 to 2026”, `{council}` for the council's name. */
    title: z.string().min(1),
    /** One sentence for search engines and shared links. */
    description: z.string().min(1).max(200),
    /** The first sentence or two, set larger. */
    lead: z.string().min(1),
  }),
})

export const collections = { pages, reports }

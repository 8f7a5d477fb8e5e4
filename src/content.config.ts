import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { guidanceShape } from './council/schema/guidance.ts'

/** Guidance, one file a page: content/pages/<language>/<address>.mdx; home.mdx is the edition's start. */
const pages = defineCollection({
  loader: glob({ pattern: '**/*.mdx', base: './content/pages' }),
  schema: guidanceShape,
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

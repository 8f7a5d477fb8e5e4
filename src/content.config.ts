import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { guidanceShape } from './council/schema/guidance.ts'
import { reportPageShape } from './report/page-schema.ts'

/** Guidance, one file a page: content/pages/<language>/<address>.mdx; home.mdx is the edition's start. */
const pages = defineCollection({
  loader: glob({ pattern: '**/*.mdx', base: './content/pages' }),
  schema: guidanceShape,
})

/** The words of a year's report, one file a page: content/annual-reports/<year>/<language>/<page>.mdx. */
const reports = defineCollection({
  loader: glob({ pattern: '*/*/*.mdx', base: './content/annual-reports' }),
  schema: reportPageShape,
})

export const collections = { pages, reports }

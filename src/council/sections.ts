import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { published, routeOf, type Language } from './editions.ts'

/** Parts of the site that an edition has only where somebody has written them in it: these change all the time. */
export const sections = ['annual-report', 'data', 'you-said-we-did'] as const
export type Section = (typeof sections)[number]

/** Whether an edition has a part of its own. `folder` is content/. */
export function hasSection(tag: string, section: Section, folder = 'content'): boolean {
  if (section === 'you-said-we-did') return existsSync(join(folder, 'you-said-we-did', tag))
  const reports = join(folder, 'annual-reports')
  return existsSync(reports) && readdirSync(reports).some((year) => existsSync(join(reports, year, tag)))
}

/** The published editions that have it: the first one always, with or without anything to show. */
export const editionsWithSection = (section: Section): readonly Language[] =>
  published().filter(({ tag }, i) => i === 0 || hasSection(tag, section))

/** The same for Astro's getStaticPaths. */
export const inEditionsWith = (section: Section) =>
  editionsWithSection(section).map(({ tag }) => ({ params: { edition: routeOf(tag) } }))

/** Files of words that an edition needs only with such a part. */
export const wordsOfSections: Readonly<Record<string, Section>> = {
  'figures.json': 'annual-report',
  'report.json': 'annual-report',
  'you-said-we-did.json': 'you-said-we-did',
}

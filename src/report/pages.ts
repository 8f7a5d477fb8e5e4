/**
 * The pages of a report in the order in which they are read: the MDX files of `content/annual-reports/<year>/<lang>/`.
 * The first is the report's own address; others are under it.
 */
export const pages = [
  'overview',
  'received',
  'time',
  'outcomes',
  'learning',
  'code',
  'principles',
  'notes',
] as const
export type ReportPage = (typeof pages)[number]

/** Where a page of a report is, after the edition's root. */
export const addressOf = (year: string, page: ReportPage): string =>
  `annual-report/${year}/${page === 'overview' ? '' : `${page}/`}`

/** What the id of an MDX file says: `2025-26/en/received`. Throws for one that is no page of a report. */
export function pageOf(id: string): { year: string; language: string; page: ReportPage } {
  const [year = '', language = '', name = ''] = id.split('/')
  const page = pages.find((each) => each === name)
  if (!page) throw new Error(`content/annual-reports/${id}.mdx is no page of a report: ${pages.join(', ')}.`)
  return { year, language, page }
}

/** `2025-26` → `2024-25` */
export function yearBefore(year: string): string {
  const first = Number(year.slice(0, 4)) - 1
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`
}

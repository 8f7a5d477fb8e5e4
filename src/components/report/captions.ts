import type { ReportEdition } from './report-words.ts'

/** What a table shows, as its caption. Tables of a stage share their words. */
export function captionOf(id: string, { r }: Pick<ReportEdition, 'r'>): string {
  const [, stage, rest] = /^stage-(\d+)-(.+)$/.exec(id) ?? []
  return stage ? r(`report.tables.stage-${rest}`, { stage }) : r(`report.tables.${id}`)
}

import type { Figures } from '../../figures/schema.ts'
import type { ReportEdition } from './report-words.ts'

/** What a table shows, as its caption. Tables of a stage share their words; a quarter is not split into quarters. */
export function captionOf(id: string, { period }: Figures, { r }: Pick<ReportEdition, 'r'>): string {
  const named = period.id.includes('-q') ? id.replace(/-and-quarter$/, '') : id
  const [, stage, rest] = /^stage-(\d+)-(.+)$/.exec(named) ?? []
  return stage ? r(`report.tables.stage-${rest}`, { stage }) : r(`report.tables.${named}`)
}

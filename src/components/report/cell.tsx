import type { Cell } from '../../figures/schema.ts'
import type { ReportEdition } from './report-words.ts'

/** A figure in a table, or the mark of one that is hidden. */
export const Figure = ({ cell, here }: { cell: Cell; here: ReportEdition }) =>
  'n' in cell ? <>{here.number(cell.n)}</> : <i class="hidden-figure">{here.r('report.hidden')}</i>

/** The mark of what cannot be worked out from what is published. */
export const Unknown = ({ here }: { here: ReportEdition }) => (
  <i class="hidden-figure">{here.r('report.unknown')}</i>
)

import type { Figures } from '../../figures/schema.ts'
import type { View } from '../../report/view.ts'
import { rowIn } from '../../report/view.ts'
import { Figure } from './cell.tsx'
import { nameOf, nameOfPeriod } from './names.ts'
import type { ReportEdition } from './report-words.ts'
import { FiguresTable } from './table.tsx'

interface Props {
  readonly view: View
  readonly caption: string
  readonly figures: Figures
  readonly before: Figures | null
  readonly here: ReportEdition
  /** Without bars: the table of another drawing. */
  readonly plain?: boolean
}

/**
 * A list as bars, each beside its figure, with a mark where it stood the year before. The chart is its own table:
 * the bars are drawn into the cells, so that nothing has to be matched by colour or by eye.
 */
export function Bars({ view, caption, figures, before, here, plain = false }: Props) {
  const shown = view.rows.values.flatMap((value, i) => {
    const [cell] = view.cells[i] ?? []
    const [then] = rowIn(before, view.id, value) ?? []
    return value === 'all' ? [] : [cell, then].map((each) => (each && 'n' in each ? each.n : 0))
  })
  const most = Math.max(1, ...shown)
  const years = [figures, ...(before ? [before] : [])].map(({ period }) => nameOfPeriod(period.id, here))
  return (
    <FiguresTable
      caption={caption}
      heads={[here.r(`report.dimensions.${view.rows.dimension}`), ...years]}
      rows={view.rows.values.map((value, i) => {
        const cell = view.cells[i]![0]!
        const [then] = rowIn(before, view.id, value) ?? []
        const sum = value === 'all'
        return {
          name: nameOf(view.rows.dimension, value, here),
          sum,
          cells: [
            {
              name: years[0]!,
              shows: (
                <div class="barred">
                  {!sum && !plain && (
                    <svg class="bar" aria-hidden="true">
                      {'n' in cell && <rect width={`${(cell.n / most) * 100}%`} height="100%" />}
                      {then && 'n' in then && <Then at={(then.n / most) * 100} />}
                    </svg>
                  )}
                  <span>
                    <Figure cell={cell} here={here} />
                  </span>
                </div>
              ),
            },
            ...(before
              ? [
                  {
                    name: years[1]!,
                    shows: then ? <Figure cell={then} here={here} /> : here.r('report.unknown'),
                  },
                ]
              : []),
          ],
        }
      })}
    />
  )
}

/** Where it stood the year before. */
const Then = ({ at }: { at: number }) => <line class="then" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />

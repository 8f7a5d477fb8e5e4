import type { Cell, Figures } from '../../figures/schema.ts'
import type { View } from '../../report/view.ts'
import { rowIn } from '../../report/view.ts'
import { Figure } from './cell.tsx'
import { Key } from './key.tsx'
import { nameOf, nameOfPeriod } from './names.ts'
import type { ReportEdition } from './report-words.ts'
import { FiguresTable } from './table.tsx'
import { Then } from './then.tsx'

interface Props {
  readonly view: View
  readonly caption: string
  readonly figures: Figures
  readonly before: Figures | null
  readonly here: ReportEdition
  /** Without bars: the table of another drawing. */
  readonly plain?: boolean
}

/** So many rows with nothing in them, or more, are told in one. */
const fewest = 3

const shown = (cell: Cell | undefined) => (cell && 'n' in cell ? cell.n : 0)

/**
 * A list as bars, each under its name, with a mark where it stood the year before. The chart is its own table: the
 * bars are drawn into it, so that nothing has to be matched by colour or by eye.
 */
export function Bars({ view, caption, figures, before, here, plain = false }: Props) {
  const { dimension, values } = view.rows
  const rows = values.map((value, i) => ({
    value,
    now: view.cells[i]![0]!,
    then: rowIn(before, view.id, value)?.[0],
  }))
  const most = Math.max(
    1,
    ...rows.flatMap(({ value, now, then }) => (value === 'all' ? [] : [shown(now), shown(then)])),
  )
  const nothing = rows.filter(
    ({ value, now, then }) => value !== 'all' && isZero(now) && (!then || isZero(then)),
  )
  const told = nothing.length >= fewest && !plain ? rows.filter((row) => !nothing.includes(row)) : rows
  const years = [figures, ...(before ? [before] : [])].map(({ period }) => nameOfPeriod(period.id, here))
  const cells = (now: Cell, then: Cell | undefined) => [
    { name: years[0]!, shows: <Figure cell={now} here={here} /> },
    ...(before
      ? [{ name: years[1]!, shows: then ? <Figure cell={then} here={here} /> : here.r('report.unknown') }]
      : []),
  ]
  const lines = told.map(({ value, now, then }) => ({
    sum: value === 'all',
    name: (
      <>
        {nameOf(dimension, value, here)}
        {value !== 'all' && !plain && shown(now) + shown(then) > 0 && (
          <svg class="bar" aria-hidden="true">
            {'n' in now && <rect width={`${(now.n / most) * 100}%`} height="100%" />}
            {shown(then) > 0 && <Then x={(shown(then) / most) * 100} />}
          </svg>
        )}
      </>
    ),
    cells: cells(now, then),
  }))
  const others = {
    sum: false,
    name: <>{here.r('report.others', { count: nothing.length })}</>,
    cells: cells({ n: 0 }, { n: 0 }),
  }
  const total = lines.findIndex(({ sum }) => sum)
  return (
    <FiguresTable
      caption={
        <>
          {caption}
          {before && !plain && (
            <Key
              parts={[
                { name: years[0]!, piece: <rect width="100%" height="100%" /> },
                { name: years[1]!, piece: <Then x={50} /> },
              ]}
            />
          )}
        </>
      }
      heads={[here.r(`report.dimensions.${dimension}`), ...years]}
      rows={told === rows ? lines : lines.toSpliced(total < 0 ? lines.length : total, 0, others)}
      few
    />
  )
}

const isZero = (cell: Cell) => 'n' in cell && cell.n === 0

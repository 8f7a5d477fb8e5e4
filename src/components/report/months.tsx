import type { Cell, Figures } from '../../figures/schema.ts'
import { rowIn } from '../../report/view.ts'
import type { View } from '../../report/view.ts'
import { locale } from '../../words/dates.ts'
import { Bars } from './bars.tsx'
import { Key } from './key.tsx'
import { nameOf, nameOfPeriod } from './names.ts'
import type { ReportEdition } from './report-words.ts'
import { Then } from './then.tsx'

interface Props {
  readonly view: View
  readonly caption: string
  readonly figures: Figures
  readonly before: Figures | null
  readonly here: ReportEdition
}

const shown = (cell: Cell | undefined) => (cell && 'n' in cell ? cell.n : null)

/**
 * Months as columns, each with a mark where the same month stood the year before. The shapes alone are drawn: they
 * stretch to any width, and turn round where writing runs from right to left. What they say stands in words around
 * them, and in the table below.
 */
export function Months({ view, caption, figures, before, here }: Props) {
  const months = view.rows.values.filter((value) => value !== 'all')
  const now = months.map((month) => shown(view.cells[view.rows.values.indexOf(month)]?.[0]))
  const then = months.map((month) => shown(rowIn(before, view.id, yearBefore(month))?.[0]))
  const most = Math.max(1, ...now.map(Number), ...then.map(Number))
  const known = now.flatMap((n, i) => (n === null ? [] : [{ n, month: months[i]! }]))
  const high = known.toSorted((a, b) => b.n - a.n)[0]
  const low = known.toSorted((a, b) => a.n - b.n)[0]
  const wide = 100 / months.length
  return (
    <>
      <div class="months" aria-hidden="true">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          {now.map((n, i) => {
            const before = then[i] ?? null
            return (
              <>
                {n !== null && (
                  <rect
                    x={(i + 0.16) * wide}
                    width={wide * 0.68}
                    y={100 - (n / most) * 100}
                    height={(n / most) * 100}
                  />
                )}
                {before !== null && (
                  <Then x={(i + 0.04) * wide} end={(i + 0.96) * wide} y={100 - (before / most) * 100} />
                )}
              </>
            )
          })}
        </svg>
        <p class="months-names">
          {months.map((month) => (
            <span key={month}>{shortName(month, here)}</span>
          ))}
        </p>
        {before && (
          <Key
            parts={[
              { name: nameOfPeriod(figures.period.id, here), piece: <rect width="100%" height="100%" /> },
              {
                name: nameOfPeriod(before.period.id, here),
                piece: <line class="then" x1="0" x2="100%" y1="50%" y2="50%" />,
              },
            ]}
          />
        )}
      </div>
      {high && low && high.n > low.n && (
        <p>
          {here.r('report.most-and-fewest', {
            most: here.number(high.n),
            high: nameOf('period', high.month, here),
            fewest: here.number(low.n),
            low: nameOf('period', low.month, here),
          })}
        </p>
      )}
      <Bars {...{ view, caption, figures, before: shift(before, view), here }} plain />
    </>
  )
}

/** `2025-04` → `2024-04` */
const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

/** “Apr”, as this edition shortens it. */
const shortName = (month: string, { language }: ReportEdition) =>
  new Intl.DateTimeFormat(locale(language), { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

/** The year before's table under this year's months, so that a month stands beside its own. */
function shift(before: Figures | null, { id, rows }: View): Figures | null {
  const table = before?.tables.find((each) => each.id === id)
  if (!before || !table) return null
  const values = rows.values.map((value) => (value === 'all' ? value : yearBefore(value)))
  const cells = values.map(
    (value) => table.cells[table.rows.values.indexOf(value)] ?? [{ hidden: true as const }],
  )
  return { ...before, tables: [{ ...table, rows: rows, cells }] }
}

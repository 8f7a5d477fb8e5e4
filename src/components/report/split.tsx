import type { View } from '../../report/view.ts'
import { percentOf } from '../../report/view.ts'
import { Figure } from './cell.tsx'
import { Key } from './key.tsx'
import { nameOf } from './names.ts'
import type { ReportEdition } from './report-words.ts'
import { FiguresTable } from './table.tsx'

/** Dimensions whose columns make a whole, so that a row can be drawn as one bar in parts. */
const drawn = ['outcome', 'time', 'acknowledged', 'state']

interface Props {
  readonly view: View
  readonly caption: string
  readonly here: ReportEdition
}

/**
 * A table of rows by columns. Where its columns make a whole, each row has a bar in parts under its name: parts
 * differ by pattern, in the order of the columns, and each column says which is its own.
 */
export function Split({ view: { rows, columns, cells }, caption, here }: Props) {
  if (!columns) throw new Error('A list has no columns.')
  const parts = drawn.includes(columns.dimension) ? columns.values.filter((value) => value !== 'all') : []
  const heads = columns.values.map((value) => nameOf(columns.dimension, value, here))
  return (
    <FiguresTable
      caption={
        <>
          {caption}
          {parts.length > 0 && (
            <Key
              parts={parts.map((part, i) => ({
                name: nameOf(columns.dimension, part, here),
                piece: <rect class={`part-${i + 1}`} width="100%" height="100%" />,
              }))}
            />
          )}
        </>
      }
      heads={[here.r(`report.dimensions.${rows.dimension}`), ...heads]}
      rows={rows.values.map((value, i) => {
        const counts = parts.map((part) => cells[i]![columns.values.indexOf(part)]!)
        return {
          sum: value === 'all',
          name: (
            <>
              {nameOf(rows.dimension, value, here)}
              {counts.length > 0 && <Parts cells={counts} />}
            </>
          ),
          cells: cells[i]!.map((cell, j) => ({
            name: heads[j]!,
            shows: <Figure cell={cell} here={here} />,
          })),
        }
      })}
    />
  )
}

/** One bar in parts; none where a part is hidden, since its length would give it away. */
function Parts({ cells }: { cells: View['cells'][number] }) {
  const counts = cells.map((cell) => ('n' in cell ? cell.n : null))
  const known = counts.filter((n) => n !== null)
  if (known.length < counts.length || known.every((n) => n === 0)) return null
  const shares = percentOf(known)
  return (
    <svg class="bar" aria-hidden="true">
      {shares.map((share, i) => {
        const from = shares.slice(0, i).reduce((sum, n) => sum + n, 0)
        return <rect key={i} class={`part-${i + 1}`} x={`${from}%`} width={`${share}%`} height="100%" />
      })}
    </svg>
  )
}

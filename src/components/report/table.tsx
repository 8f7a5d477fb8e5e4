import type { ComponentChildren } from 'preact'

/** A cell of a table: what it shows, and what it is called where its row stands on its own. */
export interface Shown {
  readonly name: string
  readonly shows: ComponentChildren
  /** Words rather than a number. */
  readonly words?: boolean
}

interface Props {
  /** True where its columns are so few and narrow that they fit on a phone. */
  readonly few?: boolean
  readonly caption: ComponentChildren
  /** The name of the rows, then of each column. */
  readonly heads: readonly string[]
  readonly rows: readonly {
    readonly name: ComponentChildren
    readonly cells: readonly Shown[]
    readonly sum?: boolean
  }[]
}

/**
 * A table of figures that reads on a phone too: where there is no room for its columns, each row stands on its own,
 * and each figure has its column's name before it. The roles say that it stays a table.
 */
export const FiguresTable = ({ caption, heads, rows, few = false }: Props) => (
  <table class={few ? 'figures few' : 'figures'} role="table">
    <caption>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {heads.map((head, i) => (
          <th
            key={i}
            scope="col"
            role="columnheader"
            class={rows[0]?.cells[i - 1]?.words ? 'words' : undefined}
          >
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(({ name, cells, sum }, i) => (
        <tr key={i} role="row" class={sum ? 'sum' : undefined}>
          <th scope="row" role="rowheader">
            {name}
          </th>
          {cells.map((cell, j) => (
            <td key={j} role="cell" data-name={cell.name} class={cell.words ? 'words' : undefined}>
              {cell.shows}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

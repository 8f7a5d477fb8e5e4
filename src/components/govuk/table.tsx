import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** A cell, with its words as `children`. */
export interface TableCell extends Attributes<'td'> {
  /** Set to the right, with figures of one width. */
  numeric?: boolean
}

export interface TableProps extends Attributes<'table'> {
  caption?: ComponentChildren
  captionClass?: string
  head?: readonly TableCell[]
  rows: readonly (readonly TableCell[])[]
  /** The first cell of each row names the row. */
  firstCellIsHeader?: boolean
}

/** Facts in rows and columns. */
export function Table({
  caption,
  captionClass,
  head,
  rows,
  firstCellIsHeader,
  class: extra,
  ...rest
}: TableProps) {
  return (
    <table class={tokens('govuk-table', extra)} {...rest}>
      {caption && <caption class={tokens('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <th scope="col" {...attributes('header', cell)} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, column) =>
              firstCellIsHeader && column === 0 ? (
                <th scope="row" {...attributes('header', cell)} />
              ) : (
                <td {...attributes('cell', cell)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function attributes(part: 'header' | 'cell', { numeric, class: extra, ...rest }: TableCell) {
  const block = `govuk-table__${part}`
  return { ...rest, class: tokens(block, numeric && `${block}--numeric`, extra) }
}

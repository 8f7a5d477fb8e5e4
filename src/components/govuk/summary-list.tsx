import { isValidElement, type ComponentChildren, type VNode } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** A link at the end of a row, such as "Change". */
export interface SummaryAction extends Attributes<'a'> {
  href: string
  label: ComponentChildren
  /** Heard and not seen after the label, so that each "Change" says what it changes. */
  hiddenText?: string
}

export interface SummaryRow {
  key: ComponentChildren
  value: ComponentChildren
  /** Links; or an element of one's own, such as a button that carries the page's words along. */
  actions?: readonly (SummaryAction | VNode)[]
  class?: string
}

export interface SummaryListProps extends Attributes<'dl'> {
  rows: readonly (SummaryRow | false | null | undefined)[]
}

/** Questions and their answers, with links to change them. */
export function SummaryList({ rows, class: extra, ...rest }: SummaryListProps) {
  const columns = rows.some((row) => row && row.actions?.length)
  return (
    <dl class={tokens('govuk-summary-list', extra)} {...rest}>
      {rows.map(
        (row) =>
          row && (
            <div
              class={tokens(
                'govuk-summary-list__row',
                columns && !row.actions && 'govuk-summary-list__row--no-actions',
                row.class,
              )}
            >
              <dt class="govuk-summary-list__key">{row.key}</dt>
              <dd class="govuk-summary-list__value">{row.value}</dd>
              {row.actions && row.actions.length > 0 && (
                <dd class="govuk-summary-list__actions">
                  <Actions actions={row.actions} />
                </dd>
              )}
            </div>
          ),
      )}
    </dl>
  )
}

function Actions({ actions }: { actions: readonly (SummaryAction | VNode)[] }) {
  const links = actions.map((action) => (isValidElement(action) ? action : <Link {...action} />))
  if (links.length === 1) return links[0]
  return (
    <ul class="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li class="govuk-summary-list__actions-list-item">{link}</li>
      ))}
    </ul>
  )
}

const Link = ({ label, hiddenText, class: extra, ...rest }: SummaryAction) => (
  <a class={tokens('govuk-link', extra)} {...rest}>
    {label}
    {hiddenText && <span class="govuk-visually-hidden"> {hiddenText}</span>}
  </a>
)

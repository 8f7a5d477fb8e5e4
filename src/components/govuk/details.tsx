import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface DetailsProps extends Attributes<'details'> {
  summary: ComponentChildren
}

/** More about something, for those who ask. */
export const Details = ({ summary, class: extra, children, ...rest }: DetailsProps) => (
  <details class={tokens('govuk-details', extra)} {...rest}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)

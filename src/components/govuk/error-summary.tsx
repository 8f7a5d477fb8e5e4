import type { ComponentChildren, Ref } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface ErrorSummaryItem extends Attributes<'a'> {
  /** `#` and the id of the field; without it the item is plain text. */
  href?: string
  message: ComponentChildren
}

export interface ErrorSummaryProps extends Attributes<'div'> {
  title: ComponentChildren
  items: readonly ErrorSummaryItem[]
  /** For the island, which moves the focus here: give it `tabindex={-1}` too. */
  rootRef?: Ref<HTMLDivElement>
}

/** What is wrong on this page, each line a link to its field. `children` is a sentence above the list. */
export const ErrorSummary = ({
  title,
  items,
  rootRef,
  class: extra,
  children,
  ...rest
}: ErrorSummaryProps) => (
  <div class={tokens('govuk-error-summary', extra)} {...rest} ref={rootRef} data-module="govuk-error-summary">
    {/* The alert is a child of what takes the focus, or some screen readers miss a part (govuk-frontend). */}
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {children && <p>{children}</p>}
        {items.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {items.map(({ message, ...link }) => (
              <li>{link.href ? <a {...link}>{message}</a> : message}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)

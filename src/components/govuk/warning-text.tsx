import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface WarningTextProps extends Attributes<'div'> {
  /** Heard and not seen before the text, in place of the icon, such as "Warning". */
  prefix: string
}

/** Something a person must not miss. */
export const WarningText = ({ prefix, class: extra, children, ...rest }: WarningTextProps) => (
  <div class={tokens('govuk-warning-text', extra)} {...rest}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{prefix}</span> {children}
    </strong>
  </div>
)

import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** What is wrong with an answer, as every field takes it. */
export interface FieldError {
  /** Heard and not seen before the message, with its punctuation, such as "Error:". */
  prefix: string
  message: ComponentChildren
}

export interface ErrorMessageProps extends Attributes<'p'> {
  /** Heard and not seen before the message, with its punctuation, which differs between languages. */
  prefix?: string
}

/** What is wrong with one answer. Fields make their own from their `error`. */
export const ErrorMessage = ({ prefix, class: extra, children, ...rest }: ErrorMessageProps) => (
  <p class={tokens('govuk-error-message', extra)} {...rest}>
    {prefix && <span class="govuk-visually-hidden">{prefix}</span>} {children}
  </p>
)

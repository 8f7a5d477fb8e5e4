import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface ButtonProps extends Attributes<'button'> {
  disabled?: boolean
}

/** A button that sends its form, unless its `type` says otherwise. */
export const Button = ({ class: extra, disabled, ...rest }: ButtonProps) => (
  <button
    type="submit"
    {...rest}
    {...(disabled && { disabled, 'aria-disabled': 'true' })}
    class={tokens('govuk-button', extra)}
    data-module="govuk-button"
  />
)

import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface ButtonLinkProps extends Attributes<'a'> {
  href: string
  /** The way into the form: the button bears an arrow. */
  start?: boolean
}

/** A link that looks like a button: the one thing to do next on a page. */
export const ButtonLink = ({ start, class: extra, children, ...rest }: ButtonLinkProps) => (
  <a
    role="button"
    draggable={false}
    {...rest}
    class={tokens('govuk-button', extra, start && 'govuk-button--start')}
    data-module="govuk-button"
  >
    {/* The start button is a flex box, which would lose the spaces around inline elements. */}
    {start && typeof children !== 'string' ? <span>{children}</span> : children}
    {start && (
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    )}
  </a>
)

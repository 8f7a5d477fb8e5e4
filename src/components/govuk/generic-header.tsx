import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface GenericHeaderProps extends Attributes<'div'> {
  /** Where the council's name or logo, given as `children`, leads. */
  href: string
  containerClass?: string
}

/** The band at the top of a page, without GOV.UK's crown, for services of other bodies. */
export const GenericHeader = ({
  href,
  containerClass = 'govuk-width-container',
  class: extra,
  children,
  ...rest
}: GenericHeaderProps) => (
  <div class={tokens('govuk-generic-header', extra)} {...rest}>
    <div class={tokens('govuk-generic-header__container', containerClass)}>
      <div class="govuk-generic-header__logo">
        <a href={href} class="govuk-generic-header__homepage-link">
          {children}
        </a>
      </div>
    </div>
  </div>
)

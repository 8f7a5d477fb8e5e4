import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** A page on the way here; without `href` it is this page. */
export interface Breadcrumb extends Attributes<'a'> {
  label: ComponentChildren
}

export interface BreadcrumbsProps extends Attributes<'nav'> {
  /** Names the navigation, heard and not seen. */
  label: string
  items: readonly Breadcrumb[]
  /** On a narrow screen only the first and the last but one are shown. */
  collapseOnMobile?: boolean
}

/** Where a page stands in the site. */
export const Breadcrumbs = ({ label, items, collapseOnMobile, class: extra, ...rest }: BreadcrumbsProps) => (
  <nav
    {...rest}
    class={tokens('govuk-breadcrumbs', extra, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
    aria-label={label}
  >
    <ol class="govuk-breadcrumbs__list">
      {items.map(({ label: words, ...link }) =>
        link.href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a {...link} class={tokens('govuk-breadcrumbs__link', link.class)}>
              {words}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {words}
          </li>
        ),
      )}
    </ol>
  </nav>
)

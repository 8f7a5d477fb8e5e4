import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface NotificationBannerProps extends Attributes<'div'> {
  title: ComponentChildren
  /** Names the banner; give each its own where a page has two. */
  titleId?: string
  /** The title's heading level: 2 unless given. */
  level?: 2 | 3
  /** Something went well: read out at once. */
  success?: boolean
  /** A sentence in large type; what follows it is `children`. */
  heading?: ComponentChildren
}

/** News about the whole page or service. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { title, level = 2, success, heading, class: extra, children, ...others } = props
  const { titleId = 'govuk-notification-banner-title', ...rest } = others
  const Heading = `h${level}` as const
  return (
    <div
      role={success ? 'alert' : 'region'}
      {...rest}
      class={tokens('govuk-notification-banner', success && 'govuk-notification-banner--success', extra)}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {heading && <p class="govuk-notification-banner__heading">{heading}</p>}
        {children}
      </div>
    </div>
  )
}

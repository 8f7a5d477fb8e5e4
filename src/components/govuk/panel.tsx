import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface PanelProps extends Attributes<'div'> {
  title: ComponentChildren
  /** The title's heading level: 1 unless given. */
  level?: 1 | 2 | 3
  /** Stops the person with something to read first; without it the panel confirms what they did. */
  interruption?: boolean
  /** Buttons and links under an interruption. */
  actions?: ComponentChildren
}

/** A block of colour that says the one thing that matters on its page. */
export function Panel({
  title,
  level = 1,
  interruption,
  actions,
  class: extra,
  children,
  ...rest
}: PanelProps) {
  const Heading = `h${level}` as const
  return (
    <div
      class={tokens('govuk-panel', `govuk-panel--${interruption ? 'interruption' : 'confirmation'}`, extra)}
      {...rest}
    >
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {interruption && actions && (
        <div class="govuk-panel__actions">
          <div class="govuk-button-group">{actions}</div>
        </div>
      )}
    </div>
  )
}

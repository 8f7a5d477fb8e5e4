import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** Words set apart from those around them. */
export const InsetText = ({ class: extra, ...rest }: Attributes<'div'>) => (
  <div class={tokens('govuk-inset-text', extra)} {...rest} />
)

import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** Help beside a question. Fields make their own from their `hint`. */
export const Hint = ({ class: extra, ...rest }: Attributes<'div'>) => (
  <div class={tokens('govuk-hint', extra)} {...rest} />
)

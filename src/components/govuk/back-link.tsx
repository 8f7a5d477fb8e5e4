import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** The way back to the page or step before. */
export const BackLink = ({ class: extra, ...rest }: Attributes<'a'>) => (
  <a class={tokens('govuk-back-link', extra)} {...rest} />
)

import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

/** Past what every page repeats, for those who go by keyboard; its `href` is `#` and the id of the main part. */
export const SkipLink = ({ class: extra, ...rest }: Attributes<'a'>) => (
  <a class={tokens('govuk-skip-link', extra)} {...rest} data-module="govuk-skip-link" />
)

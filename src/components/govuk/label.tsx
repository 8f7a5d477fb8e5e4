import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface LabelProps extends Attributes<'label'> {
  /** The label is also the page's h1: the one question of its page. */
  heading?: boolean
}

/** The name of one field. Fields make their own from their `label`. */
export function Label({ heading, class: extra, ...rest }: LabelProps) {
  const label = <label class={tokens('govuk-label', extra)} {...rest} />
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}

import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface LabelProps extends Attributes<'label'> {
  /** The label is also a heading, of this level; `true` is the page's h1: the one question of its page. */
  heading?: boolean | 1 | 2 | undefined
}

/** The name of one field. Fields make their own from their `label`. */
export function Label({ heading, class: extra, ...rest }: LabelProps) {
  const label = <label class={tokens('govuk-label', extra)} {...rest} />
  const Heading = heading === 2 ? 'h2' : 'h1'
  return heading ? <Heading class="govuk-label-wrapper">{label}</Heading> : label
}

import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface FieldsetProps extends Attributes<'fieldset'> {
  /** The name of the group. */
  legend: ComponentChildren
  legendClass?: string
  /** The legend is also a heading, of this level; `true` is the page's h1. */
  heading?: boolean | 1 | 2 | undefined
}

/** Fields that answer one question together. Radios, checkboxes and dates make their own from their `legend`. */
export const Fieldset = ({
  legend,
  legendClass,
  heading,
  class: extra,
  children,
  ...rest
}: FieldsetProps) => {
  const Heading = heading === 2 ? 'h2' : 'h1'
  return (
    <fieldset class={tokens('govuk-fieldset', extra)} {...rest}>
      <legend class={tokens('govuk-fieldset__legend', legendClass)}>
        {heading ? <Heading class="govuk-fieldset__heading">{legend}</Heading> : legend}
      </legend>
      {children}
    </fieldset>
  )
}

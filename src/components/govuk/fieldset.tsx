import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { tokens } from './token-list.ts'

export interface FieldsetProps extends Attributes<'fieldset'> {
  /** The name of the group. */
  legend: ComponentChildren
  legendClass?: string
  /** The legend is also the page's h1. */
  heading?: boolean
}

/** Fields that answer one question together. Radios, checkboxes and dates make their own from their `legend`. */
export const Fieldset = ({
  legend,
  legendClass,
  heading,
  class: extra,
  children,
  ...rest
}: FieldsetProps) => (
  <fieldset class={tokens('govuk-fieldset', extra)} {...rest}>
    <legend class={tokens('govuk-fieldset__legend', legendClass)}>
      {heading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
    </legend>
    {children}
  </fieldset>
)

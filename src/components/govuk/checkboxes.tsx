import { Choices, type Choice, type ChoiceItem, type ChoicesProps } from './choices.tsx'

export interface CheckboxChoice extends Choice {
  /** `exclusive`: "none of these", which undoes the others. */
  'data-behaviour'?: 'exclusive'
}

export interface CheckboxesProps extends ChoicesProps {
  items: readonly ChoiceItem<CheckboxChoice>[]
  /** The values of the choices that are ticked to begin with. */
  values?: readonly string[]
}

/** Any of a few choices. A `change` on any of them reaches `onChange`, with the checkbox as its target. */
export const Checkboxes = ({ values = [], ...rest }: CheckboxesProps) => (
  <Choices kind="checkboxes" type="checkbox" chosen={values} {...rest} />
)

import { Choices, type ChoiceItem, type ChoicesProps } from './choices.tsx'

export interface RadiosProps extends ChoicesProps {
  items: readonly ChoiceItem[]
  /** The value of the choice that is chosen to begin with. */
  value?: string
}

/** One of a few choices. A `change` on any of them reaches `onChange`, with the radio as its target. */
export const Radios = ({ value, ...rest }: RadiosProps) => (
  <Choices kind="radios" type="radio" chosen={[value]} {...rest} />
)

import type { Attributes } from './attributes.ts'
import { descriptionOf, LabelledGroup, type Labelled } from './form-group.tsx'
import { tokens } from './token-list.ts'

export interface InputProps extends Attributes<'input'>, Labelled {
  name: string
  /** The answer to start from; what the person then types is theirs and no later value replaces it. */
  value?: string
}

/** One line of text. Its id is its name unless given. */
export function Input(props: InputProps) {
  const { label, labelClass, heading, hint, error, describedBy, value, class: extra, ...rest } = props
  const id = props.id ?? props.name
  return (
    <LabelledGroup {...{ id, label, labelClass, heading, hint, error }}>
      <input
        key={id}
        type="text"
        {...rest}
        id={id}
        class={tokens('govuk-input', extra, error && 'govuk-input--error')}
        defaultValue={value}
        aria-describedby={descriptionOf(id, { hint, error, describedBy })}
      />
    </LabelledGroup>
  )
}

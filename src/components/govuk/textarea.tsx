import type { Attributes } from './attributes.ts'
import { descriptionOf, LabelledGroup, type Labelled } from './form-group.tsx'
import { tokens } from './token-list.ts'

export interface TextareaProps extends Attributes<'textarea'>, Labelled {
  name: string
  /** The answer to start from; what the person then types is theirs and no later value replaces it. */
  value?: string
}

/** Several lines of text, five to begin with. Its id is its name unless given. */
export function Textarea(props: TextareaProps) {
  const { label, labelClass, heading, hint, error, describedBy, value, class: extra, ...rest } = props
  const id = props.id ?? props.name
  return (
    <LabelledGroup {...{ id, label, labelClass, heading, hint, error }}>
      <textarea
        key={id}
        rows={5}
        {...rest}
        id={id}
        class={tokens('govuk-textarea', extra, error && 'govuk-textarea--error')}
        defaultValue={value}
        aria-describedby={descriptionOf(id, { hint, error, describedBy })}
      />
    </LabelledGroup>
  )
}

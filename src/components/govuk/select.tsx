import type { Attributes } from './attributes.ts'
import { descriptionOf, LabelledGroup, type Labelled } from './form-group.tsx'
import { tokens } from './token-list.ts'

export interface SelectItem extends Attributes<'option'> {
  /** What is sent; the label when absent. */
  value?: string
  label: string
}

export interface SelectProps extends Attributes<'select'>, Labelled {
  name: string
  items: readonly (SelectItem | false | null | undefined)[]
  /** The value of the item that is chosen to begin with. */
  value?: string
}

/** One of a list. Its id is its name unless given. */
export function Select(props: SelectProps) {
  const { label, labelClass, heading, hint, error, describedBy, items, value, class: extra, ...rest } = props
  const id = props.id ?? props.name
  return (
    <LabelledGroup {...{ id, label, labelClass, heading, hint, error }}>
      <select
        key={id}
        {...rest}
        id={id}
        class={tokens('govuk-select', extra, error && 'govuk-select--error')}
        aria-describedby={descriptionOf(id, { hint, error, describedBy })}
      >
        {items.map((item) => {
          if (!item) return null
          const { label: words, ...option } = item
          return (
            <option selected={value !== undefined && (item.value ?? words) === value} {...option}>
              {words}
            </option>
          )
        })}
      </select>
    </LabelledGroup>
  )
}

import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { FieldsetGroup, type Grouped } from './form-group.tsx'
import { Input } from './input.tsx'
import { tokens } from './token-list.ts'

/** Day, month or year. Further attributes go to its input: `inputmode="text"` where month words are welcome. */
export interface DatePart extends Attributes<'input'> {
  name: string
  label: ComponentChildren
  value?: string
  /** How many characters wide it looks: 2 unless given. */
  characters?: 2 | 4 | 5
  /** Whether this part is wrong. If no part is marked, the error is about them all. */
  wrong?: boolean
}

export interface DateInputProps extends Attributes<'div'>, Grouped {
  /** The ids of the parts are this and their name: `when-day`. */
  id: string
  /** Put before the parts' names, with a hyphen, when they are sent. */
  namePrefix?: string
  parts: readonly DatePart[]
}

/** A date in parts. */
export function DateInput(props: DateInputProps) {
  const { legend, legendClass, heading, hint, error, describedBy, namePrefix, parts, ...others } = props
  const { id, class: extra, ...rest } = others
  const all = error && !parts.some((part) => part.wrong)
  return (
    // Without the role, JAWS does not read the description of a fieldset of text inputs (govuk-frontend).
    <FieldsetGroup {...{ id, legend, legendClass, heading, hint, error, describedBy }} role="group">
      <div class={tokens('govuk-date-input', extra)} {...rest} id={id}>
        {parts.map(({ name, characters = 2, wrong = all, class: own, ...part }) => (
          <div class="govuk-date-input__item">
            <Input
              inputmode="numeric"
              id={`${id}-${name}`}
              {...part}
              name={namePrefix ? `${namePrefix}-${name}` : name}
              labelClass="govuk-date-input__label"
              class={tokens(
                'govuk-date-input__input',
                `govuk-input--width-${characters}`,
                wrong && 'govuk-input--error',
                own,
              )}
            />
          </div>
        ))}
      </div>
    </FieldsetGroup>
  )
}

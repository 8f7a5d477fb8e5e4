import type { ComponentChildren } from 'preact'
import type { Attributes } from './attributes.ts'
import { descriptionOf, FieldsetGroup, type Grouped } from './form-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import { tokens } from './token-list.ts'

/** One answer to choose. Further attributes go to its input. */
export interface Choice extends Omit<Attributes<'input'>, 'checked' | 'type'> {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Shown below the choice; without scripts always, with them while the choice is chosen. */
  conditional?: ComponentChildren
}

/** A word between two choices, such as "or". */
export interface Divider {
  divider: string
}

/** What absent choices leave behind counts in the ids of the others, so that an id never moves to another choice. */
export type ChoiceItem<Item extends Choice = Choice> = Item | Divider | false | null | undefined

export interface ChoicesProps extends Attributes<'div'>, Grouped {
  name: string
  /** What the ids of the choices, hint and error start with; the name when absent. */
  idPrefix?: string
}

interface Kind {
  kind: 'radios' | 'checkboxes'
  type: 'radio' | 'checkbox'
  items: readonly ChoiceItem[]
  chosen: readonly (string | undefined)[]
}

/**
 * What radios and checkboxes have in common.
 *
 * The first choice bears the id prefix alone, so that an error summary can link to it by the question's id.
 */
export function Choices(props: ChoicesProps & Kind) {
  const { legend, legendClass, heading, hint, error, describedBy, name, idPrefix, ...others } = props
  const { kind, type, items, chosen, class: extra, ...rest } = others
  const id = idPrefix ?? name
  // Without a legend there is no fieldset to describe: each checkbox then carries the description itself.
  const shared = !legend && type === 'checkbox' && descriptionOf(id, { hint, error, describedBy })
  return (
    <FieldsetGroup {...{ id, legend, legendClass, heading, hint, error, describedBy }}>
      <div class={tokens(`govuk-${kind}`, extra)} {...rest} data-module={`govuk-${kind}`}>
        {items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
          const itemId = item.id ?? (index ? `${id}-${index + 1}` : id)
          return (
            <ChoiceField
              key={itemId}
              {...{ kind, type, name, shared }}
              {...item}
              id={itemId}
              chosen={chosen.includes(item.value)}
            />
          )
        })}
      </div>
    </FieldsetGroup>
  )
}

interface FieldProps extends Choice {
  kind: Kind['kind']
  type: Kind['type']
  id: string
  chosen: boolean
  shared: string | false | undefined
}

function ChoiceField({
  kind,
  type,
  id,
  label,
  hint,
  conditional,
  chosen,
  shared,
  class: extra,
  ...rest
}: FieldProps) {
  const hintId = hint ? `${id}-item-hint` : undefined
  const conditionalId = conditional ? `conditional-${id}` : undefined
  const block = `govuk-${kind}__conditional`
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={tokens(`govuk-${kind}__input`, extra)}
          type={type}
          {...rest}
          id={id}
          defaultChecked={chosen}
          data-aria-controls={conditionalId}
          aria-describedby={tokens(shared, hintId)}
        />
        <Label class={`govuk-${kind}__label`} for={id}>
          {label}
        </Label>
        {hint && (
          <Hint id={hintId} class={`govuk-${kind}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div class={tokens(block, !chosen && `${block}--hidden`)} id={conditionalId}>
          {conditional}
        </div>
      )}
    </>
  )
}

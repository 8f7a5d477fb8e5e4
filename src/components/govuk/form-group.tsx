import type { ComponentChildren } from 'preact'
import { ErrorMessage, type FieldError } from './error-message.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import { tokens } from './token-list.ts'

/** What every question shows around its field. */
export interface Guidance {
  hint?: ComponentChildren
  error?: FieldError | undefined | false
  /** Ids of further text that describes the field; read before its hint and error. */
  describedBy?: string
}

/** What a field with one label shows around itself. */
export interface Labelled extends Guidance {
  label: ComponentChildren
  labelClass?: string
  /** The label is also a heading, of this level; `true` is the page's h1. */
  heading?: boolean | 1 | 2 | undefined
}

/** What a group of fields shows around itself. */
export interface Grouped extends Guidance {
  /** Names the group. Only a single checkbox does without: its own label says it all. */
  legend: ComponentChildren
  legendClass?: string
  /** The legend is also a heading, of this level; `true` is the page's h1. */
  heading?: boolean | 1 | 2 | undefined
}

/** The ids a field is described by, in the order they are read: further text, hint, error. */
export const descriptionOf = (id: string, { hint, error, describedBy }: Guidance): string | undefined =>
  tokens(describedBy, !!hint && `${id}-hint`, error && `${id}-error`)

const HintAndError = ({ id, hint, error }: Guidance & { id: string }) => (
  <>
    {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
    {error && (
      <ErrorMessage id={`${id}-error`} prefix={error.prefix}>
        {error.message}
      </ErrorMessage>
    )}
  </>
)

const groupClass = (error: Guidance['error']) =>
  tokens('govuk-form-group', error && 'govuk-form-group--error')

/** A label, hint and error around the one field they belong to, whose id is `id`. */
export const LabelledGroup = (props: Labelled & { id: string; children: ComponentChildren }) => (
  <div class={groupClass(props.error)}>
    <Label for={props.id} class={props.labelClass} heading={props.heading}>
      {props.label}
    </Label>
    <HintAndError {...props} />
    {props.children}
  </div>
)

/** A legend, hint and error around several fields whose ids start with `id`. */
export function FieldsetGroup(props: Grouped & { id: string; role?: 'group'; children: ComponentChildren }) {
  const { id, error, legend, legendClass, heading, role, children } = props
  const inner = (
    <>
      <HintAndError {...props} />
      {children}
    </>
  )
  return (
    <div class={groupClass(error)}>
      {legend ? (
        <Fieldset {...{ legend, legendClass, heading, role }} aria-describedby={descriptionOf(id, props)}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { Checkboxes } from '../../src/components/govuk/checkboxes.tsx'
import type { Choice, ChoiceItem } from '../../src/components/govuk/choices.tsx'
import { DateInput, type DatePart } from '../../src/components/govuk/date-input.tsx'
import { Input } from '../../src/components/govuk/input.tsx'
import { Radios } from '../../src/components/govuk/radios.tsx'
import { Select, type SelectItem } from '../../src/components/govuk/select.tsx'
import { Textarea } from '../../src/components/govuk/textarea.tsx'
import { basics, html, words } from './fixture-content.ts'
import type { Item, Options } from './fixture-options.ts'

const text = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value)

const guidance = ({ hint, errorMessage }: Options) => ({
  hint: words(hint),
  error: errorMessage && { prefix: 'Error:', message: words(errorMessage) },
})

const labelled = (o: Options) => ({
  ...basics(o),
  ...guidance(o),
  name: o.name ?? '',
  describedBy: o.describedBy,
  label: words(o.label),
  labelClass: o.label?.classes,
  heading: o.label?.isPageHeading,
  value: text(o.value),
})

const grouped = (o: Options) => ({
  ...basics(o),
  ...guidance(o),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  legend: words(o.fieldset?.legend),
  legendClass: o.fieldset?.legend?.classes,
  heading: o.fieldset?.legend?.isPageHeading,
})

const choice = (item: Item): Choice => ({
  ...item.attributes,
  ...(item.id && { id: item.id }),
  ...(item.name && { name: item.name }),
  ...(item.behaviour && { 'data-behaviour': item.behaviour }),
  disabled: item.disabled,
  value: String(item.value),
  label: words(item),
  hint: words(item.hint),
  conditional: html(item.conditional?.html),
})

const choices = ({ items = [] }: Options): ChoiceItem[] =>
  items.map((item) => !!item && (item.divider ? { divider: item.divider } : choice(item)))

/** The items that are chosen, whether by the question's own value or by a mark on the item, which wins. */
const chosen = ({ items = [], value, values }: Options): string[] =>
  items
    .filter((item) => !!item)
    .filter((item) => item.checked ?? (item.value === value || values?.includes(item.value ?? '')))
    .map((item) => String(item.value))

const option = (item: Item): SelectItem => ({
  ...item.attributes,
  ...(item.value !== undefined && { value: String(item.value) }),
  ...(item.disabled && { disabled: true }),
  label: String(item.text),
})

/** The value of the item that is chosen by its own mark, or else the question's. */
const selected = ({ items = [], value }: Options): string | undefined => {
  const marked = items.filter((item) => !!item).find((item) => item.selected)
  const refused = items.some((item) => item && item.selected === false && item.value === value)
  return refused ? undefined : text(marked ? marked.value : value)
}

/** Day, month and year, of which the fixture may change or leave out any. */
function parts(o: Options): DatePart[] {
  const own = { day: o.day, month: o.month, year: o.year }
  const names = ['day', 'month', 'year'] as const
  const items = o.items?.length
    ? o.items.filter((item) => !!item)
    : names.flatMap((name) => (own[name] === false ? [] : [{ name, ...own[name] }]))
  return items.map(({ classes = '', error, value, label, name = '', ...item }) => {
    const kind = names.find((each) => name === each || (own[each] && own[each].name === name))
    const prefix = o.namePrefix ? `${o.namePrefix}-` : ''
    const part = kind && own[kind]
    const given = value ?? (part ? part.value : undefined) ?? o.values?.[prefix + name]
    return {
      ...item.attributes,
      ...(item.id && { id: item.id }),
      ...(item.inputmode && { inputmode: item.inputmode as 'text' }),
      autocomplete: item.autocomplete as 'bday-day',
      pattern: item.pattern,
      name,
      label: label ?? name.charAt(0).toUpperCase() + name.slice(1),
      value: text(given),
      characters: kind === 'year' ? 4 : 2,
      wrong: classes.includes('govuk-input--error') || error,
      class: classes.replace(/govuk-input--(width-\d|error)/g, ''),
    }
  })
}

/** The fields' own part of the mappers: fixture options to our component. */
export const fieldMappers: Record<string, (options: Options) => ComponentChildren> = {
  input: (o) => (
    <Input
      {...labelled(o)}
      {...(o.type && { type: o.type as 'text' })}
      inputmode={o.inputmode as 'decimal'}
      autocomplete={o.autocomplete as 'postal-code'}
      autocapitalize={o.autocapitalize as 'none'}
      pattern={o.pattern}
      spellcheck={o.spellcheck}
      disabled={o.disabled}
    />
  ),
  textarea: (o) => (
    <Textarea
      {...labelled(o)}
      {...(o.rows && { rows: Number(o.rows) })}
      autocomplete={o.autocomplete as 'street-address'}
      spellcheck={o.spellcheck}
    />
  ),
  select: (o) => (
    <Select
      {...labelled(o)}
      value={selected(o)}
      items={(o.items ?? []).map((item) => !!item && option(item))}
    />
  ),
  radios: (o) => (
    <Radios
      {...grouped(o)}
      name={o.name ?? ''}
      idPrefix={o.idPrefix}
      items={choices(o)}
      value={chosen(o)[0]}
    />
  ),
  checkboxes: (o) => (
    <Checkboxes
      {...grouped(o)}
      name={o.name ?? ''}
      idPrefix={o.idPrefix}
      items={choices(o)}
      values={chosen(o)}
    />
  ),
  'date-input': (o) => (
    <DateInput {...grouped(o)} id={o.id ?? ''} namePrefix={o.namePrefix} parts={parts(o)} />
  ),
}

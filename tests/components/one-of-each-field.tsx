import type { ComponentChildren } from 'preact'
import { Checkboxes } from '../../src/components/govuk/checkboxes.tsx'
import { DateInput } from '../../src/components/govuk/date-input.tsx'
import { Input } from '../../src/components/govuk/input.tsx'
import { Radios } from '../../src/components/govuk/radios.tsx'
import { Select } from '../../src/components/govuk/select.tsx'
import { Textarea } from '../../src/components/govuk/textarea.tsx'

/** What every field is given here; any of it may be hostile. */
export interface Given {
  words: string
  hint?: string
  message?: string
}

/** Every form component, by the id that its question has. */
export const fields: Record<string, (given: Given) => ComponentChildren> = {
  'your-name': (given) => (
    <Input name="your-name" label={given.words} value={given.words} {...guidance(given)} />
  ),
  'what-happened': (given) => (
    <Textarea name="what-happened" label={given.words} value={given.words} {...guidance(given)} />
  ),
  service: (given) => (
    <Select name="service" label={given.words} items={[{ label: given.words }]} {...guidance(given)} />
  ),
  reply: (given) => (
    <Radios
      name="reply"
      legend={given.words}
      items={[
        {
          value: 'email',
          label: given.words,
          hint: given.words,
          conditional: <Input name="email" label="Email" />,
        },
        { divider: given.words },
        { value: 'none', label: 'No reply' },
      ]}
      {...guidance(given)}
    />
  ),
  needs: (given) => (
    <Checkboxes
      name="needs"
      legend={given.words}
      items={[
        { value: 'braille', label: given.words, hint: given.words },
        {
          value: 'other',
          label: 'Other',
          conditional: <Input name="other-need" label="What do you need?" />,
        },
      ]}
      {...guidance(given)}
    />
  ),
  agree: (given) => (
    <Checkboxes
      name="agree"
      legend={undefined}
      items={[{ value: 'yes', label: given.words, hint: 'You can change your mind.' }]}
      {...guidance(given)}
    />
  ),
  when: (given) => (
    <DateInput
      id="when"
      namePrefix="when"
      legend={given.words}
      parts={[
        { name: 'day', label: 'Day' },
        { name: 'month', label: 'Month', inputmode: 'text' },
        { name: 'year', label: 'Year', characters: 4 },
      ]}
      {...guidance(given)}
    />
  ),
}

const guidance = ({ hint, message }: Given) => ({
  hint,
  error: message !== undefined && { prefix: 'Error:', message },
})

/** A page that holds them all at once, as the form without scripts does. */
export const FieldsPage = (given: Given) => (
  <main>
    <h1>Complain</h1>
    <form>{Object.values(fields).map((field) => field(given))}</form>
  </main>
)

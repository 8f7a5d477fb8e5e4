import type { Translate } from '../../words/translate.ts'
import { Button } from '../govuk/button.tsx'
import { Checkboxes } from '../govuk/checkboxes.tsx'
import { Input } from '../govuk/input.tsx'

interface Props {
  readonly t: Translate
  readonly details?: Readonly<Record<string, string>> | null
  /** The fields that are wrong. */
  readonly wrong?: readonly string[]
}

/** What somebody keeps of themself on their own device, on their own request. */
export function OwnDetailsForm({ t, details, wrong = [] }: Props) {
  const error = (field: string) =>
    wrong.includes(field)
      ? { prefix: t('form.errors.prefix'), message: t(`advocates.details.errors.${field}`) }
      : undefined
  const field = (name: string, autocomplete: string, type = 'text') => (
    <Input
      name={name}
      id={`own-${name}`}
      type={type}
      labelClass="govuk-label--s"
      label={t(`advocates.details.${name}`)}
      autocomplete={autocomplete}
      spellcheck={false}
      value={details?.[name] ?? ''}
      error={error(name)}
    />
  )
  return (
    <form id="own-details" noValidate>
      {field('name', 'name')}
      {field('organisation', 'organization')}
      {field('email', 'email', 'email')}
      {field('phone', 'tel', 'tel')}
      <Checkboxes
        name="agree"
        idPrefix="own-agree"
        legend={undefined}
        items={[{ value: 'yes', label: t('advocates.details.agree') }]}
        values={details ? ['yes'] : []}
        error={error('agree')}
      />
      <Button>{t('advocates.details.button')}</Button>
    </form>
  )
}

import type { Wording } from '../../form/wording.ts'
import { Button } from '../govuk/button.tsx'
import { DateInput } from '../govuk/date-input.tsx'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { Select } from '../govuk/select.tsx'
import { dayInWords } from '../../words/dates.ts'
import { holidaysKnown } from '../../council/working-days.ts'

/** What was typed, as it was typed. */
export interface WhenFields {
  readonly service: string
  readonly day: string
  readonly month: string
  readonly year: string
}

/** What is to mend, by the code of its words and the id of the field it is about. */
export interface WhenError {
  readonly question: 'service' | 'sent'
  readonly field: string
  readonly code:
    | 'required'
    | 'date-needs-day'
    | 'date-needs-month'
    | 'date-needs-year'
    | 'not-a-date'
    | 'not-a-month'
    | 'not-a-year'
    | 'too-early'
    | 'too-late'
}

interface Props {
  readonly fields: WhenFields
  readonly errors: readonly WhenError[]
  /** Ids of services, in the order they are offered. */
  readonly services: readonly string[]
  readonly wording: Wording
  /** Where the edition's pages start. */
  readonly root: string
  /** True below an answer, to ask about another day. */
  readonly again?: boolean
}

/** Asks for a service and a day. A GET: the answer's address can be kept and sent to others. */
export function WhenForm({ fields, errors, services, wording, root, again }: Props) {
  const { t, language } = wording
  const messageOf = (error: WhenError) =>
    t(`when.${error.question}.errors.${error.code}`, {
      from: dayInWords(holidaysKnown.from, language),
      to: dayInWords(holidaysKnown.to, language),
    })
  const errorOf = (question: WhenError['question']) => {
    const found = errors.find((error) => error.question === question)
    return found && { prefix: t('form.errors.prefix'), message: messageOf(found) }
  }
  const wrong = errors.map(({ field }) => field)
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          title={t('form.errors.title')}
          items={errors.map((error) => ({ href: `#${error.field}`, message: messageOf(error) }))}
          tabindex={-1}
          autofocus
        />
      )}
      {again ? (
        <h2 class="screen-only">{t('when.again')}</h2>
      ) : (
        <>
          <h1>{t('when.title')}</h1>
          <p class="lead">{t('when.lead')}</p>
          <p>{t('when.no-complaint')}</p>
        </>
      )}
      <form action={`${root}when/dates/`} method="get" noValidate class="when screen-only">
        <input type="hidden" name="language" value={language} />
        <Select
          name="service"
          label={t('when.service.label')}
          labelClass="govuk-label--m"
          hint={t('when.service.hint')}
          error={errorOf('service')}
          value={fields.service}
          items={[
            { value: '', label: t('when.service.choose') },
            ...services.map((id) => ({ value: id, label: wording.serviceName(id) })),
          ]}
        />
        <DateInput
          id="sent"
          namePrefix="sent"
          legend={t('when.sent.label')}
          legendClass="govuk-fieldset__legend--m"
          hint={t('when.sent.hint')}
          error={errorOf('sent')}
          parts={(['day', 'month', 'year'] as const).map((part) => ({
            name: part,
            label: t(`when.sent.parts.${part}`),
            value: fields[part],
            wrong: wrong.includes(`sent-${part}`),
            ...(part === 'month' && { inputmode: 'text' as const, characters: 5 as const }),
            ...(part === 'year' && { characters: 4 as const }),
          }))}
        />
        <Button>{t('when.button')}</Button>
      </form>
    </>
  )
}

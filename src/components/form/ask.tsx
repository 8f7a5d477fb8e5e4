import { optionsOf } from '../../form/kinds/choice.ts'
import { optionLabel } from '../../form/outputs/readable.ts'
import { textOf, textsOf, type Fields, type Question, type Surroundings } from '../../form/question.ts'
import type { FieldError } from '../../form/validate.ts'
import type { Wording } from '../../form/wording.ts'
import { Checkboxes } from '../govuk/checkboxes.tsx'
import { DateInput } from '../govuk/date-input.tsx'
import { Input } from '../govuk/input.tsx'
import { Radios } from '../govuk/radios.tsx'
import { Textarea } from '../govuk/textarea.tsx'
import { errorMessage } from './error-message.ts'
import type { FileFacts } from './file-facts.ts'
import { FilesField } from './files-field.tsx'

/** What is needed to show questions, whoever shows them: the page, a function or the browser. */
export interface Asking {
  readonly fields: Fields
  /** What to know of an answer before it is read again, by the question's id. */
  readonly remarks?: Readonly<Record<string, string>> | undefined
  readonly errors: readonly FieldError[]
  readonly wording: Wording
  readonly around: Surroundings
  /** Where the form posts to, for what posts it before its end. */
  readonly action?: string | undefined
}

interface Props extends Asking {
  readonly question: Question
  /** The level of heading that the question's label is; a plain label without. */
  readonly heading?: 1 | 2 | undefined
  /** What the council takes of files, for a form that asks for them. */
  readonly files?: FileFacts
  /** What asks for files in place of the field that a form posts. */
  readonly filesField?: typeof FilesField | undefined
}

const sizes = { 1: 'l', 2: 'm' } as const

/** One question with its hint, its error and the answer given so far. */
export function Ask({
  question,
  heading,
  fields,
  errors,
  wording,
  around,
  action,
  files,
  filesField,
}: Props) {
  const { id, kind } = question
  const { t, has } = wording
  const size = heading ? sizes[heading] : 's'
  const label = t(`questions.${id}.label`)
  // What is wrong with one file of several stands beside it.
  const wrong = errors.filter((each) => each.question === id && question.fields.includes(each.field))
  const [error] = wrong
  const guidance = {
    heading,
    hint: has(`questions.${id}.hint`) ? t(`questions.${id}.hint`) : undefined,
    error: error && { prefix: t('form.errors.prefix'), message: messages(wrong, question, wording) },
  }
  const named = question.optional ? t('form.optional', { label }) : label
  const labelled = { ...guidance, label: named, labelClass: `govuk-label--${size}` }
  const grouped = { ...guidance, legend: named, legendClass: `govuk-fieldset__legend--${size}` }
  const typed = { name: id, autocomplete: question.autocomplete, value: textOf(fields, id), ...labelled }

  switch (kind) {
    case 'choice':
      return (
        <Radios name={id} {...grouped} value={textOf(fields, id)} items={items(question, wording, around)} />
      )
    case 'choices':
      return (
        <Checkboxes
          name={id}
          {...grouped}
          values={textsOf(fields, id)}
          items={items(question, wording, around)}
        />
      )
    case 'partial-date':
      return (
        <DateInput
          id={id}
          namePrefix={id}
          {...grouped}
          parts={['day', 'month', 'year'].map((part) => ({
            name: part,
            label: t(`questions.${id}.parts.${part}`),
            value: textOf(fields, `${id}-${part}`),
            wrong: error?.field === `${id}-${part}`,
            // A month may be typed as a word.
            ...(part === 'month' && { inputmode: 'text', characters: 5 }),
            ...(part === 'year' && { characters: 4 }),
          }))}
        />
      )
    case 'files': {
      const Field = filesField ?? FilesField
      return (
        <Field
          {...labelled}
          name={id}
          hint={t(`questions.${id}.hint`)}
          values={textsOf(fields, id)}
          facts={files!}
          {...{ wording, action }}
        />
      )
    }
    case 'long-text':
      return <Textarea {...typed} rows={question.max && question.max > 1000 ? 8 : 4} />
    case 'email':
      return <Input {...typed} type="email" spellcheck={false} autocapitalize="none" />
    case 'phone':
      return <Input {...typed} type="tel" class="govuk-input--width-20" />
    default:
      return <Input {...typed} spellcheck={id === 'name' ? false : undefined} />
  }
}

/** All that is wrong with one answer, a line each: of several files, several may be. */
const messages = (errors: readonly FieldError[], question: Question, wording: Wording) =>
  errors.map((error, place) => (
    <>
      {place > 0 && <br />}
      {errorMessage(error, question, wording)}
    </>
  ))

function items(question: Question, wording: Wording, around: Surroundings) {
  const hints = `questions.${question.id}.optionHints`
  return optionsOf(question, around).map((option) => ({
    value: option,
    label: optionLabel(question.id, question.options, option, wording),
    ...(wording.has(`${hints}.${option}`) && { hint: wording.t(`${hints}.${option}`) }),
  }))
}

import { render } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { FileFacts } from '../../components/form/file-facts.ts'
import { errorMessage } from '../../components/form/error-message.ts'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import type { FieldError } from '../../form/validate.ts'
import { wordingOf, type Wording } from '../../form/wording.ts'
import type { Words } from '../../words/translate.ts'
import { FilesUpload } from './files-upload.tsx'

/** What the page hands over, as JSON in it. */
export interface FilesPage {
  readonly language: string
  readonly words: Words
  readonly facts: FileFacts
}

/** The question, without its rules: they are the server's, and weigh more than all of this. */
const files = { id: 'files' }

interface Props {
  readonly values: readonly string[]
  readonly wrong: string | undefined
  readonly facts: FileFacts
  readonly wording: Wording
  readonly onErrors: (errors: readonly FieldError[]) => void
}

/** The question for files as the page has it, with what sends them. */
function Field({ wrong, wording, ...rest }: Props) {
  const { t } = wording
  return (
    <FilesUpload
      {...rest}
      wording={wording}
      name={files.id}
      label={t('form.optional', { label: t(`questions.${files.id}.label`) })}
      labelClass="govuk-label--m"
      heading={2}
      hint={t(`questions.${files.id}.hint`)}
      error={wrong ? { prefix: t('form.errors.prefix'), message: wrong } : undefined}
    />
  )
}

/** What keeps the form from going on, at the top of the page, where the focus goes. */
function Problems({ wording, hear }: { wording: Wording; hear: (tell: Props['onErrors']) => void }) {
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const summary = useRef<HTMLDivElement>(null)
  hear((found) => {
    setErrors(found)
    // The list is there after the next paint.
    setTimeout(() => summary.current?.focus())
  })
  if (!errors.length) return null
  return (
    <ErrorSummary
      title={wording.t('form.errors.title')}
      items={errors.map((error) => ({
        href: `#${error.field}`,
        message: errorMessage(error, files, wording),
      }))}
      tabindex={-1}
      rootRef={summary}
    />
  )
}

/** Puts what sends files in place of the field that a form posts, wherever a page has one. */
function start(): void {
  const data = document.getElementById('heard-files')?.textContent
  const main = document.querySelector('main')
  const place = main?.querySelector(`form:not([data-opening]) [data-files]`)
  if (!data || !main || !place) return
  const { language, words, facts } = JSON.parse(data) as FilesPage
  const wording = wordingOf(language, words, (id) => id)
  const values = [...place.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ value }) => value)
  const wrong = place.querySelector('.govuk-error-message')?.lastChild?.textContent?.trim()
  const problems = document.createElement('div')
  main.prepend(problems)
  let tell: Props['onErrors'] = () => undefined
  render(<Problems wording={wording} hear={(to) => (tell = to)} />, problems)
  place.replaceChildren()
  render(<Field {...{ values, wrong, facts, wording }} onErrors={(errors) => tell(errors)} />, place)
}

start()

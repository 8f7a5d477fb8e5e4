import type { Ref } from 'preact'
import { questionsOf, type Journey } from '../../form/journey.ts'
import { savable } from '../../form/savable.ts'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import type { Asking } from './ask.tsx'
import { errorMessage } from './error-message.ts'

interface Props extends Pick<Asking, 'errors' | 'wording'> {
  readonly journey: Journey
  readonly rootRef?: Ref<HTMLDivElement>
}

/** Everything to mend, at the top of the page, each a link to its field. Nothing where there is nothing. */
export function ErrorList({ journey, errors, wording, rootRef }: Props) {
  if (!errors.length) return null
  const items = errors.flatMap((error) => {
    const question = questionsOf(journey).find(({ id }) => id === error.question)
    return question ? [{ href: `#${error.field}`, message: errorMessage(error, question, wording) }] : []
  })
  return (
    <ErrorSummary
      title={wording.t('form.errors.title')}
      items={items}
      tabindex={-1}
      // The island moves the focus itself; a page that a function filled asks the browser to.
      {...(rootRef ? { rootRef } : { autofocus: true })}
    >
      {wording.t('form.errors.lead', { count: items.length })}
      {savable.includes(journey.id) && (
        <>
          {' '}
          <a href="#save">{wording.t('form.errors.later')}</a>
        </>
      )}
    </ErrorSummary>
  )
}

import type { Portal } from '../complaints/ports.ts'
import { checkForm, CheckPage } from '../components/form/check-page.tsx'
import { CopyAnswers } from '../components/form/copy-answers.tsx'
import { WholeForm } from '../components/form/whole-form.tsx'
import { ButtonLink } from '../components/govuk/button-link.tsx'
import { ErrorSummary } from '../components/govuk/error-summary.tsx'
import type { Fields } from '../form/question.ts'
import type { FieldError } from '../form/validate.ts'
import { page } from './answer.ts'
import type { Edition } from './edition.ts'
import { fillPage } from './fill-page.tsx'
import type { FormPlace } from './receive-form.ts'

/** Pages that answer a post of a form, each in the layout of the form's own page. */
export function formPages(portal: Portal, edition: Edition, place: FormPlace) {
  const { wording, around, facts, root, title } = edition
  const { journey, action, carried, notes, about } = place
  const { t } = wording
  const built = () => portal.pages.read(`${root}${place.page}`)

  return {
    /** Every step under the last, with what was answered so far and what is to mend. */
    wholeForm(
      fields: Fields,
      errors: readonly FieldError[],
      remarks?: Readonly<Record<string, string>>,
    ): Response {
      const name = t(`${journey.id}.title`)
      const html = fillPage(
        built(),
        title(errors.length ? t('form.errors.page-title', { title: name }) : name),
        <WholeForm
          {...{ journey, action, carried, notes, facts, fields, errors, remarks, wording, around }}
        />,
      )
      return page(html, errors.length ? 422 : 200)
    },

    /** What was to be saved for later could not be: it is all still here. */
    notSaved(fields: Fields): Response {
      const name = t('form.not-saved.title')
      const main = (
        <>
          <ErrorSummary title={name} items={[]} tabindex={-1} autofocus>
            {t('form.not-saved.lead')} {t('form.problem.ring', { phone: facts.intro.phone })}
          </ErrorSummary>
          <WholeForm {...{ journey, action, carried, notes, facts, fields, wording, around }} errors={[]} />
        </>
      )
      return page(fillPage(built(), title(t('form.errors.page-title', { title: name })), main), 503)
    },

    /** Everything to read through before it is sent. `along` travels with it, and is no answer. */
    check(fields: Fields, submissionId: string, along: Fields): Response {
      const form = (
        <CheckPage
          {...{ journey, action, about, submissionId, fields, wording, around }}
          carried={{ ...carried, ...along }}
        />
      )
      return page(fillPage(built(), title(t('form.check.title')), form), 200)
    },

    /** Nobody could take it: their words are all still here, to send again or to keep as a file. */
    unavailable(fields: Fields, submissionId: string, along: Fields): Response {
      const name = t('form.problem.unavailable.title')
      const main = (
        <>
          <ErrorSummary title={name} items={[]} tabindex={-1} autofocus>
            {t('form.problem.unavailable.lead')} {t('form.problem.ring', { phone: facts.intro.phone })}
          </ErrorSummary>
          <CopyAnswers wording={wording} form={checkForm} />
          <CheckPage
            {...{ journey, action, about, submissionId, fields, wording, around }}
            carried={{ ...carried, ...along }}
          />
        </>
      )
      return page(fillPage(built(), title(t('form.errors.page-title', { title: name })), main), 503)
    },

    /** A request that cannot be taken as it is: what happened, and what to do. */
    problem(which: 'too-large' | 'wrong-type' | 'not-found', status: number): Response {
      const main = (
        <>
          <h1>{t(`form.problem.${which}.title`)}</h1>
          <p>{t(`form.problem.${which}.lead`)}</p>
          <p>{t('form.problem.ring', { phone: facts.intro.phone })}</p>
          <ButtonLink href={`${root}${place.page}`}>{t('form.problem.start-again')}</ButtonLink>
        </>
      )
      return page(fillPage(built(), title(t(`form.problem.${which}.title`)), main), status)
    },
  }
}

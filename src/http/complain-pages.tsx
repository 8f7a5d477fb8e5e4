import type { Portal } from '../complaints/ports.ts'
import { CheckPage } from '../components/form/check-page.tsx'
import { WholeForm } from '../components/form/whole-form.tsx'
import { ButtonLink } from '../components/govuk/button-link.tsx'
import { ErrorSummary } from '../components/govuk/error-summary.tsx'
import { complain } from '../form/journeys/complain.ts'
import type { Fields } from '../form/question.ts'
import type { FieldError } from '../form/validate.ts'
import { page } from './answer.ts'
import type { Edition } from './edition.ts'
import { fillPage } from './fill-page.tsx'

/** Where the form posts to. */
export const action = '/api/complaints'

/** Pages that answer a post of the form, each in the layout of the form's own page. */
export function complainPages(portal: Portal, edition: Edition) {
  const { wording, around, facts, root, title } = edition
  const { t } = wording
  const built = () => portal.pages.read(`${root}complain/`)

  return {
    /** Every step under the last, with what was answered so far and what is to mend. */
    wholeForm(fields: Fields, errors: readonly FieldError[]): Response {
      const name = t('complain.title')
      const html = fillPage(
        built(),
        title(errors.length ? t('form.errors.page-title', { title: name }) : name),
        <WholeForm
          journey={complain}
          action={action}
          facts={facts}
          {...{ fields, errors, wording, around }}
        />,
      )
      return page(html, errors.length ? 422 : 200)
    },

    /** Everything to read through before it is sent. */
    check(fields: Fields, submissionId: string): Response {
      const form = <CheckPage journey={complain} {...{ action, submissionId, fields, wording, around }} />
      return page(fillPage(built(), title(t('form.check.title')), form), 200)
    },

    /** The database is away: their words are all still here, to send again or to copy. */
    unavailable(fields: Fields, submissionId: string): Response {
      const name = t('form.problem.unavailable.title')
      const main = (
        <>
          <ErrorSummary title={name} items={[]} tabindex={-1} autofocus>
            {t('form.problem.unavailable.lead')} {t('form.problem.ring', { phone: facts.intro.phone })}
          </ErrorSummary>
          <CheckPage journey={complain} {...{ action, submissionId, fields, wording, around }} />
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
          <ButtonLink href={`${root}complain/`}>{t('form.problem.start-again')}</ButtonLink>
        </>
      )
      return page(fillPage(built(), title(t(`form.problem.${which}.title`)), main), status)
    },
  }
}

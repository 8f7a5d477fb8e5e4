import type { ComponentChildren } from 'preact'
import type { Portal } from '../complaints/ports.ts'
import { ShortForm } from '../components/form/short-form.tsx'
import { ErrorSummary } from '../components/govuk/error-summary.tsx'
import { pickFields } from '../form/fields.ts'
import type { Fields } from '../form/question.ts'
import { validate, type FieldError, type Outcome } from '../form/validate.ts'
import { methodNotAllowed, page, seeOther } from './answer.ts'
import { editionFor, type Edition } from './edition.ts'
import { languageOf } from './language-of.ts'
import { fillPage } from './fill-page.tsx'
import { formPages } from './form-pages.tsx'
import { logFailure } from './log-failure.ts'
import { readForm, statusOf } from './read-form.ts'
import type { FormPlace } from './receive-form.ts'

/** A form that is filled in and sent on one page. */
export interface ShortPlace extends FormPlace {
  /** What stands above its first question. */
  readonly above?: ComponentChildren
  /** What stands under its button. */
  readonly below?: ComponentChildren
}

/** What was sent of a short form, read and checked. */
export interface SentShort {
  readonly fields: Fields
  readonly outcome: Outcome
  readonly edition: Edition
}

/** A short form, and what becomes of what it sends. */
export interface ShortReception extends ShortPlace {
  /** Keeps it and answers, or says what is to mend that only the record could know. Throws where it was not kept. */
  keep(sent: SentShort): Promise<Response | readonly FieldError[]>
}

/**
 * Answers the address that a short form posts to. What is to mend comes back on the page (422); where the record is
 * away, so do the answers (503). `find` says who receives it, by the post's own hidden fields, or refuses it;
 * `editionOf` finds the words, where a form has some of its own.
 */
export async function receiveShortForm(
  request: Request,
  portal: Portal,
  at: FormPlace,
  find: (
    said: (name: string) => string | undefined,
    edition: Edition,
  ) => ShortReception | Response | Promise<ShortReception | Response>,
  editionOf: typeof editionFor = editionFor,
): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther(`/${at.page}`)
  if (request.method !== 'POST') return methodNotAllowed('GET, HEAD, POST')
  const posted = await readForm(request)
  if (typeof posted === 'string')
    return formPages(portal, editionOf(languageOf(request, portal), portal), at).problem(
      posted,
      statusOf(posted),
    )

  const said = (name: string) => posted.find(([key]) => key === name)?.[1]
  const edition = editionOf(said('language'), portal)
  let fields: Fields = {}
  let place: ShortPlace = at
  try {
    const reception = await find(said, edition)
    if (reception instanceof Response) return reception
    place = reception
    fields = pickFields(posted, place.journey)
    const outcome = validate(place.journey, fields, edition.around)
    if (outcome.errors.length) return shortForm(portal, edition, place, fields, outcome.errors)
    const kept = await reception.keep({ fields, outcome, edition })
    return kept instanceof Response ? kept : shortForm(portal, edition, place, fields, kept)
  } catch (error) {
    logFailure(error)
    return unavailable(portal, edition, place, pickFields(posted, place.journey))
  }
}

/** The form with what was answered so far, and what is to mend. */
export function shortForm(
  portal: Portal,
  edition: Edition,
  place: ShortPlace,
  fields: Fields,
  errors: readonly FieldError[] = [],
): Response {
  const { t } = edition.wording
  const name = t(`${place.journey.id}.title`)
  const titled = errors.length ? t('form.errors.page-title', { title: name }) : name
  return inItsPage(
    portal,
    edition,
    place,
    titled,
    formOf(edition, place, fields, errors),
    errors.length ? 422 : 200,
  )
}

/** The record is away: what was written is all still here, to send again. */
function unavailable(portal: Portal, edition: Edition, place: ShortPlace, fields: Fields): Response {
  const { t } = edition.wording
  const name = t('form.problem.unavailable.title')
  const main = (
    <>
      <ErrorSummary title={name} items={[]} tabindex={-1} autofocus>
        {t('form.problem.unavailable.lead')} {t('form.problem.ring', { phone: edition.facts.intro.phone })}
      </ErrorSummary>
      {formOf(edition, place, fields, [])}
    </>
  )
  return inItsPage(portal, edition, place, t('form.errors.page-title', { title: name }), main, 503)
}

const formOf = (edition: Edition, place: ShortPlace, fields: Fields, errors: readonly FieldError[]) => (
  <ShortForm
    journey={place.journey}
    action={place.action}
    carried={place.carried}
    facts={edition.facts}
    wording={edition.wording}
    around={edition.around}
    fields={fields}
    errors={errors}
    below={place.below}
  >
    {place.above}
  </ShortForm>
)

/** A main part in the layout of the form's own page. */
export const inItsPage = (
  portal: Portal,
  { root, title }: Edition,
  { page: address }: FormPlace,
  name: string,
  main: Parameters<typeof fillPage>[2],
  status: number,
): Response => page(fillPage(portal.pages.read(`${root}${address}`), title(name), main), status)

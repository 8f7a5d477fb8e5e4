import type { Mark, Portal } from '../complaints/ports.ts'
import { keepField } from '../components/form/check-answers.tsx'
import { pickFields } from '../form/fields.ts'
import type { Journey } from '../form/journey.ts'
import type { Fields } from '../form/question.ts'
import { validate, type Answer, type FieldError, type Outcome } from '../form/validate.ts'
import { json, methodNotAllowed, seeOther } from './answer.ts'
import { copyOfAnswers } from './copy-of-answers.ts'
import { draftField, draftIn } from './drafts/carried-draft.ts'
import { editionFor, type Edition } from './edition.ts'
import { languageOf } from './language-of.ts'
import { formPages } from './form-pages.tsx'
import { keptId } from './kept-id.ts'
import { logFailure } from './log-failure.ts'
import { hiddenField, marksOf, shownField, shownNow } from './marks.ts'
import type { TakeFiles } from './files/take-posted.ts'
import { readPosted, statusOf } from './read-form.ts'
import { uuid } from './uuid.ts'

/** Lets work go on after the answer has gone. */
export type AfterAnswer = (work: Promise<unknown>) => void

/** A journey as it stands on the site: what it asks, where, and what becomes of what was sent. */
export interface FormPlace {
  readonly journey: Journey
  /** Where the form posts to, e.g. `/api/complaints`. */
  readonly action: string
  /** The page that Astro built for it, under the edition's root, e.g. `complain/`. */
  readonly page: string
  /** What travels with the form unseen, such as a sealed proof of who opened it. Never a person's words. */
  readonly carried?: Readonly<Record<string, string>>
  /** What the page says above its questions, for this one person: a paragraph each. */
  readonly notes?: readonly string[]
  /** What the answers are about, in a sentence: said again where they are read through. */
  readonly about?: string
}

/** What was sent, read and checked, on its way to the record. */
export interface SentForm {
  /** A hash of the form's own random id, as a UUID: sent twice, it is one submission. */
  readonly submissionId: string
  readonly outcome: Outcome
  /** What stood under questions that no longer apply and was sent all the same. */
  readonly kept: readonly Answer[]
  readonly edition: Edition
  /** The code of the draft that the answers came from; null where they were not saved before. */
  readonly draft: string | null
  /** What makes it look as if no person sent it. */
  readonly marks: readonly Mark[]
}

/** What could not be kept as it was sent, such as a code that opens nothing: the page comes back to be mended. */
export interface ToMend {
  readonly errors: readonly FieldError[]
}

/** A form's place, and what to do with what it sends. */
export interface Reception extends FormPlace {
  /**
   * Keeps what was sent, and gives the address of the page that follows; or what is to mend first. Throws where it
   * was not kept.
   */
  store(sent: SentForm): Promise<string | ToMend>
}

/** Finds who receives a post: by the post's own fields, for a form that carries something. A Response refuses it. */
export type FindReception = (
  said: (name: string) => string | undefined,
  edition: Edition,
) => Reception | Response | Promise<Reception | Response>

/**
 * Answers a form's address.
 *
 * A post says with `go` what it wants: nothing (show the whole form), `edit` (the same, to change an answer),
 * `check` (check it, and show it to be read through), `copy` (give it back as a file) or `send`. Only `send` with a submission id stores
 * anything. A reader that accepts JSON, as the island does, gets the address of the next page (201), the
 * errors (422) or the refusal's name. `at` is where the form stands, for what can be told without reading it.
 * `takeFiles` is for a form that asks for files: what comes with a post is kept at once, whatever is wanted, since a
 * file input cannot be filled again.
 */
export async function receiveForm(
  request: Request,
  portal: Portal,
  at: FormPlace,
  find: FindReception,
  takeFiles: TakeFiles = async ({ fields }) => ({ fields, errors: [], removed: false }),
): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther(`/${at.page}`)
  if (request.method !== 'POST') return methodNotAllowed('GET, HEAD, POST')
  const inJson = request.headers.get('accept')?.includes('application/json') ?? false
  const read = await readPosted(request)
  if (typeof read === 'string') {
    if (inJson) return json({ refused: read }, statusOf(read))
    return formPages(portal, editionFor(languageOf(request, portal), portal), at).problem(
      read,
      statusOf(read),
    )
  }

  const said = (name: string) => read.fields.find(([key]) => key === name)?.[1]
  const edition = editionFor(said('language'), portal)
  const reception = await find(said, edition)
  if (reception instanceof Response) return reception
  const { journey, carried } = reception
  const { fields: posted, errors: wrong, removed } = await takeFiles(read, journey)
  // Whoever saved their answers saves them again under the same code.
  const draft = draftIn(said)
  const pages = formPages(
    portal,
    edition,
    draft ? { ...reception, carried: { ...carried, [draftField]: draft } } : reception,
  )
  const fields = pickFields(posted, journey)
  // A file was taken back from the page to check, which carries a submission id.
  const go = removed && said('submission') ? 'check' : said('go')
  if (go !== 'check' && go !== 'send' && go !== 'copy') return pages.wholeForm(fields, wrong)

  const outcome = validate(journey, fields, edition.around)
  if (go === 'copy') return copyOfAnswers(journey, outcome, edition, portal.now())
  const errors = [...outcome.errors, ...wrong]
  if (errors.length) return inJson ? json({ errors }, 422) : pages.wholeForm(fields, errors)

  const submissionId = said('submission')?.toLowerCase()
  const along = (id: string, shown = shownNow(id, portal)) => {
    const filled = said(hiddenField)
    return { [shownField]: shown, ...(filled && { [hiddenField]: 'filled' }) }
  }
  if (go === 'check' || !submissionId || !uuid.test(submissionId)) {
    const id = portal.randomId()
    return pages.check(fields, id, along(id))
  }

  const keep = posted.filter(([key]) => key === keepField).map(([, id]) => id)
  const kept = outcome.leftOver.filter(({ question }) => keep.includes(question.id))
  try {
    const next = await reception.store({
      submissionId: keptId(submissionId),
      outcome,
      kept,
      edition,
      draft,
      marks: marksOf(request, said, submissionId, portal),
    })
    if (typeof next !== 'string')
      return inJson ? json({ errors: next.errors }, 422) : pages.wholeForm(fields, next.errors)
    return inJson ? json({ location: next }, 201, { location: next }) : seeOther(next)
  } catch (error) {
    logFailure(error)
    return inJson
      ? json({ refused: 'unavailable' }, 503)
      : pages.unavailable(without(keep, fields, outcome), submissionId, along(submissionId, said(shownField)))
  }
}

/** What was dropped on the check page stays dropped when the page comes back. */
function without(keep: readonly string[], fields: Fields, { leftOver }: Outcome): Fields {
  const dropped = leftOver.flatMap(({ question }) => (keep.includes(question.id) ? [] : question.fields))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !dropped.includes(name)))
}

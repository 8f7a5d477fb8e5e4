import { sendMail } from '../complaints/send-mail.ts'
import { submission } from '../complaints/submit.ts'
import type { Portal, Stored } from '../complaints/ports.ts'
import { keepField } from '../components/form/check-answers.tsx'
import { pickFields } from '../form/fields.ts'
import { complain } from '../form/journeys/complain.ts'
import type { Fields } from '../form/question.ts'
import { validate, type Outcome } from '../form/validate.ts'
import { formVersion } from '../form/version.ts'
import { json, methodNotAllowed, seeOther } from './answer.ts'
import { complainPages } from './complain-pages.tsx'
import { editionFor, type Edition } from './edition.ts'
import { logFailure } from './log-failure.ts'
import { readForm, statusOf } from './read-form.ts'
import { sendingWith } from './sending.ts'
import { sentAddress } from './sent-address.ts'

/** Lets work go on after the answer has gone. */
export type AfterAnswer = (work: Promise<unknown>) => void

/**
 * Answers `/api/complaints`.
 *
 * A post says with `go` what it wants: nothing (show the whole form), `edit` (the same, to change an answer),
 * `check` (check it, and show it to be read through) or `send`. Only `send` with a submission id stores
 * anything. A reader that accepts JSON, as the island does, gets the address of the next page (201), the
 * errors (422) or the refusal's name.
 */
export async function receiveComplaint(
  request: Request,
  portal: Portal,
  after: AfterAnswer,
): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther('/complain/')
  if (request.method !== 'POST') return methodNotAllowed('GET, HEAD, POST')
  const inJson = request.headers.get('accept')?.includes('application/json') ?? false
  const posted = await readForm(request)
  if (typeof posted === 'string') {
    if (inJson) return json({ refused: posted }, statusOf(posted))
    return complainPages(portal, editionFor(undefined, portal)).problem(posted, statusOf(posted))
  }

  const said = (name: string) => posted.find(([key]) => key === name)?.[1]
  const edition = editionFor(said('language'), portal)
  const pages = complainPages(portal, edition)
  const fields = pickFields(posted, complain)
  const go = said('go')
  if (go !== 'check' && go !== 'send') return pages.wholeForm(fields, [])

  const outcome = validate(complain, fields, edition.around)
  if (outcome.errors.length)
    return inJson ? json({ errors: outcome.errors }, 422) : pages.wholeForm(fields, outcome.errors)

  const submissionId = said('submission')?.toLowerCase()
  if (go === 'check' || !submissionId || !uuid.test(submissionId))
    return pages.check(fields, portal.randomId())

  const kept = posted.filter(([key]) => key === keepField).map(([, id]) => id)
  try {
    const stored = await store(submissionId, outcome, kept, edition, portal)
    after(sendMail(sendingWith(portal), submissionId).catch(logFailure))
    const next = await sentAddress(stored, outcome, edition, portal)
    return inJson ? json({ location: next }, 201, { location: next }) : seeOther(next)
  } catch (error) {
    logFailure(error)
    return inJson
      ? json({ refused: 'unavailable' }, 503)
      : pages.unavailable(without(kept, fields, outcome), submissionId)
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function store(
  id: string,
  outcome: Outcome,
  kept: readonly string[],
  edition: Edition,
  portal: Portal,
): Promise<Stored> {
  const { wording } = edition
  return portal.record.submit(
    submission({
      submissionId: id,
      formVersion: formVersion(complain, portal.wordsIn(wording.language)),
      answers: outcome.answers,
      kept: outcome.leftOver.filter(({ question }) => kept.includes(question.id)),
      wording,
      receivedAt: portal.now(),
      random: portal.randomNumber,
      council: portal.council,
    }),
  )
}

/** What was dropped on the check page stays dropped when the page comes back. */
function without(kept: readonly string[], fields: Fields, { leftOver }: Outcome): Fields {
  const dropped = leftOver.flatMap(({ question }) => (kept.includes(question.id) ? [] : question.fields))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !dropped.includes(name)))
}

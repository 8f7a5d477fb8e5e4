import { byCode, codeError, type Given } from '../../complaints/by-code.ts'
import { openGrant } from '../../complaints/follow/grant.ts'
import { isKnownBy } from '../../complaints/follow/same-words.ts'
import { mayBeWithdrawn } from '../../complaints/follow/may-be-withdrawn.ts'
import { whatTheyMaySee } from '../../complaints/follow/what-they-may-see.ts'
import { sendMail } from '../../complaints/send-mail.ts'
import type { Portal } from '../../complaints/ports.ts'
import { addWorkingDays, londonDay } from '../../council/working-days.ts'
import { oneLine } from '../../form/clean.ts'
import { pickFields } from '../../form/fields.ts'
import { follow } from '../../form/journeys/follow.ts'
import { validate, type FieldError } from '../../form/validate.ts'
import { methodNotAllowed, seeOther } from '../answer.ts'
import { editionFor, type Edition } from '../edition.ts'
import { languageOf } from '../language-of.ts'
import { formPages } from '../form-pages.tsx'
import { logFailure } from '../log-failure.ts'
import { readForm, statusOf } from '../read-form.ts'
import type { AfterAnswer } from '../receive-form.ts'
import { sendingWith } from '../sending.ts'
import { followPlace, grantField, openedAddress, openedAt } from './addresses.ts'
import { followPages } from './follow-pages.tsx'
import { tooManyTries } from '../too-many-tries.ts'

type Posted = Exclude<Awaited<ReturnType<typeof readForm>>, string>

/**
 * Answers `/api/follow`: what is pressed to open a complaint, and on its page.
 *
 * `go` says which: `open` (the reference and the code), `words` (their name or postcode, to see what they wrote),
 * `withdraw` (asks first), `confirm-withdraw`, or `take-up`. All but the first carry the page's grant.
 */
export async function actOnComplaint(
  request: Request,
  portal: Portal,
  after: AfterAnswer,
): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther(`/${followPlace.page}`)
  if (request.method !== 'POST') return methodNotAllowed('GET, HEAD, POST')
  const posted = await readForm(request)
  if (typeof posted === 'string')
    return formPages(portal, editionFor(languageOf(request, portal), portal), followPlace).problem(
      posted,
      statusOf(posted),
    )

  const said = (name: string) => posted.find(([key]) => key === name)?.[1]
  const edition = editionFor(said('language'), portal)
  const grant = said(grantField)
  if (grant === undefined) return openByCode(posted, portal, edition)
  const pages = followPages(portal, edition)
  try {
    const given = await openGrant(grant, portal)
    if (!given) return pages.form({ note: 'closed', status: 410 })
    return await act({ go: said('go'), typed: said('known-by') ?? '', grant, given, portal, edition, after })
  } catch (error) {
    if (tooManyTries(error)) return pages.form({ note: 'too-many-tries', status: 429 })
    logFailure(error)
    return pages.form({ problem: true, status: 503 })
  }
}

async function openByCode(posted: Posted, portal: Portal, edition: Edition): Promise<Response> {
  const pages = followPages(portal, edition)
  const fields = pickFields(posted, follow)
  const { errors, answers } = validate(follow, fields, edition.around)
  const answer = (id: string) => String(answers.find(({ question }) => question.id === id)?.value ?? '')
  const mend = (found: readonly FieldError[], status = 422) => pages.form({ fields, errors: found, status })
  if (errors.length) return mend(errors)
  try {
    const given = byCode(answer('reference'), answer('code'), portal.keys)
    if ('misread' in given) return mend(given.misread)
    const followed = await portal.follows.follow(given)
    return followed ? seeOther(await openedAddress(followed.key, portal)) : mend([codeError('does-not-open')])
  } catch (error) {
    if (tooManyTries(error)) return mend([codeError('too-many-tries')], 429)
    logFailure(error)
    return pages.form({ fields, problem: true, status: 503 })
  }
}

interface Act {
  readonly go: string | undefined
  readonly typed: string
  readonly grant: string
  readonly given: Given
  readonly portal: Portal
  readonly edition: Edition
  readonly after: AfterAnswer
}

async function act({ go, typed, grant, given, portal, edition, after }: Act): Promise<Response> {
  const pages = followPages(portal, edition)
  const followed = await portal.follows.follow(given)
  if (!followed) return pages.form({ note: 'closed', status: 410 })
  const view = whatTheyMaySee(followed.role, followed.authority)

  if (go === 'words' && view.ownWords && followed.named) {
    if (!oneLine(typed)) return pages.complaint(followed, grant, { wrong: 'required' })
    const words = await portal.follows.words(given)
    return words && isKnownBy(typed, words)
      ? pages.complaint(followed, grant, { words })
      : pages.complaint(followed, grant, { wrong: 'no-match' })
  }
  if (go === 'withdraw' && mayBeWithdrawn(followed)) return pages.askToWithdraw(followed, grant)
  if (go === 'confirm-withdraw' && mayBeWithdrawn(followed)) {
    const now = portal.now()
    const { takeUpWorkingDays } = portal.council.withdrawal
    await portal.follows.withdraw(given, now, addWorkingDays(londonDay(now), takeUpWorkingDays))
    after(sendMail(sendingWith(portal)).catch(logFailure))
  }
  if (go === 'take-up' && view.mayWithdraw) {
    await portal.follows.takeUp(given, portal.now())
    after(sendMail(sendingWith(portal)).catch(logFailure))
  }
  return seeOther(openedAt(grant))
}

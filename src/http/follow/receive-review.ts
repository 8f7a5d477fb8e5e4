import { addition, answerTo } from '../../complaints/follow/addition.ts'
import { openGrant } from '../../complaints/follow/grant.ts'
import { begunBy, nextStage, type NextStage } from '../../complaints/follow/next-stage.ts'
import type { Given } from '../../complaints/by-code.ts'
import type { Followed } from '../../complaints/follow/ports.ts'
import { whatTheyMaySee } from '../../complaints/follow/what-they-may-see.ts'
import { sendMail } from '../../complaints/send-mail.ts'
import type { Portal } from '../../complaints/ports.ts'
import { reviewNotes } from '../../components/follow/next-things.tsx'
import { londonDay } from '../../council/working-days.ts'
import { review, reviewOpened, reviewOpenedLate } from '../../form/journeys/review.ts'
import { formVersion } from '../../form/version.ts'
import { deleteDraft } from '../drafts/carried-draft.ts'
import type { Edition } from '../edition.ts'
import { orGone } from '../files/or-gone.ts'
import { logFailure } from '../log-failure.ts'
import {
  receiveForm,
  type AfterAnswer,
  type FormPlace,
  type Reception,
  type SentForm,
  type ToMend,
} from '../receive-form.ts'
import { sendingWith } from '../sending.ts'
import { grantField } from './addresses.ts'
import { codeIsWrong, givenBy } from './given-by.ts'
import { laterAddress } from './sent-later.ts'
import { tooManyTries } from '../too-many-tries.ts'

/** Where the next stage is asked for. */
export const reviewPlace: FormPlace = { journey: review, action: '/api/reviews', page: 'review/' }

/**
 * Answers `/api/reviews`: asks for the next stage that the complaint's procedure has.
 *
 * Nobody is turned away: after the time to ask it is taken with why, and where no stage can begin it goes to the
 * team as an addition. From the complaint's own page the form says which stage it is for; without a code it is one
 * call that looks nothing up, as for additions.
 */
export const receiveReview = (request: Request, portal: Portal, after: AfterAnswer): Promise<Response> =>
  receiveForm(request, portal, reviewPlace, async (said, edition): Promise<Reception> => {
    const grant = said(grantField)
    const opened = await openGrant(grant, portal)
    const { t } = edition.wording
    if (!opened || !grant)
      return {
        ...reviewPlace,
        ...(grant && { notes: [t('follow.notes.closed-form')] }),
        store: (sent) => storeByCode(sent, portal, after),
      }
    const known = await lookUp(opened, portal)
    return {
      ...reviewPlace,
      journey: known?.next.is === 'stage' && known.next.late ? reviewOpenedLate : reviewOpened,
      carried: { [grantField]: grant },
      notes: notesOn(known, edition),
      store: (sent) => store(sent, opened, portal, after),
    }
  })

/** What the record knows; null where it is away, so that the words still come back. */
async function lookUp(given: Given, portal: Portal) {
  try {
    const followed = await portal.follows.follow(given)
    return followed && { followed, next: nextFor(followed, portal) }
  } catch (error) {
    logFailure(error)
    return null
  }
}

function nextFor(followed: Followed, portal: Portal): NextStage {
  if (!whatTheyMaySee(followed.role, followed.authority).mayAskForReview) return { is: 'unknown' }
  return nextStage(followed, procedureOf(followed, portal), londonDay(portal.now()))
}

const procedureOf = (followed: Followed, { council }: Portal) =>
  council.procedures.find(({ id }) => id === followed.procedure) ?? null

function notesOn(known: Awaited<ReturnType<typeof lookUp>>, { wording }: Edition): readonly string[] {
  return known ? reviewNotes(known.next, wording) : []
}

async function storeByCode(sent: SentForm, portal: Portal, after: AfterAnswer): Promise<string | ToMend> {
  const given = givenBy(sent.outcome.answers, portal)
  if (given && 'errors' in given) return given
  try {
    if (given) return await store(sent, given, portal, after)
    const stored = await orGone(() => portal.follows.add(asAddition(sent, null, portal)))
    if ('errors' in stored) return stored
    if (!stored.opened) return codeIsWrong('does-not-open')
    after(sendMail(sendingWith(portal), sent.submissionId).catch(logFailure))
    deleteDraft(sent.draft, portal, after)
    return await laterAddress({ ...stored, what: 'addition' }, sent.edition, portal)
  } catch (error) {
    if (tooManyTries(error)) return codeIsWrong('too-many-tries')
    throw error
  }
}

async function store(
  sent: SentForm,
  given: Given,
  portal: Portal,
  after: AfterAnswer,
): Promise<string | ToMend> {
  const followed = await portal.follows.follow(given)
  if (!followed) return codeIsWrong('does-not-open')
  const { answers } = sent.outcome
  const today = londonDay(portal.now())
  const begun = begunBy(nextFor(followed, portal), followed, procedureOf(followed, portal), today)
  const stored = await portal.follows.requestReview({
    addition: asAddition(sent, given, portal),
    ...begun,
    reasons: answerTo(answers, 'review.reasons'),
    outcome: answerTo(answers, 'review.outcome'),
    late_reason: answerTo(answers, 'review.late_reason'),
  })
  if (!stored.opened) return codeIsWrong('does-not-open')
  after(sendMail(sendingWith(portal), sent.submissionId).catch(logFailure))
  deleteDraft(sent.draft, portal, after)
  if (!stored.begun)
    return laterAddress({ ...stored, what: 'addition', verified: true }, sent.edition, portal)
  const { procedure } = followed
  // An email that is itself the acknowledgement leaves nothing to promise but the reply.
  const acknowledged = begun.template === 'review-acknowledgement'
  const acknowledge_by = acknowledged ? null : stored.acknowledge_by
  return laterAddress(
    { ...stored, what: 'review', verified: true, procedure, acknowledge_by },
    sent.edition,
    portal,
  )
}

const asAddition = (
  { submissionId, outcome, kept, edition }: SentForm,
  given: Given | null,
  portal: Portal,
) =>
  addition({
    ...{ submissionId, kept, given, kind: 'review' as const },
    formVersion: formVersion(review, portal.wordsIn(edition.wording.language)),
    answers: outcome.answers,
    wording: edition.wording,
    receivedAt: portal.now(),
  })

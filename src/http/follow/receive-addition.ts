import { addition, answerTo } from '../../complaints/follow/addition.ts'
import { openGrant } from '../../complaints/follow/grant.ts'
import type { Given } from '../../complaints/by-code.ts'
import { canBeKnown, isKnownBy } from '../../complaints/follow/same-words.ts'
import { sendMail } from '../../complaints/send-mail.ts'
import type { Portal } from '../../complaints/ports.ts'
import { add, addOpened } from '../../form/journeys/add.ts'
import type { Answer } from '../../form/validate.ts'
import { formVersion } from '../../form/version.ts'
import { deleteDraft } from '../drafts/carried-draft.ts'
import { orGone } from '../files/or-gone.ts'
import { takePosted } from '../files/take-posted.ts'
import { logFailure } from '../log-failure.ts'
import { receiveForm, type AfterAnswer, type FormPlace, type ToMend } from '../receive-form.ts'
import { sendingWith } from '../sending.ts'
import { grantField } from './addresses.ts'
import { codeIsWrong, givenBy } from './given-by.ts'
import { laterAddress } from './sent-later.ts'
import { tooManyTries } from '../too-many-tries.ts'
import { whoCalls } from '../who-calls.ts'

/** Where something is added to a complaint. */
export const addPlace: FormPlace = { journey: add, action: '/api/additions', page: 'add/' }

/**
 * Answers `/api/additions`. With a grant from the complaint's page no reference is asked for; with an old one the
 * reference is asked for after all, and every word is kept. Without a code it is one call that looks nothing up.
 */
export const receiveAddition = (
  request: Request,
  portal: Portal,
  after: AfterAnswer,
  address: string,
): Promise<Response> =>
  receiveForm(
    request,
    portal,
    addPlace,
    async (said, { wording }) => {
      const grant = said(grantField)
      const opened = await openGrant(grant, portal)
      const journey = opened ? addOpened : add
      return {
        ...addPlace,
        journey,
        ...(opened && grant && { carried: { [grantField]: grant } }),
        ...(grant && !opened && { notes: [wording.t('follow.notes.closed-form')] }),
        async store({ submissionId, outcome, kept, edition, draft, marks }) {
          const given = opened ?? givenBy(outcome.answers, portal)
          if (given && 'errors' in given) return given
          try {
            const unknown = given && (await whoIsUnknown(outcome.answers, given, portal))
            if (unknown) return unknown
            const stored = await orGone(() =>
              portal.follows.add({
                ...addition({
                  ...{ submissionId, kept, given },
                  formVersion: formVersion(journey, portal.wordsIn(edition.wording.language)),
                  answers: outcome.answers,
                  wording: edition.wording,
                  receivedAt: portal.now(),
                }),
                marks,
                caller: whoCalls(address, portal),
              }),
            )
            if ('errors' in stored) return stored
            if (!stored.opened) return codeIsWrong('does-not-open')
            after(sendMail(sendingWith(portal), submissionId).catch(logFailure))
            deleteDraft(draft, portal, after)
            return laterAddress({ ...stored, what: 'addition' }, edition, portal)
          } catch (error) {
            if (tooManyTries(error)) return codeIsWrong('too-many-tries')
            throw error
          }
        },
      }
    },
    takePosted(portal, address),
  )

/** What to mend where somebody would change how a person is reached and does not know what they are known by. */
async function whoIsUnknown(
  answers: readonly Answer[],
  given: Given,
  portal: Portal,
): Promise<ToMend | null> {
  if (answerTo(answers, 'addition.kind') !== 'contact') return null
  const person = await portal.follows.words(given)
  const typed = answerTo(answers, 'key.known_by') ?? ''
  // Who gave neither name nor postcode is known by the code alone; a code that opens nothing is told by the record.
  if (!person || isKnownBy(typed, person) || !canBeKnown(person)) return null
  return { errors: [{ question: 'known-by', field: 'known-by', code: typed ? 'no-match' : 'needed' }] }
}

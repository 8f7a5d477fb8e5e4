import { drawnFrom } from '../complaints/drawn-from.ts'
import { keep } from '../complaints/keep.ts'
import { sendMail } from '../complaints/send-mail.ts'
import { submission } from '../complaints/submit.ts'
import type { Portal } from '../complaints/ports.ts'
import { asTryOut, isTryOut, tryOutField } from '../complaints/try-out.ts'
import { complain } from '../form/journeys/complain.ts'
import { formVersion } from '../form/version.ts'
import { orGone } from './files/or-gone.ts'
import { takePosted } from './files/take-posted.ts'
import { logFailure } from './log-failure.ts'
import { receiveForm, type AfterAnswer, type FormPlace } from './receive-form.ts'
import { sendingWith } from './sending.ts'
import { sentAddress } from './sent-address.ts'
import { whoCalls } from './who-calls.ts'

/** Where the form to complain stands. */
export const complainPlace: FormPlace = { journey: complain, action: '/api/complaints', page: 'complain/' }

/** Answers `/api/complaints`: keeps a complaint, compliment or comment, and sends its letters after the answer. */
export const receiveComplaint = (
  request: Request,
  portal: Portal,
  after: AfterAnswer,
  address: string,
): Promise<Response> =>
  receiveForm(
    request,
    portal,
    complainPlace,
    (said) => ({
      ...complainPlace,
      async store({ submissionId, outcome, kept, edition, draft, marks }) {
        const { wording } = edition
        const made = {
          ...submission({
            submissionId,
            formVersion: formVersion(complain, portal.wordsIn(wording.language)),
            answers: outcome.answers,
            kept,
            wording,
            receivedAt: portal.now(),
            ...drawnFrom(submissionId, portal.keys),
            keys: portal.keys,
            council: portal.council,
          }),
          marks,
          caller: whoCalls(address, portal),
        }
        const ownTest = await isTryOut(said(tryOutField), portal)
        const stored = await orGone(() =>
          keep(ownTest ? asTryOut(made) : made, draft ? portal.draftSeal.finder(draft) : undefined, {
            ...portal,
            onAway: logFailure,
          }),
        )
        if ('errors' in stored) return stored
        if (!stored.waits) after(sendMail(sendingWith(portal), submissionId).catch(logFailure))
        return sentAddress(stored, outcome, edition, portal)
      },
    }),
    takePosted(portal, address),
  )

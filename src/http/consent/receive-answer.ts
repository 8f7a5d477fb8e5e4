import { answering } from '../../complaints/consent/answering.ts'
import { byKey, openForm } from '../../complaints/consent/grant.ts'
import type { Portal } from '../../complaints/ports.ts'
import { sendMail } from '../../complaints/send-mail.ts'
import { editionFor } from '../edition.ts'
import { logFailure } from '../log-failure.ts'
import { receiveForm, type AfterAnswer } from '../receive-form.ts'
import { sendingWith } from '../sending.ts'
import { consentPages } from './consent-pages.tsx'
import { openAddress } from './open-consent.ts'
import { consentPlace } from './places.ts'

/** Answers `/api/consents`: keeps what the person says about who wants to act for them. */
export const receiveAnswer = (request: Request, portal: Portal, after: AfterAnswer): Promise<Response> =>
  receiveForm(request, portal, consentPlace, async (said) => {
    const sealed = said('grant') ?? ''
    const grant = await openForm(sealed, portal)
    const pages = consentPages(portal, editionFor(grant?.language, portal))
    if (!grant) return pages.code({ note: 'closed', status: 410 })
    return {
      ...consentPlace,
      carried: { grant: sealed },
      notes: pages.notes(grant),
      about: pages.notes(grant)[0] ?? '',
      async store({ submissionId, outcome, edition }) {
        const { link_proof } = byKey(grant.key, portal)
        const words = portal.wordsIn(edition.wording.language)
        const answered = await portal.consents.answer(
          answering(outcome.answers, {
            grant,
            words,
            linkProof: link_proof,
            answerId: submissionId,
            council: portal.council,
          }),
        )
        after(sendMail(sendingWith(portal)).catch(logFailure))
        const next = await openAddress(grant, portal)
        return answered && !answered.taken ? `${next}&not-taken=1` : next
      },
    }
  })

import { byKey, openForm } from '../../complaints/consent/grant.ts'
import type { GoOnAlone } from '../../complaints/consent/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { sendMail } from '../../complaints/send-mail.ts'
import { editionFor } from '../edition.ts'
import { languageOf } from '../language-of.ts'
import { logFailure } from '../log-failure.ts'
import { receiveForm, type AfterAnswer } from '../receive-form.ts'
import { sendingWith } from '../sending.ts'
import { consentPages } from './consent-pages.tsx'
import { openAddress } from './open-consent.ts'
import { withdrawPlace } from './places.ts'

/** Answers `/api/consents/withdraw`: takes a yes back, at once. */
export const receiveWithdrawal = (request: Request, portal: Portal, after: AfterAnswer): Promise<Response> =>
  receiveForm(request, portal, withdrawPlace, async (said) => {
    const sealed = said('grant') ?? ''
    const grant = await openForm(sealed, portal)
    if (!grant)
      return consentPages(portal, editionFor(languageOf(request, portal), portal)).code({
        note: 'closed',
        status: 410,
      })
    return {
      ...withdrawPlace,
      carried: { grant: sealed },
      async store({ outcome }) {
        const alone = outcome.answers.find(({ question }) => question.id === 'go-on-alone')?.value
        await portal.consents.withdraw({
          ...byKey(grant.key, portal),
          by: grant.by,
          ...(alone !== undefined && { go_on_alone: alone as GoOnAlone }),
        })
        after(sendMail(sendingWith(portal)).catch(logFailure))
        return openAddress(grant, portal)
      },
    }
  })

import type { Journey } from '../journey.ts'
import { address } from '../questions/address.ts'
import { adjustmentsDetails } from '../questions/adjustments-details.ts'
import { adjustments } from '../questions/adjustments.ts'
import { askRoute } from '../questions/ask-route.ts'
import { attorneyKind } from '../questions/attorney-kind.ts'
import { discriminationDetails } from '../questions/discrimination-details.ts'
import { discrimination } from '../questions/discrimination.ts'
import { email } from '../questions/email.ts'
import { estateKind } from '../questions/estate-kind.ts'
import { files } from '../questions/files.ts'
import { firstReport } from '../questions/first-report.ts'
import { forWhom } from '../questions/for-whom.ts'
import { happenedOn } from '../questions/happened-on.ts'
import { interpreterLanguage } from '../questions/interpreter-language.ts'
import { kind } from '../questions/kind.ts'
import { name } from '../questions/name.ts'
import { organisation } from '../questions/organisation.ts'
import { outcome } from '../questions/outcome.ts'
import { ownReference } from '../questions/own-reference.ts'
import { personAddress } from '../questions/person-address.ts'
import { personAge } from '../questions/person-age.ts'
import { personAgrees } from '../questions/person-agrees.ts'
import { personEmail } from '../questions/person-email.ts'
import { personName } from '../questions/person-name.ts'
import { personNeeds } from '../questions/person-needs.ts'
import { phone } from '../questions/phone.ts'
import { relationship } from '../questions/relationship.ts'
import { replyRoute } from '../questions/reply-route.ts'
import { risk } from '../questions/risk.ts'
import { safeTimes } from '../questions/safe-times.ts'
import { service } from '../questions/service.ts'
import { toldBeforeDetails } from '../questions/told-before-details.ts'
import { toldBefore } from '../questions/told-before.ts'
import { whatHappened } from '../questions/what-happened.ts'
import { whatWentWell } from '../questions/what-went-well.ts'
import { where } from '../questions/where.ts'
import { whyLate } from '../questions/why-late.ts'
import { whyNotDecide } from '../questions/why-not-decide.ts'
import { yourComment } from '../questions/your-comment.ts'

/** To complain, praise or comment; to complain for oneself or for somebody else. */
export const complain: Journey = {
  id: 'complain',
  steps: [
    { id: 'kind', questions: [kind] },
    { id: 'service', questions: [service] },
    { id: 'risk', questions: [risk] },
    { id: 'help-now', questions: [], interruptsWhen: { question: 'risk', is: ['yes', 'not-sure'] } },
    { id: 'for-whom', questions: [forWhom] },
    { id: 'relationship', questions: [relationship, attorneyKind, estateKind, organisation, ownReference] },
    { id: 'the-person', questions: [personName, personAddress, personAge] },
    { id: 'agreement', questions: [personAgrees, whyNotDecide] },
    { id: 'ask-them', questions: [askRoute, personEmail, personNeeds] },
    { id: 'story', questions: [whatHappened, whatWentWell, yourComment] },
    { id: 'when-and-where', questions: [happenedOn, whyLate, where] },
    { id: 'told-before', questions: [toldBefore, toldBeforeDetails, firstReport] },
    { id: 'outcome', questions: [outcome] },
    { id: 'discrimination', questions: [discrimination, discriminationDetails] },
    { id: 'files', questions: [files] },
    { id: 'reply', questions: [replyRoute, name, email, phone, safeTimes, address] },
    { id: 'needs', questions: [adjustments, interpreterLanguage, adjustmentsDetails] },
  ],
}

import type { Journey } from '../journey.ts'
import { address } from '../questions/address.ts'
import { adjustmentsDetails } from '../questions/adjustments-details.ts'
import { adjustments } from '../questions/adjustments.ts'
import { discriminationDetails } from '../questions/discrimination-details.ts'
import { discrimination } from '../questions/discrimination.ts'
import { email } from '../questions/email.ts'
import { firstReport } from '../questions/first-report.ts'
import { happenedOn } from '../questions/happened-on.ts'
import { interpreterLanguage } from '../questions/interpreter-language.ts'
import { kind } from '../questions/kind.ts'
import { name } from '../questions/name.ts'
import { outcome } from '../questions/outcome.ts'
import { phone } from '../questions/phone.ts'
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
import { yourComment } from '../questions/your-comment.ts'

/** To complain, praise or comment, for oneself. */
export const complain: Journey = {
  id: 'complain',
  steps: [
    { id: 'kind', questions: [kind] },
    { id: 'service', questions: [service] },
    { id: 'risk', questions: [risk] },
    { id: 'help-now', questions: [], interruptsWhen: { question: 'risk', is: ['yes', 'not-sure'] } },
    { id: 'story', questions: [whatHappened, whatWentWell, yourComment] },
    { id: 'when-and-where', questions: [happenedOn, whyLate, where] },
    { id: 'told-before', questions: [toldBefore, toldBeforeDetails, firstReport] },
    { id: 'outcome', questions: [outcome] },
    { id: 'discrimination', questions: [discrimination, discriminationDetails] },
    { id: 'reply', questions: [replyRoute, name, email, phone, safeTimes, address] },
    { id: 'needs', questions: [adjustments, interpreterLanguage, adjustmentsDetails] },
  ],
}

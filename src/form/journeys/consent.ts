import type { Journey } from '../journey.ts'
import { consentAnswer } from '../questions/consent-answer.ts'
import { consentHelper } from '../questions/consent-helper.ts'
import { consentMay } from '../questions/consent-may.ts'
import { consentName } from '../questions/consent-name.ts'
import { consentReach } from '../questions/consent-reach.ts'

/** To say whether somebody may complain for them. */
export const consent: Journey = {
  id: 'consent',
  steps: [
    { id: 'answer', questions: [consentAnswer] },
    { id: 'may', questions: [consentMay] },
    { id: 'name', questions: [consentName] },
    { id: 'reach', questions: [consentReach] },
    { id: 'helper', questions: [consentHelper] },
  ],
}

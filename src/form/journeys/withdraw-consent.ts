import type { Journey } from '../journey.ts'
import { goOnAlone } from '../questions/go-on-alone.ts'

/** To take back a yes. */
export const withdrawConsent: Journey = {
  id: 'withdraw-consent',
  steps: [{ id: 'alone', questions: [goOnAlone] }],
}

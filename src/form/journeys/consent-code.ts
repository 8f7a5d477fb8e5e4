import type { Journey } from '../journey.ts'
import { code } from '../questions/code.ts'
import { reference } from '../questions/reference.ts'

/** To open the question with what stands in a letter. */
export const consentCode: Journey = {
  id: 'consent-code',
  steps: [{ id: 'which', questions: [reference, code] }],
}

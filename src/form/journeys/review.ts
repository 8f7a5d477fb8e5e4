import type { Journey } from '../journey.ts'
import { codeIfKnown } from '../questions/code.ts'
import { reference } from '../questions/reference.ts'
import { reviewLate, reviewOutcome, reviewReasons } from '../questions/review.ts'
import { senderEmail, senderName } from '../questions/sender.ts'

/** To ask for the next stage, from the complaint's own page, within the time to ask. */
export const reviewOpened: Journey = {
  id: 'review',
  steps: [{ id: 'why', questions: [reviewReasons, reviewOutcome] }],
}

/** The same after that time. */
export const reviewOpenedLate: Journey = {
  id: 'review',
  steps: [{ id: 'why', questions: [reviewReasons, reviewOutcome, reviewLate] }],
}

/** The same from anywhere, with the reference, and with the code where it is known. */
export const review: Journey = {
  id: 'review',
  steps: [
    { id: 'which', questions: [reference, codeIfKnown] },
    { id: 'why', questions: [reviewReasons, reviewOutcome, reviewLate] },
    { id: 'sender', questions: [senderName, senderEmail] },
  ],
}

import { longText } from '../kinds/text.ts'

/** Why they ask for the next stage. Never required: the Codes let nobody be turned away for it (DOMAIN 1.6). */
export const reviewReasons = longText({
  id: 'review-reasons',
  max: 20_000,
  optional: true,
  record: 'review.reasons',
})

export const reviewOutcome = longText({
  id: 'review-outcome',
  max: 5000,
  optional: true,
  record: 'review.outcome',
})

/** Why they ask after the time to ask: it is taken all the same, and the team decides. */
export const reviewLate = longText({
  id: 'review-late',
  max: 5000,
  optional: true,
  record: 'review.late_reason',
})

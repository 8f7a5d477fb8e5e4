import type { Journey } from './journey.ts'
import { aboutYou } from './journeys/about-you.ts'
import { add, addOpened } from './journeys/add.ts'
import { complain } from './journeys/complain.ts'
import { follow } from './journeys/follow.ts'
import { makeItAComplaint } from './journeys/make-it-a-complaint.ts'
import { mailDraftCode, resume } from './journeys/resume.ts'
import { survey } from './journeys/survey.ts'
import { review, reviewOpened, reviewOpenedLate } from './journeys/review.ts'
import { consentCode } from './journeys/consent-code.ts'
import { consent } from './journeys/consent.ts'
import { withdrawConsent } from './journeys/withdraw-consent.ts'

/** Every journey there is: questions.json has words for what they ask, and for nothing else. */
export const allJourneys: readonly Journey[] = [
  survey,
  aboutYou,
  complain,
  makeItAComplaint,
  follow,
  add,
  addOpened,
  review,
  reviewOpened,
  reviewOpenedLate,
  consentCode,
  consent,
  withdrawConsent,
  resume,
  mailDraftCode,
]

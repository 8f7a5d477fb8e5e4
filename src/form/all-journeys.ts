import type { Journey } from './journey.ts'
import { complain } from './journeys/complain.ts'
import { makeItAComplaint } from './journeys/make-it-a-complaint.ts'

/** Every journey there is: questions.json has words for what they ask, and for nothing else. */
export const allJourneys: readonly Journey[] = [complain, makeItAComplaint]

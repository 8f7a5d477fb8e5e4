import { resume } from '../../form/journeys/resume.ts'
import { addPlace } from '../follow/receive-addition.ts'
import { reviewPlace } from '../follow/receive-review.ts'
import { complainPlace } from '../receive-complaint.ts'
import type { FormPlace } from '../receive-form.ts'

/** Where saved answers are opened. */
export const resumePlace: FormPlace = { journey: resume, action: '/api/drafts', page: 'resume/' }

/**
 * The forms that can be saved, as whoever comes back gets them: a form that was opened from a complaint's own page asks
 * for its reference and code, since its page has closed.
 */
export const savedPlaces: readonly FormPlace[] = [complainPlace, addPlace, reviewPlace]

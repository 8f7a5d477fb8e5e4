import type { Journey } from '../journey.ts'
import { draftCode } from '../questions/draft-code.ts'

/** To go on with answers that were saved. */
export const resume: Journey = { id: 'resume', steps: [{ id: 'which', questions: [draftCode] }] }

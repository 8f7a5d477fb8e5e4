import type { Journey } from '../journey.ts'
import { draftCode } from '../questions/draft-code.ts'
import { draftEmail } from '../questions/draft-email.ts'

/** To go on with answers that were saved. */
export const resume: Journey = { id: 'resume', steps: [{ id: 'which', questions: [draftCode] }] }

/** To have the code of saved answers sent by email. */
export const mailDraftCode: Journey = { id: 'resume', steps: [{ id: 'mail', questions: [draftEmail] }] }

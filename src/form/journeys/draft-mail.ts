import type { Journey } from '../journey.ts'
import { draftEmail } from '../questions/draft-email.ts'

/** To have the code of saved answers sent by email. */
export const draftMail: Journey = { id: 'draft-mail', steps: [{ id: 'where', questions: [draftEmail] }] }

import { email } from '../kinds/text.ts'

/** Where to send the code of saved answers, on request: the email goes at once, and nothing keeps the address. */
export const draftEmail = email({ id: 'draft-email', record: 'key.draft_email' })

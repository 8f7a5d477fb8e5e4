import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { sendMail } from '../src/complaints/send-mail.ts'
import { logFailure } from '../src/http/log-failure.ts'
import { sendingWith } from '../src/http/sending.ts'

/** Sends what is still queued: what failed before, and what a function that died left behind. */
export default async () => {
  await sendMail(sendingWith(portal())).catch(logFailure)
}

export const config: Config = { schedule: '* * * * *', region: 'lhr' }

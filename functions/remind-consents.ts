import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { remindConsents } from '../src/complaints/consent/remind.ts'
import { logFailure } from '../src/http/log-failure.ts'

/** Queues reminders, and lets old questions lapse; send-mail then sends the letters. */
export default async () => {
  await remindConsents(portal().consents, portal().council).catch(logFailure)
}

// In the daytime, winter and summer; twice, so that a run that failed is made up for on the same day.
export const config: Config = { schedule: '15 9,14 * * *', region: 'lhr' }

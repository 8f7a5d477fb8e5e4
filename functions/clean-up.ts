import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { logFailure } from '../src/http/log-failure.ts'

/** Deletes what is kept for a while and whose time is over. */
export default async () => {
  await portal().drafts.deleteOld().catch(logFailure)
}

export const config: Config = { schedule: '41 * * * *', region: 'lhr' }

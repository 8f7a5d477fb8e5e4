import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { forgetFiles } from '../src/files/forget.ts'
import { logFailure } from '../src/http/log-failure.ts'

/** Deletes what is kept for a while and whose time is over. */
export default async () => {
  const { drafts, forgetting, record } = portal()
  await drafts.deleteOld().catch(logFailure)
  await record.forgetCallers().catch(logFailure)
  await forgetFiles(forgetting).catch(logFailure)
}

export const config: Config = { schedule: '41 * * * *', region: 'lhr' }

import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { lookThrough } from '../src/files/look-through.ts'
import { logFailure } from '../src/http/log-failure.ts'

/** Looks through the files that were sent: until then nobody is given them. */
export default async () => {
  const { looking } = portal()
  if (!looking) return
  const { troubles } = await lookThrough(looking).catch((error: unknown) => ({ troubles: [error] }))
  troubles.forEach(logFailure)
}

export const config: Config = { schedule: '* * * * *', region: 'lhr' }

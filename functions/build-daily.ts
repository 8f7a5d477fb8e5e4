import type { Config } from '@netlify/functions'
import { askForBuild } from '../src/adapters/build-hook.ts'
import { logFailure } from '../src/http/log-failure.ts'

/** Builds the site anew each day, early, so that what waits for its day comes out on it. */
export default async () => {
  await askForBuild(process.env['BUILD_HOOK']).catch(logFailure)
}

// Netlify counts in UTC: this is 4 or 5 o'clock in London, on the same day.
export const config: Config = { schedule: '0 4 * * *', region: 'lhr' }

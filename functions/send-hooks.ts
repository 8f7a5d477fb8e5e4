import type { Config } from '@netlify/functions'
import { api } from '../src/adapters/api.ts'
import { caseSystem } from '../src/adapters/case-system.ts'
import { readEnvironment } from '../src/adapters/environment.ts'
import { hooksRecord } from '../src/adapters/hooks-record.ts'
import { sendHooks } from '../src/complaints/hooks/send-hooks.ts'
import { logFailure } from '../src/http/log-failure.ts'

/** Tells the council's own case system what has happened, where there is one. */
export default async () => {
  try {
    if (!process.env['CASE_SYSTEM_URL']) return
    const environment = readEnvironment(process.env, ['CASE_SYSTEM_URL', 'CASE_SYSTEM_SECRET'])
    const { CASE_SYSTEM_URL: url, CASE_SYSTEM_SECRET: secret, CASE_SYSTEM_LOCAL: local } = environment
    await sendHooks({
      record: hooksRecord(api(environment, environment.MAILER_TOKEN)),
      system: caseSystem({ url, secret, local: local === 'yes' }),
      now: () => new Date(),
      jitter: Math.random,
    })
  } catch (error) {
    logFailure(error)
  }
}

export const config: Config = { schedule: '* * * * *', region: 'lhr' }

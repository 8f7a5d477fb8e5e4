import type { Config } from '@netlify/functions'
import { api } from '../src/adapters/api.ts'
import { readEnvironment } from '../src/adapters/environment.ts'
import { keeperRecord } from '../src/adapters/keeper-record.ts'
import { forgetWhatIsOver } from '../src/complaints/retention/forget.ts'
import { monthsKept } from '../src/complaints/retention/months.ts'
import { council } from '../src/council/council.ts'
import { logFailure } from '../src/http/log-failure.ts'

/** Takes out of the record what is past its time. What a run has no time for waits for the next night. */
export default async () => {
  try {
    const environment = readEnvironment(process.env, ['KEEPER_TOKEN'])
    const keeper = keeperRecord(api(environment, environment.KEEPER_TOKEN))
    // Netlify gives a scheduled function 30 seconds: a step takes a few, and one more call may take 8.
    await forgetWhatIsOver({ keeper, months: monthsKept(council), now: () => new Date(), budget: 12_000 })
  } catch (error) {
    logFailure(error)
  }
}

export const config: Config = { schedule: '23 2 * * *', region: 'lhr' }

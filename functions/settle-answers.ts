import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { settle } from '../src/complaints/equality/settle.ts'
import { logFailure } from '../src/http/log-failure.ts'

/**
 * Keeps what people said of themselves, once enough of it waits, and cuts what leads from a link to a survey that is
 * over. At night: it is nobody's answer that starts it.
 */
export default async () => {
  const { equality, surveys, envelope, randomNumber, council } = portal()
  await surveys.settle().catch(logFailure)
  await settle({ equality, envelope, randomNumber, batch: council.equality.batch }).catch(logFailure)
}

export const config: Config = { schedule: '17 3 * * *', region: 'lhr' }

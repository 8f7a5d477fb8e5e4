import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveComplaint } from '../src/http/receive-complaint.ts'

export default (request: Request, context: Context) =>
  answerSafely(
    portal(),
    () => receiveComplaint(request, portal(), (work) => context.waitUntil(work), context.ip),
    request,
  )

// Only a flood meets this: a library is one address, and its thirty computers in one minute are a fifth of it. What the
// edge refuses, no function sees. `aggregateBy` must be a list: Netlify takes a single word for the whole domain.
export const config: Config = {
  path: '/api/complaints',
  region: 'lhr',
  rateLimit: { windowSize: 60, windowLimit: 300, aggregateBy: ['ip', 'domain'] },
}

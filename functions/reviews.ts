import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveReview } from '../src/http/follow/receive-review.ts'

export default (request: Request, context: Context) =>
  answerSafely(portal(), () => receiveReview(request, portal(), (work) => context.waitUntil(work)), request)

export const config: Config = { path: '/api/reviews', region: 'lhr' }

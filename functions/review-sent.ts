import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { reviewPlace } from '../src/http/follow/receive-review.ts'
import { showSentLater } from '../src/http/follow/show-sent-later.tsx'

export default (request: Request) =>
  answerSafely(portal(), () => showSentLater(request, portal(), reviewPlace), request)

export const config: Config = { path: '/review/sent', method: 'GET', region: 'lhr' }

import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveBecoming } from '../src/http/make-it-a-complaint.tsx'

export default (request: Request, context: Context) =>
  answerSafely(portal(), () => receiveBecoming(request, portal(), (work) => context.waitUntil(work)), request)

export const config: Config = { path: '/api/make-it-a-complaint', region: 'lhr' }

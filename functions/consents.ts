import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveAnswer } from '../src/http/consent/receive-answer.ts'

export default (request: Request, context: Context) =>
  answerSafely(portal(), () => receiveAnswer(request, portal(), (work) => context.waitUntil(work)), request)

export const config: Config = { path: '/api/consents', region: 'lhr' }

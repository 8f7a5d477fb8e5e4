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

export const config: Config = { path: '/api/complaints', region: 'lhr' }

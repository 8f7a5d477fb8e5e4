import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveAddition } from '../src/http/follow/receive-addition.ts'

export default (request: Request, context: Context) =>
  answerSafely(
    portal(),
    () => receiveAddition(request, portal(), (work) => context.waitUntil(work), context.ip),
    request,
  )

export const config: Config = { path: '/api/additions', region: 'lhr' }

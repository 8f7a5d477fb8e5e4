import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveWithdrawal } from '../src/http/consent/receive-withdrawal.ts'

export default (request: Request, context: Context) =>
  answerSafely(
    portal(),
    () => receiveWithdrawal(request, portal(), (work) => context.waitUntil(work)),
    request,
  )

export const config: Config = { path: '/api/consents/withdraw', region: 'lhr' }

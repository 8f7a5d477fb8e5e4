import type { Config, Context } from '@netlify/functions'
import { desk } from '../src/adapters/desk.ts'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveDesk } from '../src/http/desk/receive-desk.ts'

export default (request: Request, context: Context) =>
  answerSafely(portal(), () => receiveDesk(request, portal(), desk, (work) => context.waitUntil(work)))

export const config: Config = { path: '/api/desk', region: 'lhr' }

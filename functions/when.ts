import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { answerWhen } from '../src/http/when.tsx'

export default (request: Request) =>
  answerSafely(portal(), async () => answerWhen(request, portal()), request)

export const config: Config = { path: '/when/dates', method: 'GET', region: 'lhr' }

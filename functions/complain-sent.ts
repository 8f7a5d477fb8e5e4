import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { showSent } from '../src/http/show-sent.tsx'

export default (request: Request) => answerSafely(portal(), () => showSent(request, portal()), request)

export const config: Config = { path: '/complain/sent', method: 'GET', region: 'lhr' }

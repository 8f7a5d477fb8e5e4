import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { clear } from '../src/http/clear.ts'

export default (request: Request) => answerSafely(portal(), () => clear(request, portal()), request)

export const config: Config = { path: '/clear', method: 'GET', region: 'lhr' }

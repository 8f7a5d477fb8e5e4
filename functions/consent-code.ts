import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { openByCode } from '../src/http/consent/open-by-code.ts'

export default (request: Request) => answerSafely(portal(), () => openByCode(request, portal()), request)

export const config: Config = { path: '/api/consents/open', region: 'lhr' }

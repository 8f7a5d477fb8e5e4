import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { openConsent } from '../src/http/consent/open-consent.ts'

export default (request: Request) => answerSafely(portal(), () => openConsent(request, portal()), request)

export const config: Config = { path: '/consent/open', method: 'GET', region: 'lhr' }

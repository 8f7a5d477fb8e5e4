import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { openBecoming } from '../src/http/make-it-a-complaint.tsx'

export default (request: Request) => answerSafely(portal(), () => openBecoming(request, portal()), request)

export const config: Config = { path: '/make-it-a-complaint/open', method: 'GET', region: 'lhr' }

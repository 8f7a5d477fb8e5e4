import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { openComplaint } from '../src/http/follow/open-complaint.ts'

export default (request: Request) => answerSafely(portal(), () => openComplaint(request, portal()), request)

export const config: Config = { path: '/follow/open', method: 'GET', region: 'lhr' }

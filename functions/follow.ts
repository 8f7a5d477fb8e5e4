import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { actOnComplaint } from '../src/http/follow/act-on-complaint.ts'

export default (request: Request, context: Context) =>
  answerSafely(portal(), () => actOnComplaint(request, portal(), (work) => context.waitUntil(work)), request)

export const config: Config = { path: '/api/follow', region: 'lhr' }

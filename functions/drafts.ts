import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveDraft } from '../src/http/drafts/receive-draft.ts'

export default (request: Request, context: Context) =>
  answerSafely(portal(), () => receiveDraft(request, context.ip, portal()), request)

export const config: Config = { path: '/api/drafts', region: 'lhr' }

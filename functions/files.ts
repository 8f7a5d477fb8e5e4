import type { Config, Context } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { receiveFiles } from '../src/http/files/receive-files.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'

export default (request: Request, context: Context) =>
  answerSafely(portal(), () => receiveFiles(request, context.ip, portal()), request)

export const config: Config = { path: '/api/files', region: 'lhr' }

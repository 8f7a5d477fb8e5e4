import type { Config } from '@netlify/functions'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { addPlace } from '../src/http/follow/receive-addition.ts'
import { showSentLater } from '../src/http/follow/show-sent-later.tsx'

export default (request: Request) =>
  answerSafely(portal(), () => showSentLater(request, portal(), addPlace), request)

export const config: Config = { path: '/add/sent', method: 'GET', region: 'lhr' }

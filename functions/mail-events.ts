import type { Config } from '@netlify/functions'
import { mailWebhook } from '../src/adapters/mail-webhook.ts'
import { portal } from '../src/adapters/portal.ts'
import { answerSafely } from '../src/http/answer-safely.tsx'
import { receiveMailEvent } from '../src/http/receive-mail-event.ts'

export default (request: Request) =>
  answerSafely(portal(), () => receiveMailEvent(request, portal().outbox, mailWebhook))

export const config: Config = { path: '/api/mail-events', region: 'lhr' }

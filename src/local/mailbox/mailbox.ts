import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen } from '../listen.ts'
import { Outage } from '../outage.ts'
import { parsedJson, readBody } from '../web.ts'
import { readMail, type MailError } from './mail.ts'
import { MailStore } from './store.ts'
import { tellOf, type Webhook } from './webhooks.ts'

/** The local stand-in for Resend, on a port of its own. */
export interface Mailbox {
  /** What RESEND_BASE_URL holds. POST to /_mail/outage there makes the next sends fail (see Outage). */
  readonly url: string
  readonly store: MailStore
  close(): Promise<void>
}

/**
 * Starts the mailbox, with the mail that `file` holds. `key` is what RESEND_API_KEY holds; `webhook` is told what became
 * of mail to certain addresses (see tellOf).
 */
export async function openMailbox(file: string, key: string, webhook?: Webhook): Promise<Mailbox> {
  const store = new MailStore(file)
  const outage = new Outage()
  const server = await listen(0, async (incoming, outgoing) => {
    const body = (await readBody(incoming))?.toString()
    if (incoming.url === '/_mail/outage') {
      outgoing.writeHead(outage.order(body ?? '') ? 204 : 400).end()
      return
    }
    const failure = outage.next()
    const answer = failure && !failure.after ? undefined : receive(incoming, body, { store, key, webhook })
    if (failure?.status === 0) outgoing.destroy()
    else if (failure) send(outgoing, failed(failure.status))
    else send(outgoing, answer!)
  })
  return { url: server.url, store, close: () => server.close() }
}

interface Taking {
  readonly store: MailStore
  readonly key: string
  readonly webhook: Webhook | undefined
}

type Answer = MailError | { readonly id: string }

/** Takes one mail by the rules of https://resend.com/docs/api-reference/emails/send-email */
function receive(
  incoming: IncomingMessage,
  body: string | undefined,
  { store, key, webhook }: Taking,
): Answer {
  const { authorization, 'idempotency-key': idempotency } = incoming.headers
  if (incoming.url !== '/emails') return refuse(404, 'not_found', 'The requested endpoint does not exist.')
  if (incoming.method !== 'POST') return refuse(405, 'method_not_allowed', 'Method is not allowed here.')
  if (!authorization) return refuse(401, 'missing_api_key', 'Missing API key in the authorization header.')
  if (authorization !== `Bearer ${key}`) return refuse(403, 'invalid_api_key', 'API key is invalid.')
  if (Array.isArray(idempotency) || (idempotency !== undefined && !/^.{1,256}$/.test(idempotency)))
    return refuse(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.')
  if (body === undefined) return refuse(413, 'validation_error', 'The request is too long.')

  const bodyHash = createHash('sha256').update(body).digest('base64url')
  const before = idempotency && store.withKey(idempotency)
  if (before && before.bodyHash !== bodyHash)
    return refuse(
      409,
      'invalid_idempotent_request',
      'Same idempotency key used with a different request payload.',
    )
  if (before) return { id: before.mail.id }

  const mail = readMail(parsedJson(body))
  if ('statusCode' in mail) return mail
  const id = randomUUID()
  const kept = { id, receivedAt: new Date().toISOString(), ...mail }
  store.keep({ mail: kept, key: idempotency, bodyHash })
  if (webhook) void tellOf(kept, webhook)
  return { id }
}

const refuse = (statusCode: number, name: string, message: string): MailError => ({
  statusCode,
  name,
  message,
})

const failed = (status: number): MailError =>
  status === 429
    ? refuse(429, 'rate_limit_exceeded', 'Too many requests. Please limit the number of requests per second.')
    : refuse(status, 'internal_server_error', 'An unexpected error occurred.')

function send(outgoing: ServerResponse, answer: Answer): void {
  const status = 'statusCode' in answer ? answer.statusCode : 200
  outgoing.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 429 && { 'retry-after': '1' }),
  })
  outgoing.end(JSON.stringify(answer))
}

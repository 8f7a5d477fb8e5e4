import { createHash } from 'node:crypto'
import type { Failed, Mail, Outcome, Post } from '../complaints/outbox.ts'
import type { Environment } from './environment.ts'

/** How long Resend may take, in milliseconds: see sendMail for how this fits into a function's time. */
const patience = 8000

/**
 * Email through Resend, or through what speaks its protocol: https://resend.com/docs/api-reference/emails/send-email
 *
 * One request, and no more of Resend's package than that: the package waits for ever, and calls a line that never
 * stood and one that was cut by the same name. Whether a letter may have been taken depends on which it was.
 */
export function post(environment: Environment): Post {
  const address = `${environment.RESEND_BASE_URL ?? 'https://api.resend.com'}/emails`
  return {
    hash: (mail, key) =>
      createHash('sha256')
        .update(bodyOf(mail, key, environment.MAIL_FROM))
        .digest('base64url'),
    async send(mail, key) {
      try {
        const answer = await fetch(address, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${environment.RESEND_API_KEY}`,
            'content-type': 'application/json',
            'user-agent': 'heard',
            'idempotency-key': key,
          },
          body: bodyOf(mail, key, environment.MAIL_FROM),
          signal: AbortSignal.timeout(patience),
        })
        const said = (await answer.json().catch(() => null)) as Said | null
        if (answer.ok && said && typeof said.id === 'string') return { id: said.id }
        return failed(answer.status, said)
      } catch (error) {
        return noLine.includes(codeOf(error))
          ? { reason: 'no-connection', outcome: 'refused' }
          : { reason: 'no-answer', outcome: 'unknown' }
      }
    },
  }
}

/** What Resend answers, as far as it is read. */
interface Said {
  readonly id?: unknown
  readonly name?: unknown
}

/** The request, byte for byte. The tag comes back with whatever Resend tells of the letter later. */
const bodyOf = ({ to, replyTo, subject, text, html }: Mail, key: string, from: string): string =>
  JSON.stringify({
    from,
    to,
    reply_to: replyTo,
    subject,
    html,
    text,
    tags: [{ name: 'message', value: key }],
  })

function failed(status: number, said: Said | null): Failed {
  const name =
    typeof said?.name === 'string' && /^[a-z_]{1,60}$/.test(said.name) ? said.name : `http-${status}`
  return { reason: name, outcome: outcomeOf(status, name) }
}

/**
 * What Resend's answer says of the letter (https://resend.com/docs/api-reference/errors). A fault of its own, or an
 * answer that cannot be read, leaves open whether it was taken. What is wrong with the letter itself stays wrong; what
 * is wrong with our key, our sender's address or our quota can be mended.
 */
function outcomeOf(status: number, name: string): Outcome {
  if (status < 400 || status >= 500 || name === 'concurrent_idempotent_requests') return 'unknown'
  if (name === 'invalid_idempotent_request') return 'never'
  return (status === 400 || status === 413 || status === 422) && name !== 'invalid_from_address'
    ? 'never'
    : 'refused'
}

/** Node's names for a line that never stood, so that nothing can have been taken. */
const noLine: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
]

const codeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause
    ? error.cause.code
    : undefined

import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { Mail } from './mail.ts'

/** Where the mailbox tells what became of a mail, and what it signs that with. */
export interface Webhook {
  readonly url: string
  /** As Resend gives it: `whsec_` and base64. */
  readonly secret: string
}

/** The secret that goes with a mailbox's key: made from it, so that it need not be kept. */
export const webhookSecret = (mailKey: string): string =>
  `whsec_${createHash('sha256').update(`webhooks of ${mailKey}`).digest('base64')}`

/**
 * What becomes of a mail, by what stands before the @ of its reader's address: the names that Resend's own test
 * addresses have (https://resend.com/docs/dashboard/emails/send-test-emails), and `delayed`. Of any other address
 * nothing is told: most of what is sent here is not about that.
 */
const told: Readonly<Record<string, readonly string[]>> = {
  delivered: ['email.sent', 'email.delivered'],
  delayed: ['email.sent', 'email.delivery_delayed'],
  bounced: ['email.sent', 'email.bounced'],
  suppressed: ['email.suppressed'],
  complained: ['email.sent', 'email.delivered', 'email.complained'],
}

/** Tells what became of a mail, in order, as Resend does: signed, one POST for each event. Never throws. */
export async function tellOf(mail: Mail, { url, secret }: Webhook): Promise<void> {
  const name = /([^<@\s]+)@/.exec(mail.to[0] ?? '')?.[1] ?? ''
  for (const type of told[name] ?? []) {
    const { id, headers, body } = signedEvent(type, mail, secret)
    await fetch(url, { method: 'POST', headers, body }).catch(() =>
      console.error(`The mailbox could not tell of ${id}.`),
    )
  }
}

/** One event, signed: HMAC-SHA256 over its id, the time in seconds and the body, with Svix's headers. */
export function signedEvent(
  type: string,
  mail: Mail,
  secret: string,
  { id = `msg_${randomUUID()}`, now = new Date() } = {},
): { id: string; headers: Record<string, string>; body: string } {
  const body = JSON.stringify({
    type,
    created_at: now.toISOString(),
    data: {
      email_id: mail.id,
      created_at: mail.receivedAt,
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      tags: Object.fromEntries(mail.tags.map((tag) => [tag.name, tag.value])),
    },
  })
  const seconds = Math.floor(now.getTime() / 1000)
  const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64')
  const headers = {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(seconds),
    'svix-signature': `v1,${signature}`,
  }
  return { id, headers, body }
}

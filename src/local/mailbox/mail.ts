import { z } from 'zod'

/** An email as Resend's API takes it and the mailbox keeps it. Addresses are as written: `Name <a@b>` or `a@b`. */
export interface Mail {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly replyTo: readonly string[]
  readonly subject: string
  readonly html?: string
  readonly text?: string
  readonly headers: Readonly<Record<string, string>>
  readonly tags: readonly { readonly name: string; readonly value: string }[]
}

/** A refusal in Resend's shape. */
export interface MailError {
  readonly statusCode: number
  readonly name: string
  readonly message: string
}

const some = z.union([z.string().transform((one) => [one]), z.array(z.string())])
const schema = z.strictObject({
  from: z.string(),
  to: some.pipe(z.array(z.string()).min(1).max(50)),
  cc: some.default([]),
  bcc: some.default([]),
  reply_to: some.default([]),
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
})

const required = ['from', 'to', 'subject'] as const

/**
 * Reads the body of `POST /emails` as Resend would, or says in its words what is wrong
 * (names and statuses: https://resend.com/docs/api-reference/errors).
 *
 * A field that Resend knows and this mailbox does not (attachments, scheduled_at) is refused, not dropped.
 */
export function readMail(body: unknown): Omit<Mail, 'id' | 'receivedAt'> | MailError {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const missing = required.find((name) => fields[name] === undefined || fields[name] === '')
  if (missing) return wrong('missing_required_field', `Missing \`${missing}\` field.`)
  if (!fields['html'] && !fields['text'])
    return wrong('missing_required_field', 'Missing `html` or `text` field.')

  const read = schema.safeParse(body)
  if (!read.success) {
    const issue = read.error.issues[0]
    return wrong('validation_error', `Invalid \`${issue?.path.join('.')}\` field: ${issue?.message}.`)
  }
  const { reply_to: replyTo, ...mail } = read.data

  // One line break would let a sender add headers of their own.
  const lines: [string, string][] = [
    ['from', mail.from],
    ['subject', mail.subject],
    ...Object.entries(mail.headers),
  ]
  const broken = lines.find(([name, value]) => /[\r\n\0]/.test(name + value))
  if (broken)
    return wrong('validation_error', `Invalid \`${broken[0].trim()}\` field: it holds a line break.`)

  if (!isAddress(mail.from)) return wrong('invalid_from_address', 'Invalid `from` field.')
  for (const [field, addresses] of Object.entries({
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    reply_to: replyTo,
  }))
    if (!addresses.every(isAddress))
      return wrong(
        'validation_error',
        `Invalid \`${field}\` field: write email@example.org or Name <email@example.org>.`,
      )
  return { ...mail, replyTo }
}

/** `a@b.c` or `Name <a@b.c>`, on one line, the address itself in ASCII. */
function isAddress(written: string): boolean {
  const [, address = written] = /^[^<>\r\n\0]*<([^<>]*)>$/.exec(written) ?? []
  return address.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(address)
}

const wrong = (name: string, message: string): MailError => ({ statusCode: 422, name, message })

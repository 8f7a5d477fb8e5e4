import * as z from 'zod/mini'
import type { MailEvent, Outbox, VerifyMail } from '../complaints/outbox.ts'
import { done, json, methodNotAllowed } from './answer.ts'
import { logFailure } from './log-failure.ts'
import { readText } from './read-form.ts'
import { uuid } from './uuid.ts'

/** The largest event that is read, in bytes: one holds a few lines about one letter. */
const largest = 64_000

/** What Resend calls them (https://resend.com/docs/webhooks/event-types), and what each means to us. */
const kinds: Readonly<Record<string, MailEvent['kind']>> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'bounced',
  // It could not be sent on, or its reader's address had come back before: nobody gets it either.
  'email.failed': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
}

const schema = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({
    email_id: z.string().check(z.regex(/^[\w-]{1,100}$/)),
    tags: z.object({ message: z.string().check(z.regex(uuid)) }),
  }),
})

/**
 * Answers `/api/mail-events`: keeps what the mail provider says of our letters. What is no business of ours is taken
 * too, since the provider would go on telling it; what is not signed is refused, and what could not be kept is told again.
 */
export async function receiveMailEvent(
  request: Request,
  outbox: Pick<Outbox, 'mailEvent'>,
  verifier: () => VerifyMail,
): Promise<Response> {
  if (request.method !== 'POST') return methodNotAllowed('POST')
  const payload = await readText(request, largest)
  if (payload === null) return json({ refused: 'too-large' }, 413)
  const given = (name: string) => request.headers.get(`svix-${name}`) ?? ''
  const id = given('id')
  try {
    const signed = verifier()(payload, {
      id,
      timestamp: given('timestamp'),
      signature: given('signature'),
    })
    if (signed === null) return json({ refused: 'not-signed' }, 401)
    const event = z.safeParse(schema, signed)
    const kind = event.success ? kinds[event.data.type] : undefined
    if (!event.success || !kind) return done()
    const { created_at, data } = event.data
    await outbox.mailEvent({
      id,
      kind,
      message: data.tags.message,
      provider_id: data.email_id,
      at: momentOf(created_at),
    })
    return done()
  } catch (error) {
    logFailure(error)
    return json({ refused: 'unavailable' }, 503)
  }
}

function momentOf(text: string): string | null {
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

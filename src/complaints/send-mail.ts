import { render } from 'preact-render-to-string'
import { h } from 'preact'
import { Letter } from '../components/letter.tsx'
import type { Council } from '../council/council.ts'
import type { Wording } from '../form/wording.ts'
import { plainText, type Letter as Contents } from './letters/letter.ts'
import { letterToPerson } from './letters/to-person.ts'
import { letterToSafeguarding } from './letters/to-safeguarding.ts'
import { letterToTeam } from './letters/to-team.ts'
import type { ComplaintsRecord, DueMessage, Mail, Post } from './ports.ts'

/** What sending needs of the world. */
export interface Sending {
  readonly record: ComplaintsRecord
  readonly post: Post
  readonly council: Council
  readonly wordingIn: (language: string) => Wording
  readonly now: () => Date
  /** From 0 up to 1: spreads the tries, so that what failed together is not tried together. */
  readonly jitter: () => number
}

const leaseSeconds = 120

/**
 * Sends what is due: the messages of one submission, or any.
 *
 * Each goes with its own id as the key, so that a try whose outcome was never heard can be made again
 * without a second letter. What fails stays queued and is tried later. Returns how many went and how many
 * did not; throws only where the database is away, and then nothing is lost: the lease runs out.
 */
export async function sendMail(
  sending: Sending,
  submissionId?: string,
  most = 20,
): Promise<{ sent: number; failed: number }> {
  const due = await sending.record.claimMessages(most, leaseSeconds, submissionId)
  const outcomes = { sent: 0, failed: 0 }
  for (const message of due) outcomes[await sendOne(sending, message)] += 1
  return outcomes
}

async function sendOne(sending: Sending, message: DueMessage): Promise<'sent' | 'failed'> {
  const mail = compose(message, sending)
  const result = mail ? await sending.post.send(mail, message.id) : { reason: 'no-address' }
  if ('id' in result) {
    await sending.record.messageSent(message.id, result.id)
    return 'sent'
  }
  await sending.record.messageFailed(message.id, result.reason, nextTry(message.attempts, sending))
  return 'failed'
}

/** The email that a message becomes; null where there is nobody to send it to. */
export function compose(
  message: DueMessage,
  { council, wordingIn }: Pick<Sending, 'council' | 'wordingIn'>,
): Mail | null {
  const toPerson = message.recipient === 'complainant'
  const to = {
    complainant: message.complaint.person.email,
    'complaints-team': council.contacts.complaints.email,
    safeguarding: council.safeguarding.email,
  }[message.recipient]
  if (!to) return null
  const wording = wordingIn(message.language)
  const letter = write(message, { complaint: message.complaint, council, wording })
  const direction = council.languages.find(({ tag }) => tag === message.language)?.dir ?? 'ltr'
  return {
    to,
    ...(toPerson && { replyTo: council.contacts.complaints.email }),
    subject: letter.subject,
    text: plainText(letter),
    html: `<!doctype html>${render(h(Letter, { letter, language: message.language, direction }))}`,
  }
}

function write(message: DueMessage, writing: Parameters<typeof letterToTeam>[0]): Contents {
  switch (message.template) {
    case 'new-submission':
      return letterToTeam(writing)
    case 'risk-of-harm':
      return letterToSafeguarding(writing)
    default:
      return letterToPerson(message.template, writing)
  }
}

/** One minute, then twice as long each time up to an hour, a quarter more or less. */
function nextTry(attempts: number, { now, jitter }: Sending): Date {
  const minutes = Math.min(60, 2 ** (attempts - 1)) * (0.75 + jitter() / 2)
  return new Date(now().getTime() + minutes * 60_000)
}

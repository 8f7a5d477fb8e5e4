import { render } from 'preact-render-to-string'
import { h } from 'preact'
import { Letter } from '../components/letter.tsx'
import type { Council } from '../council/council.ts'
import type { Wording } from '../form/wording.ts'
import { isAboutAddition, letterAboutAddition } from './letters/about-addition.ts'
import { isAboutReview, letterAboutReview } from './letters/about-review.ts'
import { isAboutWithdrawal, letterAboutWithdrawal } from './letters/about-withdrawal.ts'
import { isAboutFiles, letterAboutFiles } from './letters/about-files.ts'
import type { Writing } from './letters/facts.ts'
import { isAboutConsent, letterAboutConsent } from './letters/consent/about.ts'
import { plainText, type Letter as Contents } from './letters/letter.ts'
import { surveyInvitation } from './letters/survey-invitation.ts'
import { letterToPerson } from './letters/to-person.ts'
import { letterToSafeguarding } from './letters/to-safeguarding.ts'
import { forTeam } from './letters/for-team.ts'
import { letterToTeam } from './letters/to-team.ts'
import { deskLetter } from './letters/desk/letters.ts'
import { isFromDesk } from './letters/desk/ports.ts'
import type { DueMessage, Keys, Mail, Outbox, Post } from './ports.ts'

/** What sending needs of the world. */
export interface Sending {
  readonly outbox: Outbox
  readonly post: Post
  readonly council: Council
  readonly wordingIn: (language: string) => Wording
  readonly keys: Keys
  /** The address of the site, for links. */
  readonly site: string
  readonly now: () => Date
  /** From 0 up to 1: spreads the tries, so that what failed together is not tried together. */
  readonly jitter: () => number
}

const leaseSeconds = 120

/** What of the lease must be left to begin a letter: it has to be sent and recorded within it, in seconds. */
const neededSeconds = 30

/**
 * Sends what is due: the messages of one submission, or any.
 *
 * Each goes with its own id as the key, so that a try whose outcome was never heard can be made again
 * without a second letter. What fails stays queued and is tried later, whatever the fault, and holds up no
 * other. Returns how many went and how many did not; throws only where the database could not be told, and
 * then only once every letter has had its turn: nothing is lost, since the lease runs out.
 */
export async function sendMail(
  sending: Sending,
  submissionId?: string,
  most = 20,
): Promise<{ sent: number; failed: number }> {
  const lastStart = sending.now().getTime() + (leaseSeconds - neededSeconds) * 1000
  const due = await sending.outbox.claimMessages(most, leaseSeconds, submissionId)
  const outcomes = { sent: 0, failed: 0 }
  const untold: unknown[] = []
  for (const message of due) {
    // What has outlived its lease may be another sender's by now.
    if (sending.now().getTime() > lastStart) break
    try {
      outcomes[await sendOne(sending, message)] += 1
    } catch (error) {
      untold.push(error)
    }
  }
  if (untold.length) throw untold[0]
  return outcomes
}

/** Sends one message and records what came of it. Throws only where it could not be recorded. */
async function sendOne(sending: Sending, message: DueMessage): Promise<'sent' | 'failed'> {
  const result = await tryToSend(sending, message)
  if ('id' in result) {
    await sending.outbox.messageSent(message.id, result.id)
    return 'sent'
  }
  await sending.outbox.messageFailed(message.id, result.reason, nextTry(message.attempts, sending))
  return 'failed'
}

/** A letter that cannot be written, or a post office that breaks down, is a failure like any other. */
async function tryToSend(sending: Sending, message: DueMessage): ReturnType<Post['send']> {
  let mail: Mail | null
  try {
    mail = compose(message, sending)
  } catch {
    return { reason: 'not-written' }
  }
  if (!mail) return { reason: 'no-address' }
  try {
    return await sending.post.send(mail, message.id)
  } catch {
    return { reason: 'not-posted' }
  }
}

/** The email that a message becomes; null where there is nobody to send it to. */
export function compose(
  message: DueMessage,
  { council, wordingIn, keys, site }: Pick<Sending, 'council' | 'wordingIn' | 'keys' | 'site'>,
): Mail | null {
  const toTeam = message.recipient === 'complaints-team' || message.recipient === 'safeguarding'
  const person = message.complaint?.person.email ?? null
  const to = {
    complainant: person,
    representative: message.consent ? message.consent.representative.email : person,
    affected: message.consent ? (message.consent.affected.email ?? null) : person,
    'complaints-team': council.contacts.complaints.email,
    safeguarding: council.safeguarding.email,
    sender: message.addition?.sender_email ?? null,
    'former-address': message.addition?.changed_from?.email ?? null,
  }[message.recipient]
  if (!to) return null
  // The team reads English, whatever the person wrote in.
  const [own] = council.languages
  const wording = wordingIn(toTeam && own ? own.tag : message.language)
  const written = write(message, { council, wording, keys, site })
  if (!written) return null
  const letter = toTeam ? forTeam(written, message.language, { council, wording }) : written
  // The language it is written in, which is another where the edition asked for is published no more.
  const { language } = wording
  const direction = council.languages.find(({ tag }) => tag === language)?.dir ?? 'ltr'
  return {
    to,
    ...(!toTeam && { replyTo: council.contacts.complaints.email }),
    subject: letter.subject,
    text: plainText(letter, language),
    html: `<!doctype html>${render(h(Letter, { letter, language, direction }))}`,
  }
}

/** The letter; null where what it is about has gone, or there is nothing to say of it any more. */
function write(message: DueMessage, parts: Omit<Writing, 'complaint'>): Contents | null {
  const { complaint, addition, withdrawal, consent, files } = message
  if (isAboutAddition(message.template))
    return addition ? letterAboutAddition(message.template, { ...parts, complaint, addition, files }) : null
  if (isAboutFiles(message.template))
    return files?.kept_back
      ? letterAboutFiles(message.template, { ...parts, complaint, addition: addition ?? null, files })
      : null
  if (!complaint) return null
  const writing = { ...parts, complaint }
  if (isAboutReview(message.template))
    return letterAboutReview(message.template, { ...writing, addition: addition ?? null })
  if (isAboutWithdrawal(message.template))
    return withdrawal ? letterAboutWithdrawal(message.template, { ...writing, withdrawal }) : null
  if (isAboutConsent(message.template))
    return consent ? letterAboutConsent(message.template, message.recipient, { ...writing, consent }) : null
  if (isFromDesk(message.template))
    return message.desk ? deskLetter(message.template, { ...writing, desk: message.desk }) : null
  switch (message.template) {
    case 'new-submission':
    case 'became-a-complaint':
      return letterToTeam({ ...writing, files }, message.template)
    case 'survey-invitation':
      return surveyInvitation(writing)
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

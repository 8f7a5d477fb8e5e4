import { render } from 'preact-render-to-string'
import { h } from 'preact'
import { Letter } from '../components/letter.tsx'
import { addressProof } from './address-proof.ts'
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
import type { DueMessage } from './letters/ports.ts'
import type { Failed, Mail, Outbox, Post } from './outbox.ts'
import type { Keys } from './ports.ts'

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

/** So few at a time that what one sender holds is never many. */
const batch = 5

/** How long a message is one sender's, in seconds: as long as any function lives that sends. */
const leaseSeconds = 60

/**
 * How long a run begins letters, in seconds. Netlify ends a scheduled function after 30 seconds, and one that goes on
 * after its answer after 60. The last letter may take 8 (src/adapters/post.ts), and telling the database 8 more.
 */
const runSeconds = 12

/**
 * Sends what is due: the messages of one submission, or any, until there are no more or the time is over.
 *
 * Each goes with its own id as the key, and only once the record knows what is about to be sent: a try whose outcome
 * was never heard is made again without a second letter, or not at all. What fails stays queued and is tried later,
 * whatever the fault, and holds up no other. Returns how many went and how many did not; throws only where the database
 * could not be told, and then only once every letter has had its turn: nothing is lost, since the lease runs out.
 */
export async function sendMail(
  sending: Sending,
  submissionId?: string,
): Promise<{ sent: number; failed: number }> {
  const until = sending.now().getTime() + runSeconds * 1000
  const outcomes = { sent: 0, failed: 0 }
  const untold: unknown[] = []
  let due: readonly DueMessage[]
  do {
    due = await sending.outbox.claimMessages(batch, leaseSeconds, submissionId)
    const letters: Letter[] = []
    for (const message of due) {
      const written = writeOne(message, sending)
      if ('hash' in written) letters.push(written)
      else await told(() => putOff(message, written, sending), 'failed')
    }
    for (const letter of await begun(letters)) await told(() => sendOne(letter, until, sending))
  } while (due.length === batch && untold.length === 0 && sending.now().getTime() < until)
  if (untold.length) throw untold[0]
  return outcomes

  /** Does what may fail to reach the database, and counts what came of it. */
  async function told(
    work: () => Promise<keyof typeof outcomes | void>,
    otherwise?: 'failed',
  ): Promise<void> {
    try {
      const outcome = (await work()) ?? otherwise
      if (outcome) outcomes[outcome] += 1
    } catch (error) {
      untold.push(error)
    }
  }

  /** The letters that may go now. */
  async function begun(letters: readonly Letter[]): Promise<readonly Letter[]> {
    if (letters.length === 0) return []
    try {
      const mayGo = await sending.outbox.messagesBegun(
        letters.map(({ message, hash, address }) => ({
          message: message.id,
          attempt: message.attempts,
          body_hash: hash,
          address,
        })),
      )
      return letters.filter(({ message }) => mayGo.includes(message.id))
    } catch (error) {
      untold.push(error)
      return []
    }
  }
}

/** A message as it would leave. */
interface Letter {
  readonly message: DueMessage
  readonly mail: Mail
  readonly hash: string
  readonly address: string | null
}

/** A letter that cannot be written may be written once somebody has mended why: a failure like any other. */
function writeOne(message: DueMessage, sending: Sending): Letter | Failed {
  try {
    const mail = compose(message, sending)
    if (!mail) return { reason: 'no-address', outcome: 'never' }
    return {
      message,
      mail,
      hash: sending.post.hash(mail, message.id),
      address: isForTeam(message) ? null : addressProof(mail.to, sending.keys),
    }
  } catch {
    return { reason: 'not-written', outcome: 'refused' }
  }
}

/** Sends one letter and records what came of it. Throws only where it could not be recorded. */
async function sendOne(
  { message, mail }: Letter,
  until: number,
  sending: Sending,
): Promise<'sent' | 'failed' | void> {
  // What there is no time for goes back as it was.
  if (sending.now().getTime() >= until)
    return await sending.outbox.messageFailed(message.id, { reason: 'no-time', outcome: 'refused' }, 0)
  const result = await sending.post
    .send(mail, message.id)
    .catch((): Failed => ({ reason: 'not-posted', outcome: 'unknown' }))
  if ('id' in result) {
    await sending.outbox.messageSent(message.id, result.id)
    return 'sent'
  }
  await putOff(message, result, sending)
  return 'failed'
}

/** One minute, then twice as long each time up to an hour, a quarter more or less. */
function putOff({ id, attempts }: DueMessage, failure: Failed, { outbox, jitter }: Sending): Promise<void> {
  const minutes = Math.min(60, 2 ** (attempts - 1)) * (0.75 + jitter() / 2)
  return outbox.messageFailed(id, failure, Math.round(minutes * 60))
}

const isForTeam = ({ recipient }: DueMessage): boolean =>
  recipient === 'complaints-team' || recipient === 'safeguarding'

/** What a letter is composed with. */
type Composing = Pick<Sending, 'council' | 'wordingIn' | 'keys' | 'site'>

/** The email that a message becomes; null where there is nobody to send it to. */
export function compose(message: DueMessage, { council, wordingIn, keys, site }: Composing): Mail | null {
  const toTeam = isForTeam(message)
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
  const said = letterOf(message, { council, wordingIn, keys, site })
  if (!said) return null
  const { letter, language } = said
  return {
    to,
    ...(!toTeam && { replyTo: council.contacts.complaints.email }),
    subject: letter.subject,
    text: plainText(letter, language),
    html: `<!doctype html>${render(h(Letter, said))}`,
  }
}

/** A letter with what it is written in. */
export interface LetterInWords {
  readonly letter: Contents
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** What a message says, whether it is mailed or printed; null where there is nothing to say of it any more. */
export function letterOf(
  message: DueMessage,
  { council, wordingIn, ...parts }: Composing,
): LetterInWords | null {
  const toTeam = isForTeam(message)
  // The team reads English, whatever the person wrote in.
  const [own] = council.languages
  const wording = wordingIn(toTeam && own ? own.tag : message.language)
  const written = write(message, { ...parts, council, wording })
  if (!written) return null
  // The language it is written in, which is another where the edition asked for is published no more.
  const { language } = wording
  return {
    letter: toTeam ? forTeam(written, message.language, { council, wording }) : written,
    language,
    direction: council.languages.find(({ tag }) => tag === language)?.dir ?? 'ltr',
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

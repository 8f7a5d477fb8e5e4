import type { DueMessage } from './letters/ports.ts'

/** The letters that wait, as whoever sends them reaches them. Each call is one round trip; each throws where it is away. */
export interface Outbox {
  /** Claims messages that are due, for `leaseSeconds`; those of one submission only, where it is given. */
  claimMessages(most: number, leaseSeconds: number, submissionId?: string): Promise<readonly DueMessage[]>
  /** Says what is about to be posted; gives the ids of what may go. What may not is settled by the record. */
  messagesBegun(begun: readonly BegunMessage[]): Promise<readonly string[]>
  messageSent(messageId: string, providerId: string): Promise<void>
  /** `reason` is a code of a-z, 0-9, _ and -: an error's own words can hold an address. */
  messageFailed(messageId: string, failure: Failed, waitSeconds: number): Promise<void>
  /** Keeps what the mail provider says of a letter; false where it said so before, or the letter is none of ours. */
  mailEvent(event: MailEvent): Promise<boolean>
}

/** A message about to be posted. */
export interface BegunMessage {
  readonly message: string
  /** Which try it is, as it was claimed. */
  readonly attempt: number
  /** SHA-256 of the whole request, in base64url. */
  readonly body_hash: string
  /** A keyed proof of the address, to count by; null for the council's own. */
  readonly address: string | null
}

/**
 * What is known of a try that did not succeed: it may have been taken (`unknown`), or it was refused, for now
 * (`refused`) or for good (`never`).
 */
export type Outcome = 'unknown' | 'refused' | 'never'

/** Why a try did not succeed. `reason` is a code, never what the other side wrote. */
export interface Failed {
  readonly reason: string
  readonly outcome: Outcome
}

/** Reads what the mail provider signed; null where it is not signed by it. */
export type VerifyMail = (
  payload: string,
  headers: { readonly id: string; readonly timestamp: string; readonly signature: string },
) => unknown

/** What the mail provider says of a letter, once it has taken it. */
export interface MailEvent {
  /** The provider's id of the event: told twice, it is one. */
  readonly id: string
  readonly kind: 'sent' | 'delivered' | 'delayed' | 'bounced' | 'complained'
  /** The message's id, which went along with it as a tag. */
  readonly message: string
  readonly provider_id: string | null
  /** ISO 8601 instant. */
  readonly at: string | null
}

/** An email as it leaves. */
export interface Mail {
  readonly to: string
  readonly replyTo?: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Sends an email at most once for a key. */
export interface Post {
  /** Names what would be sent, byte for byte: SHA-256 in base64url. */
  hash(mail: Mail, idempotencyKey: string): string
  /** Never throws: what fails says what is known of it. */
  send(mail: Mail, idempotencyKey: string): Promise<{ readonly id: string } | Failed>
}

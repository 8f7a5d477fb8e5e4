import type { Acting } from '../authority/acting.ts'
import type { ConsentFacts } from '../consent/ports.ts'
import type { DeskFacts, DeskTemplate } from '../desk/facts.ts'
import type { AdditionKind, Withdrawal } from '../follow/ports.ts'
import type { HeldKey, Kind, Role } from '../ports.ts'
import type { Day } from '../../council/working-days.ts'
import type { Exchange } from '../../form/outputs/transcript.ts'

export type Template =
  | 'acknowledgement'
  | 'receipt'
  | 'report-receipt'
  | 'became-a-complaint'
  | 'survey-invitation'
  | 'thanks'
  | 'new-submission'
  | 'risk-of-harm'
  | AdditionTemplate
  | ReviewTemplate
  | WithdrawalTemplate
  | ConsentTemplate
  | FilesTemplate
  | DeskTemplate

export type AdditionTemplate = 'addition-received' | 'addition-unmatched' | 'contact-changed' | 'new-addition'

/** About a file that was not safe: to whoever sent it, and to the team. */
export type FilesTemplate = 'file-not-safe' | 'file-kept-back'

export type ReviewTemplate = 'review-acknowledgement' | 'review-receipt' | 'new-review'

export type WithdrawalTemplate = 'withdrawn' | 'complaint-withdrawn' | 'taken-up' | 'complaint-taken-up'

/** `sender`: of an addition without a code; `former-address`: of a change of contact. */
export type Recipient = Role | 'complaints-team' | 'safeguarding' | 'sender' | 'former-address'

export type ConsentTemplate =
  'consent-request' | 'consent-reminder' | 'consent-copy' | 'consent-answered' | 'consent-to-team'

/** A message whose turn it is, with the facts its letter is written from. */
export interface DueMessage {
  readonly id: string
  readonly template: Template
  readonly recipient: Recipient
  readonly language: string
  /** How many times it has been tried, this time included. */
  readonly attempts: number
  /** Null for a letter about an addition that nobody has matched to a complaint. */
  readonly complaint: LetterFacts | null
  readonly addition?: AdditionFacts | null
  readonly withdrawal?: Withdrawal | null
  readonly files?: FilesFacts | null
  /** For a letter about whether somebody may act for another. */
  readonly consent?: ConsentFacts | null
  /** For a letter that an act of the team's desk sends. */
  readonly desk?: DeskFacts | null
}

/** What a letter may say of the files that came with what it is about. */
export interface FilesFacts {
  readonly count: number
  /** How many of them were not safe to open. */
  readonly kept_back: number
  /** What those are called, for whoever sent them with a key. */
  readonly names: readonly string[]
}

/** What a letter may say of what was sent after a complaint. */
export interface AdditionFacts {
  readonly kind: AdditionKind
  readonly received_on: Day
  readonly verified: boolean
  /** As it was typed, where it came without a code. */
  readonly reference: string | null
  readonly sender_name: string | null
  readonly sender_email: string | null
  /** What the record held before a change. */
  readonly changed_from: { readonly email?: string | null } | null
  readonly transcript: readonly Exchange[]
}

/** What a letter may say. */
export interface LetterFacts {
  readonly reference: string
  readonly kind: Kind
  readonly service: string
  readonly procedure: string | null
  readonly received_on: Day
  readonly summary: string
  readonly desired_outcome: string | null
  readonly safeguarding_flag: string | null
  readonly discrimination_flag: string | null
  readonly transcript: readonly Exchange[]
  /** The open keys of the complaint: a letter says only those of the person it is for. */
  readonly keys: readonly HeldKey[]
  readonly stage: {
    readonly id: string
    readonly acknowledge_by: Day | null
    readonly respond_by: Day | null
  } | null
  /** Who acts for whom, as far as the letter's reader may know; null where nobody does. */
  readonly acting: Acting | null
  /** Whom the letter is for; for a letter to a team, who wrote. */
  readonly person: {
    readonly role: Role
    readonly name: string | null
    readonly email: string | null
    readonly reply_route: string
    readonly adjustments: readonly string[]
    readonly adjustments_details: string | null
    readonly interpreter_language: string | null
  }
}

import type { Authority, BegunConsent } from './authority/acting.ts'
import type { ConsentsRecord } from './consent/ports.ts'
import type { DraftSeal, DraftsRecord } from './drafts/ports.ts'
import type { Envelope, EqualityRecord } from './equality/ports.ts'
import type { FollowRecord } from './follow/ports.ts'
import type { Recipient, Template } from './letters/ports.ts'
import type { Post, Outbox } from './outbox.ts'
import type { ReportsRecord } from './reports/ports.ts'
import type { SurveysRecord } from './survey/ports.ts'
import type { Council } from '../council/council.ts'
import type { Day } from '../council/working-days.ts'
import type { Forgetting } from '../files/forget.ts'
import type { Looking } from '../files/look-through.ts'
import type { Files, SentFile } from '../files/ports.ts'
import type { DatabaseRecord } from '../form/outputs/database-record.ts'
import type { Exchange } from '../form/outputs/transcript.ts'
import type { Fields } from '../form/question.ts'
import type { Words } from '../words/translate.ts'

export type Kind = 'complaint' | 'service-request' | 'compliment' | 'comment'

/** A sign that no person sent something: see src/http/marks.ts. */
export type Mark = 'origin' | 'quick' | 'hidden-field'

/** What comes with a submission and is no part of what was said. */
export interface Marked {
  readonly marks?: readonly Mark[]
  /** Keyed hash of where it came from, to count how much does; null where that is not known. */
  readonly caller?: string | null
}

/** One submission, whole, as the database takes it in one transaction. Keys are the database's own. */
export interface Submission extends Marked {
  /** Made once for each submission, by the browser or by the check page: sent twice, it is one complaint. */
  readonly submission_id: string
  /** Candidates in order: the first that is free becomes the reference. */
  readonly references: readonly string[]
  readonly form_version: string
  readonly language: string
  /** How it came; `mp` for an enquiry of a member of Parliament, counted apart; `try-out` for one of the site's own. */
  readonly channel: 'web' | 'mp' | 'try-out'
  /** ISO 8601 instant. */
  readonly received_at: string
  readonly record: DatabaseRecord
  readonly stage: {
    readonly id: string
    readonly acknowledge_by: Day | null
    readonly respond_by: Day | null
  } | null
  /** As they were given, by the question's id. */
  readonly answers: Fields
  readonly transcript: readonly Exchange[]
  /** The files that go with it, in their order. */
  readonly files: readonly SentFile[]
  readonly keys: readonly IssuedKey[]
  /** By what right the writer acts for somebody; null where they write for themself. */
  readonly authority: Authority | null
  /** The consent that begins with it; null where nobody acts for anybody. */
  readonly consent: BegunConsent | null
  readonly messages: readonly { readonly template: Template; readonly recipient: Recipient }[]
}

/** Which part somebody takes in a complaint: who makes it, who acts for them, for whom they act. */
export type Role = 'complainant' | 'representative' | 'affected'

/** What a key opens. */
export type KeyPurpose = 'follow' | 'consent' | 'survey'

/** A key as its letter knows it. */
export interface HeldKey {
  readonly id: string
  readonly purpose: KeyPurpose
  readonly role: Role
}

/** A key as the database is given it. */
export interface IssuedKey extends HeldKey {
  readonly code_proof: string
  readonly link_proof: string
}

/** What the database answers: for a repeated submission, what it stored the first time. */
export interface Stored {
  readonly reference: string
  readonly received_on: Day
  readonly created: boolean
  /** False where this submission id was stored before with other answers: those first ones stand. */
  readonly same_answers: boolean
  readonly keys: readonly HeldKey[]
  readonly acknowledge_by: Day | null
  readonly respond_by: Day | null
}

/** The complaints record. Every call is one round trip; each throws where the database is away. */
export interface ComplaintsRecord {
  /** With what finds the draft that the answers came from, the draft goes in the same transaction. */
  submit(submission: Submission, draftFinder?: string): Promise<Stored>
  /** Deletes what was counted by place in hours that are over. */
  forgetCallers(): Promise<number>
  /** How long the letter has waited that has waited longest, in seconds; 0 where none waits. */
  oldestWaiting(): Promise<number>
  /** What became of a try-out, by its submission's id. */
  tryOut(submissionId: string): Promise<{ readonly kept: boolean; readonly letter_sent: boolean }>
  /** Deletes every try-out, and gives how many there were. */
  endTryOuts(): Promise<number>
}

/** Random whole numbers from 0 up to, not including, `below`. */
export type RandomNumber = (below: number) => number

/** The pages that Astro built, which functions fill. */
export interface BuiltPages {
  /** A page's HTML, by its address, e.g. `/complain/`. Throws where it was not built. */
  read(address: string): string
}

/** Seals a few facts into text that only this portal can read, for a while. Safe in an address. */
export interface Seal {
  close(facts: Readonly<Record<string, unknown>>, purpose: string, seconds: number): Promise<string>
  /** What was sealed for this purpose; null where it is not ours, is for another purpose, or is too old. */
  open(sealed: string, purpose: string): Promise<Record<string, unknown> | null>
}

/**
 * What opens something of a complaint to whoever holds it: a code to type beside the reference, or a link. Both
 * come from the key's id and the portal's secret; the database keeps their proofs alone.
 */
export interface Keys {
  /** The code of a key, e.g. `7KM2-RX9T-CCFH`. */
  code(id: string): string
  /** What stands in the link of a key: 27 characters, 162 bits. */
  link(id: string): string
  /** What the database keeps of a code or a link, and compares. */
  proof(codeOrLink: string): string
  /** 32 bytes that are the same for the same text, and that nobody without the secret can foretell. */
  draw(text: string): Uint8Array
}

/**
 * Where submissions wait while the record is away: sealed to a key that the place does not have, so that it cannot
 * read them. Throws where it is away too, or nobody has set it up.
 */
export interface WaitingRoom {
  /**
   * Keeps a submission, once for each submission id: the first stands. `draftFinder` finds the draft that the answers
   * came from. Returns once it is certain to be there.
   */
  keep(
    submission: Submission,
    draftFinder?: string,
  ): Promise<{ readonly created: boolean; readonly same_answers: boolean }>
  /** The places of all that wait. */
  list(): Promise<readonly string[]>
  /** What lies at a place; `gone` where it was brought in meanwhile, and `unreadable` where no key opens it. */
  open(place: string): Promise<WaitingSubmission | 'gone' | 'unreadable'>
  remove(place: string): Promise<void>
}

export interface WaitingSubmission {
  readonly submission: Submission
  readonly draftFinder?: string
}

/** All that the endpoints need of the world. */
export interface Portal {
  readonly record: ComplaintsRecord
  readonly waitingRoom: WaitingRoom
  readonly outbox: Outbox
  /** Who is told that something has failed; and where a try-out's letter goes, null where none is made. */
  readonly watch: { readonly alarmTo: string; readonly tryOutTo: string | null }
  /** What comes after a complaint: following it, adding to it, asking for review, withdrawing it. */
  readonly follows: FollowRecord
  readonly reports: ReportsRecord
  /** What the people complained for say about who acts for them. */
  readonly consents: ConsentsRecord
  readonly surveys: SurveysRecord
  readonly equality: EqualityRecord
  /** Where the files that people send are kept. */
  readonly files: Files
  /** What people saved to finish later. */
  readonly drafts: DraftsRecord
  readonly draftSeal: DraftSeal
  /** What deletes files that were not sent, and what belongs to nothing. */
  readonly forgetting: Forgetting
  /** What looks through files that were sent; null where it has no token of its own. */
  readonly looking: Looking | null
  /** Seals answers about people while they wait. */
  readonly envelope: Envelope
  readonly post: Post
  readonly council: Council
  readonly pages: BuiltPages
  readonly seal: Seal
  readonly keys: Keys
  /** The address of the site without a slash at its end, for links in letters. */
  readonly site: string
  /** Everything the edition says: see src/words. Throws for a language without words. */
  readonly wordsIn: (language: string) => Words
  readonly now: () => Date
  readonly randomNumber: RandomNumber
  readonly randomId: () => string
}

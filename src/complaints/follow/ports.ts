import type { Exchange } from '../../form/outputs/transcript.ts'
import type { SentFile } from '../../files/ports.ts'
import type { Fields, Value } from '../../form/question.ts'
import type { Given } from '../by-code.ts'
import type { Marked, Role } from '../ports.ts'
import type { Day } from '../../council/working-days.ts'

/** What somebody adds: more to say, something put right, how to reach them, what they need, a request for review. */
export type AdditionKind = 'more' | 'correction' | 'contact' | 'needs' | 'review'

/** How far the authority has come of whoever acts for somebody; `ended`: refused, or taken back. */
export type Authority = 'not-needed' | 'asked' | 'confirmed' | 'ended'

/** A stage that a complaint has reached. */
export interface StageReached {
  readonly number: number
  /** Its id in council.json. */
  readonly stage: string
  readonly requested_on: Day
  readonly acknowledge_by: Day | null
  readonly acknowledged_on: Day | null
  readonly investigator: string | null
  readonly respond_by: Day | null
  readonly extended_to: Day | null
  readonly extension_reason: string | null
  readonly responded_on: Day | null
}

/** The withdrawal that stands. */
export interface Withdrawal {
  readonly withdrawn_on: Day
  /** The last day to take the complaint up again. */
  readonly take_up_by: Day
}

/** How far a complaint has come, for whoever holds a key to it. No word of theirs, and no name. */
export interface Followed {
  /** The key's id: what a grant is made of. */
  readonly key: string
  readonly role: Role | null
  readonly route: string | null
  /** BCP 47 tag of the language to show it in. */
  readonly language: string
  /** True where there is a name or an address to compare. */
  readonly named: boolean
  readonly authority: Authority
  readonly reference: string
  readonly kind: string
  readonly service: string | null
  readonly procedure: string | null
  readonly received_on: Day
  readonly closed: boolean
  readonly stages: readonly StageReached[]
  readonly withdrawal: Withdrawal | null
  /** `at` is an ISO 8601 instant, `on` its day in London. */
  readonly sent: readonly { readonly template: string; readonly at: string; readonly on: Day }[]
  readonly received: readonly { readonly kind: AdditionKind; readonly at: string; readonly on: Day }[]
  /** The files they sent: how many, how many wait to be looked through, how many are kept back. */
  readonly files: { readonly count: number; readonly waiting: number; readonly kept_back: number }
}

/** What the key's person wrote, and what they must know to see it. */
export interface TheirWords {
  readonly name: string | null
  readonly postal_address: string | null
  readonly transcript: readonly Exchange[]
  readonly additions: readonly {
    readonly kind: AdditionKind
    readonly on: Day
    readonly transcript: readonly Exchange[]
  }[]
}

/** An addition as the database takes it. `given` is null where it comes without a code. */
export interface Addition extends Marked {
  readonly submission_id: string
  readonly given: Given | null
  readonly kind: AdditionKind
  /** As it was typed, for the team to match. */
  readonly reference: string | null
  readonly sender_name: string | null
  readonly sender_email: string | null
  /** What changes of how to reach them, or of what they need. */
  readonly person: Readonly<Record<string, Value>> | null
  readonly language: string
  readonly form_version: string
  /** ISO 8601 instant. */
  readonly received_at: string
  readonly answers: Fields
  readonly transcript: readonly Exchange[]
  /** The files that go with it, in their order. */
  readonly files: readonly SentFile[]
}

/** What became of it: nothing is kept where `opened` is false. */
export type AdditionKept =
  | { readonly opened: false }
  | {
      readonly opened: true
      readonly key: string | null
      readonly verified: boolean
      /** False where this submission id was kept before with other answers: those stand. */
      readonly same_answers: boolean
    }

/** A request for review as the database takes it. `stage` is null where none can begin. */
export interface Review {
  readonly addition: Addition
  readonly stage: {
    readonly number: number
    readonly id: string
    readonly acknowledge_by: Day | null
    readonly respond_by: Day | null
  } | null
  readonly template: 'review-acknowledgement' | 'review-receipt'
  readonly reasons: string | null
  readonly outcome: string | null
  readonly late_reason: string | null
}

export type ReviewKept =
  | { readonly opened: false }
  | {
      readonly opened: true
      readonly key: string
      /** False where it stays an addition for the team. */
      readonly begun: boolean
      readonly stage: string | null
      readonly acknowledge_by: Day | null
      readonly respond_by: Day | null
      readonly same_answers: boolean
    }

/**
 * The record of what comes after a complaint. Each call is one round trip, and answers null where what was given
 * opens nothing. Each throws where the database is away, or has had too many tries (`refusal` too-many-tries).
 */
export interface FollowRecord {
  follow(given: Given): Promise<Followed | null>
  words(given: Given): Promise<TheirWords | null>
  add(addition: Addition): Promise<AdditionKept>
  requestReview(review: Review): Promise<ReviewKept>
  /** `takeUpBy` is the last day of the way back. */
  withdraw(given: Given, at: Date, takeUpBy: Day): Promise<{ readonly withdrawn: boolean } | null>
  takeUp(given: Given, at: Date): Promise<{ readonly taken_up: boolean } | null>
}

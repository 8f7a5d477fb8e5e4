import type { Day } from '../../council/working-days.ts'

/** The letters that acts of the desk send to whoever complains. */
export type DeskTemplate =
  | 'acknowledged'
  | 'handler-changed'
  | 'extended'
  | 'replied'
  | 'next-stage'
  | 'not-taken-on'
  | 'authority-accepted'
  | 'authority-refused'

export type Decision = 'upheld' | 'partly-upheld' | 'not-upheld'

/** Why a complaint is not taken on; the words for each stand in content/words, under desk-letters.not-taken-on. */
export type RefusalReason = 'out-of-time' | 'other-route' | 'already-decided' | 'court' | 'not-ours' | 'other'

/** Who deals with a complaint, and how to reach them where that is another way than the team's. */
export interface Handler {
  readonly name: string
  /** What they are, such as Complaints Officer, or Manager of the library. */
  readonly role: string
  readonly phone?: string | null
  readonly email?: string | null
}

/** One thing that a complaint is about. `answer` and `decision` come with the reply. */
export interface Point {
  readonly text: string
  /** False for what somebody else has to answer; `whose` says who that is. */
  readonly ours: boolean
  readonly whose?: string | null
  readonly answer?: string | null
  readonly decision?: Decision | null
}

/** Something that the council will do because of a complaint. `owner` is a role or a team. */
export interface Action {
  readonly action: string
  readonly owner?: string | null
  readonly by?: Day | null
}

/**
 * What the team wrote at the desk, for the letter about it: heard.desk_in_letter gives it with a message. A field is
 * null until the act that writes it; texts are as the officer wrote them, in whatever language that was.
 */
export interface DeskFacts {
  /**
   * False where the reader acts for somebody and may not be told about them (yet, or any more): heard.authority_of is
   * neither not-needed nor confirmed. Then the letter says how far the complaint is, and not a word of what was found.
   */
  readonly may_be_told: boolean
  readonly handler: Handler | null
  readonly points: readonly Point[]
  /** What would put things right, as it was agreed with the person; null where it is still as they wrote it. */
  readonly desired_outcome: string | null
  /** How it was looked into. */
  readonly investigated: string | null
  readonly decision: Decision | 'withdrawn' | null
  readonly apology: string | null
  readonly outcome_description: string | null
  readonly remedy: string | null
  readonly remedy_by: Day | null
  readonly learning: string | null
  readonly actions: readonly Action[]
  readonly extension: {
    readonly reason: string
    readonly until: Day
    /** The day promised before; null where none was. */
    readonly instead_of: Day | null
  } | null
  readonly refusal: {
    readonly reason: RefusalReason
    readonly explanation: string | null
    readonly where_else: string | null
  } | null
  readonly authority: { readonly refused_because: string | null } | null
  /** When the next stage was asked for. */
  readonly requested_on: Day | null
  /** When the reply was sent: the time to ask for the next stage runs from it. */
  readonly replied_on: Day | null
}

import type { Day } from '../../council/working-days.ts'
import type { Given } from '../by-code.ts'
import type { ConsentState } from './state.ts'

/** How somebody got in. */
export type By = 'link' | 'code'

export type ConsentAnswer = 'yes' | 'no' | 'talk-first'

/** What a yes may let a representative do, each agreed to by itself. */
export type May = 'act' | 'receive' | 'see'

export type GoOnAlone = 'yes' | 'no' | 'not-sure'

/** What the person's page may show: who asks, about which service, what was answered; nothing of the complaint. */
export interface ConsentSeen {
  /** The id of its key: code and link come from it. */
  readonly key: string
  readonly reference: string
  readonly service: string
  readonly representative: string | null
  readonly state: ConsentState
  /** The last day to answer; null where nobody was asked. */
  readonly answer_by: Day | null
  readonly answer: ConsentAnswer | null
  /** The moment of the last answer, as the database writes it. */
  readonly answered_at: string | null
  readonly answered_on: Day | null
  readonly withdrawn_on: Day | null
  readonly may_act: boolean
  readonly may_receive: boolean
  readonly may_see: boolean
  readonly typed_name: string | null
  readonly helper: string | null
  readonly go_on_alone: GoOnAlone | null
  /** True where a copy goes to the person by email. */
  readonly by_email: boolean
  readonly language: string
  readonly months_after_closing: number
}

/** An answer on its way to the record. */
export interface Answering {
  readonly link_proof: string
  readonly by: By
  /** Made once for each answer: sent twice, it is one. */
  readonly answer_id: string
  /** The moment of the last answer that the person had before them; null for none. */
  readonly seen_at: string | null
  readonly answer: ConsentAnswer
  readonly may?: readonly May[]
  readonly typed_name?: string
  readonly reach?: string
  readonly helper?: string
  readonly shown_version: string
  readonly shown_language: string
  readonly claimed_is_enough: boolean
}

/** What became of it: not taken where it came too late, or over an answer that the person had not seen. */
export type Answered = ConsentSeen & { readonly taken: boolean }

/** The record of consents. Each call is one round trip, and throws where the database is away. */
export interface ConsentsRecord {
  /** Null where nothing is opened. Throws RecordUnavailable with the refusal `too-many-tries`. */
  open(given: Given): Promise<ConsentSeen | null>
  answer(answering: Answering): Promise<Answered | null>
  withdraw(given: {
    readonly link_proof: string
    readonly by: By
    readonly go_on_alone?: GoOnAlone
  }): Promise<Answered | null>
  /** Reminds and lets lapse, at most so many; fewer means that all is done. Days since the question was asked. */
  remind(
    most: number,
    days: readonly number[],
  ): Promise<{ readonly reminded: number; readonly expired: number }>
}

/** What a letter about consent is written from; how much is there depends on whose letter it is. */
export interface ConsentFacts {
  readonly state: ConsentState
  readonly answer: ConsentAnswer | null
  readonly asked_on: Day | null
  readonly answered_on: Day | null
  readonly withdrawn_on: Day | null
  readonly answer_by: Day | null
  readonly representative: { readonly name: string | null; readonly email: string | null }
  readonly affected: { readonly name: string | null; readonly email?: string | null }
  /** Only for who answers with it, or brings the letter to them. */
  readonly key: string | null
  readonly may_act?: boolean
  readonly may_receive?: boolean
  readonly may_see?: boolean
  readonly answered_by?: By | 'paper' | 'spoken' | null
  readonly typed_name?: string | null
  readonly helper?: string | null
  readonly go_on_alone?: GoOnAlone | null
  /** For the team alone. */
  readonly reach?: string | null
  readonly replied_on?: Day | null
}

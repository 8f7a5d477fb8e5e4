import type { Exchange } from '../../form/outputs/transcript.ts'
import type { Recipient, Template } from '../letters/ports.ts'
import type { Kind, Role } from '../ports.ts'
import type { Day } from '../../council/working-days.ts'
import type { Decision, Point } from './facts.ts'

export interface CasePerson {
  readonly role: Role
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly postal_address: string | null
  readonly reply_route: string | null
  readonly safe_times: string | null
  readonly language: string
  readonly adjustments: readonly string[]
  readonly adjustments_details: string | null
  readonly interpreter_language: string | null
  readonly relationship: string | null
  readonly organisation: string | null
  readonly own_reference: string | null
  readonly age_group: string | null
}

export interface CaseStage {
  readonly number: number
  /** As council.json names it. */
  readonly stage: string
  readonly requested_on: Day
  readonly request_reasons: string | null
  readonly acknowledge_by: Day | null
  readonly acknowledged_on: Day | null
  readonly investigator: string | null
  readonly investigator_role: string | null
  readonly investigator_phone: string | null
  readonly investigator_email: string | null
  readonly understood_outcome: string | null
  readonly respond_by: Day | null
  readonly extended_to: Day | null
  readonly extension_reason: string | null
  readonly investigated: string | null
  readonly responded_on: Day | null
  readonly decision: Decision | 'withdrawn' | null
  readonly apology: string | null
  readonly outcome_description: string | null
  readonly remedy: string | null
  readonly remedy_by: Day | null
  readonly remedied_on: Day | null
  readonly learning: string | null
  /** As the record keeps them; a letter has them as Action. */
  readonly actions: readonly {
    readonly what: string
    readonly owner: string
    readonly due_on: Day
    readonly done_on?: Day
  }[]
  readonly points: readonly (Point & { readonly number: number })[]
}

/** What was sent after a complaint, or without a code and is still to be matched to one. */
export interface CaseAddition {
  readonly id: string
  readonly kind: string
  readonly verified: boolean
  readonly reference: string | null
  readonly sender_name: string | null
  readonly sender_email: string | null
  readonly language: string
  readonly received_on: Day
  readonly received_at: string
  readonly transcript: readonly Exchange[]
}

export interface CaseMessage {
  readonly id: string
  readonly template: Template
  readonly recipient: Recipient
  readonly language: string
  /** ISO 8601 instants. */
  readonly created_at: string
  readonly sent_at: string | null
  readonly failed_at: string | null
  /** A code: why it could not be sent, or `to-print` for what goes on paper. */
  readonly last_failure: string | null
  readonly delivered_at: string | null
  readonly bounced_at: string | null
  readonly printed_at: string | null
}

export interface CaseFile {
  readonly id: string
  readonly name: string
  readonly type: string
  /** In bytes. */
  readonly size: number
  readonly sent_at: string
  readonly addition_id: string | null
  readonly state: 'clean' | 'waiting' | 'kept-back'
}

/** A case, whole: api.desk_case. Lists are in the order in which they came about, people with whom it is about first. */
export interface Case {
  readonly complaint: {
    readonly reference: string
    readonly kind: Kind
    readonly service: string | null
    readonly procedure: string | null
    readonly channel: string
    readonly language: string
    readonly received_at: string
    readonly received_on: Day
    readonly summary: string
    readonly desired_outcome: string | null
    readonly safeguarding_flag: string | null
    readonly discrimination_flag: string | null
    readonly acceptance: string | null
    readonly refusal_reason: string | null
    readonly closed_at: string | null
    readonly report_closed_at: string | null
    readonly group_id: string | null
    /** True where it counts as written by nobody: heard.is_junk. */
    readonly junk: boolean
    /** True while neither time nor erasure may take anything out of it: heard.on_hold. */
    readonly held: boolean
    /** When all that names anybody was taken out of it. */
    readonly anonymised_at: string | null
    readonly transcript: readonly Exchange[]
  }
  readonly people: readonly CasePerson[]
  readonly authority: {
    readonly rule: string
    readonly evidence: readonly string[]
    readonly basis: string | null
    readonly details: string | null
    readonly state: string
    readonly refusal_reason: string | null
  } | null
  readonly consents: readonly {
    readonly id: string
    readonly state: string
    readonly may_act: boolean
    readonly may_receive: boolean
    readonly may_see: boolean
  }[]
  readonly stages: readonly CaseStage[]
  readonly additions: readonly CaseAddition[]
  readonly withdrawals: readonly { readonly withdrawn_on: Day; readonly taken_up_on: Day | null }[]
  readonly messages: readonly CaseMessage[]
  /** What is still to settle about it, such as a letter to print. */
  readonly tasks: readonly {
    readonly id: string
    readonly kind: string
    /** The letter that it is about, where it is one that can be printed. */
    readonly message: string | null
  }[]
  readonly files: readonly CaseFile[]
  readonly notes: readonly { readonly text: string; readonly written_at: string; readonly by: string }[]
  readonly events: readonly { readonly event: string; readonly happened_at: string; readonly by: string }[]
  readonly group: readonly string[]
}

import type { Exchange } from '../../form/outputs/transcript.ts'
import type { Given } from '../by-code.ts'
import type { Recipient, Template } from '../letters/ports.ts'
import type { HeldKey, Kind, Role } from '../ports.ts'
import type { Day } from '../../council/working-days.ts'

/** What a key opens of a report: enough to make it a complaint, and no word of it. */
export interface OpenedReport {
  readonly reference: string
  readonly kind: Kind
  readonly service: string
  readonly language: string
  readonly safeguarding_flag: string | null
  /** ISO 8601 instant at which it was first told. */
  readonly received_at: string
  /** Whose key it is. */
  readonly role: Role
  readonly reply_route: string
}

/** What makes a report a complaint, in one transaction. Keys are the database's own. */
export interface Turn {
  /** ISO 8601 instant: day 0 of the complaint's clock. */
  readonly received_at: string
  readonly procedure: string
  readonly stage: {
    readonly id: string
    readonly acknowledge_by: Day | null
    readonly respond_by: Day | null
  }
  /** What they are unhappy about, where they say it: nobody has to. */
  readonly reasons: string | null
  readonly exchange: Exchange | null
  readonly messages: readonly { readonly template: Template; readonly recipient: Recipient }[]
}

/** The complaint that a report became, now or before. */
export interface Turned {
  readonly reference: string
  readonly submission_id: string
  readonly created: boolean
  readonly keys: readonly HeldKey[]
  readonly acknowledge_by: Day | null
  readonly respond_by: Day | null
}

/** Reports in the record. Each call is one round trip; throws where the database is away, and on too many wrong codes. */
export interface ReportsRecord {
  /** Null where it opens nothing, whether or not such a reference exists. */
  open(given: Given): Promise<OpenedReport | null>
  /** Null as for `open`. Asked twice, it is one complaint. */
  treatAsComplaint(given: Given, turn: Turn): Promise<Turned | null>
}

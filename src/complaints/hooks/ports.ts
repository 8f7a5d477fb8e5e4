/** Something that happened, of which the council's own case system is to be told. Moments are ISO 8601, days YYYY-MM-DD. */
export interface DueHook {
  readonly id: string
  /** Such as `complaint.received`: heard.outgoing_hooks lists them. */
  readonly event: string
  readonly happened_at: string
  readonly attempts: number
  readonly reference: string
  readonly kind: string | null
  readonly service: string | null
  readonly procedure: string | null
  readonly received_on: string | null
  readonly closed_on: string | null
}

/** The record, as far as telling needs it. Each call is one round trip; each throws where the database is away. */
export interface HooksRecord {
  claim(most: number, leaseSeconds: number): Promise<readonly DueHook[]>
  told(id: string): Promise<void>
  /** It is due again in `waitSeconds`; 72 hours after the first try the record gives it up, and the team has a task. */
  failed(id: string, reason: string, waitSeconds: number): Promise<void>
}

/** What is told, once. The same id is the same event, however often it comes. */
export interface Told {
  readonly id: string
  readonly at: Date
  readonly body: string
}

/** The other system. Throws NotTaken where it does not take what it is told. */
export interface CaseSystem {
  tell(told: Told): Promise<void>
}

/** The other system did not take it. Holds a code, and nothing of what it answered. */
export class NotTaken extends Error {
  readonly code: string
  constructor(code: string) {
    super(`The case system did not take an event: ${code}.`)
    this.name = 'NotTaken'
    this.code = code
  }
}

import type { Exchange } from '../../form/outputs/transcript.ts'
import type { Day, DueMessage, Kind, Recipient, Role, Template } from '../ports.ts'
import type { Decision, Point } from './ports.ts'

/** The lists of the desk, in the order in which the team should look at them. */
export const deskLists = [
  'risk',
  'overdue',
  'due-soon',
  'new',
  'to-match',
  'tasks',
  'to-print',
  'waiting-for-consent',
  'waiting-for-authority',
  'bounced',
  'all-open',
  'junk',
] as const
export type DeskList = (typeof deskLists)[number]

/** A line of a list: it names nobody. */
export interface DeskRow {
  readonly reference: string
  readonly kind: Kind
  readonly service: string | null
  /** The stage that it is at, as council.json names it; null for what follows no procedure. */
  readonly stage: string | null
  readonly received_on: Day
  /** The next day by which something is due; null where nothing is. */
  readonly due_on: Day | null
  /** True where somebody has it. */
  readonly handler: boolean
  readonly lists: readonly DeskList[]
}

/** A line of the list of what was sent without a code. */
export interface ToMatchRow {
  readonly addition: string
  readonly kind: string
  /** The reference as it was typed. */
  readonly reference: string | null
  readonly received_on: Day
}

/** A line of the list of what the site could not settle by itself. */
export interface TaskRow {
  readonly task: string
  /** A code, such as `letter-to-print`. */
  readonly kind: string
  readonly reference: string | null
  /** ISO 8601 instant. */
  readonly made_at: string
  /** The letter that it is about, where it is one that can be printed. */
  readonly message: string | null
  readonly template: string | null
}

/** A line of the list of letters that email did not bring, and that can go by post. */
export interface ToPrintRow {
  readonly print: string
  readonly reference: string
  readonly template: string
  readonly recipient: string
  /** A code: why no email brings it. */
  readonly why: string
  /** ISO 8601 instant. */
  readonly since: string
}

export interface DeskPage {
  readonly rows: readonly (DeskRow | ToMatchRow | TaskRow | ToPrintRow)[]
  /** True where another page follows. */
  readonly more: boolean
}

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

/** One line of the export, before it is a line. */
export interface ExportRow {
  readonly [field: string]: unknown
  readonly stages: readonly Readonly<Record<string, unknown>>[]
}

/** A letter as it is to be printed: what it is written from, and where it goes. */
export interface LetterToPrint {
  readonly message: DueMessage
  readonly name: string | null
  readonly postal_address: string | null
  readonly reference: string
}

/** Where a file lies, and what opens it. */
export interface FileToOpen {
  readonly path: string
  readonly key: string
  readonly name: string
  readonly type: string
}

/**
 * The record as one member of staff may see and change it. Every call carries their own token, and throws a refusal
 * `not-staff` once they may do nothing any more.
 */
export interface DeskRecord {
  /** Begins their work, and gives their name. */
  begin(): Promise<{ readonly name: string }>
  /** Ends their session, on every page that is open. */
  end(): Promise<void>
  /** How many stand in each list; an empty one is left out. */
  lists(): Promise<Partial<Record<DeskList, number>>>
  list(list: DeskList, page: number): Promise<DeskPage>
  find(reference: string): Promise<Case | null>
  addition(id: string): Promise<CaseAddition | null>
  export(from: Day, to: Day): Promise<readonly ExportRow[]>
  /** Null for a file that nobody may open: it waits to be looked through, or was not safe. */
  file(id: string): Promise<FileToOpen | null>
  letter(message: string): Promise<LetterToPrint | null>
  /** Does one act: calls `api.desk_<name>`. Called twice with one id it does it once. */
  act(name: string, act: Readonly<Record<string, unknown>> & { readonly id: string }): Promise<ActDone>
}

/** What an act answers; `reference` is the case that it was done to. */
export interface ActDone {
  readonly reference?: string
  readonly [key: string]: unknown
}

/** Signing in with a code by email. Each throws where Supabase is away. */
export interface SignIn {
  /** Sends a code, where the address is on the list. Nothing tells whether it was. */
  sendCode(email: string): Promise<void>
  /** The token that a code is good for; null where it is good for none. */
  verify(email: string, code: string): Promise<string | null>
  /** Ends the session of a token at Supabase. */
  end(token: string): Promise<void>
  /** Counts a try before it is made. Throws a refusal `too-many-tries` after ten in an hour. */
  count(who: string): Promise<void>
}

/** What the desk needs of the world beside the portal's own parts. */
export interface Desk {
  readonly signIn: SignIn
  /** The record, as whoever this token was given to. */
  as(token: string): DeskRecord
  /** The bytes of a file in the bucket clean, still sealed. Throws where they are not there. */
  fetchFile(path: string): Promise<Uint8Array<ArrayBuffer>>
}

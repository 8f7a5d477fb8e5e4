import type { Kind } from '../ports.ts'
import type { Day } from '../../council/working-days.ts'

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

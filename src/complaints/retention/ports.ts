import type { Day } from '../../council/working-days.ts'

/** How long each kind is kept, in months: what the record is told, which knows no council. */
export interface Months {
  readonly complaints: number
  /** Where a procedure's complaints are kept for another time. */
  readonly procedures: Readonly<Record<string, number>>
  readonly files: number
  readonly requests: number
  readonly feedback: number
  readonly surveys: number
  readonly equality: number
  readonly audit: number
}

/** Everything that is counted row by row. */
export const kinds = [
  'requests',
  'feedback',
  'files',
  'additions',
  'surveys',
  'equality',
  'drafts',
  'counters',
  'groups',
  'audit',
  'staff',
] as const

/** How much is past its time. Counts alone. */
export type Counts = Readonly<Record<(typeof kinds)[number], number>> & {
  /** By procedure. */
  readonly complaints: Readonly<Record<string, number>>
  /** Past their time, and held back because somebody may still ask for them. */
  readonly held: number
  /** Complaints that came so long ago and are still open: their time has not begun. */
  readonly never_closed: number
}

/** An erasure that somebody asked for, by the id that the record gives a complaint and shows nobody. */
export interface Erasure {
  readonly id: string
  readonly on: Day
}

/** The record, as far as forgetting needs it. Each call is one round trip; each throws where the database is away. */
export interface KeeperRecord {
  /** What is past its time at `moment`, or now. */
  tell(months: Months, moment?: Date): Promise<Counts>
  /** Takes out up to `most` of it. The counts are those from before. */
  forget(months: Months, most: number): Promise<Counts & { readonly more: boolean }>
}

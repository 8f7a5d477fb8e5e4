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
  'hooks',
  'groups',
  'audit',
  'acts',
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

/**
 * What was erased because somebody asked: a complaint, one person in it, or what came without a code. Ids alone, which
 * the record shows nobody else.
 */
export interface Erasure {
  readonly complaint?: string
  readonly person?: string
  readonly addition?: string
}

/** The record, as far as forgetting needs it. Each call is one round trip; each throws where the database is away. */
export interface KeeperRecord {
  /** What is past its time at `moment`, or now. */
  tell(months: Months, moment?: Date): Promise<Counts>
  /** Takes out up to `most` of it. The counts are those from before. */
  forget(months: Months, most: number): Promise<Counts & { readonly more: boolean }>
  /** What was erased since then. To be kept beside a backup, which knows nothing of what came after it. */
  erased(since: Date): Promise<readonly Erasure[]>
  /** Erases it again, each once; what is held is passed by. At most 1000 at once. */
  eraseAgain(erasures: readonly Erasure[]): Promise<{ readonly erased: number; readonly held: number }>
}

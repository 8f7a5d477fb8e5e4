import type { Day } from '../../council/working-days.ts'

/** A draft as the database takes it. */
export interface SealedDraft {
  /** What finds it, derived from the code: the database keeps its hash. */
  readonly finder: string
  /** Base64. */
  readonly sealed: string
  /** The id of the journey. */
  readonly journey: string
  /** The language it was saved in. */
  readonly edition: string
  /** The last day on which it can be opened. */
  readonly kept_through: Day
  /** The files that belong to it, which are kept as long as it is. */
  readonly file_ids: readonly string[]
}

/** A draft as the database gives it back. */
export interface FoundDraft {
  readonly sealed: string
  readonly journey: string
  readonly edition: string
  /** ISO 8601 instant. */
  readonly saved_at: string
  readonly kept_through: Day
}

/** Drafts in the record. Each call is one round trip, and throws where the database is away or refuses. */
export interface DraftsRecord {
  /** Throws too-many-tries where far more is saved in an hour than people save. */
  save(draft: SealedDraft): Promise<{ readonly saved_at: string }>
  /** Null where the finder finds nothing, for whatever reason. Throws too-many-tries. */
  open(finder: string): Promise<FoundDraft | null>
  /**
   * What the email with the code says; null as above. `address` is a keyed proof of where it goes. Throws too-many-tries
   * after five for one draft too, or where the address had its letters for the day.
   */
  toMail(finder: string, address: string): Promise<{ readonly kept_through: Day } | null>
  /** Does nothing where there is nothing. Throws too-many-tries. */
  delete(finder: string): Promise<void>
  /** Deletes those whose time is over; answers how many there were. */
  deleteOld(): Promise<number>
}

/** Opens and closes drafts with what comes from a code. */
export interface DraftSeal {
  /** What finds the draft of a code: 43 characters, from which neither the code nor its key can be worked out. */
  finder(code: string): string
  /** The text sealed, in base64, at one of four lengths; null where it is longer than any draft may be. */
  close(code: string, text: string): string | null
  /** The text; null where it was not sealed with this code and this portal's secret. */
  open(code: string, sealed: string): string | null
}

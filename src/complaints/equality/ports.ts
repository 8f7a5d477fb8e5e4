/** Answers about a person, as they are kept: a question's id → an answer's id, or an age group. Nothing beside. */
export type AboutSomebody = Readonly<Record<string, string>>

/** Answers that wait, sealed: the database cannot read them. */
export interface Waiting {
  readonly id: string
  readonly sealed: string
}

/** Seals text for this portal alone, so that its length says nothing either. */
export interface Envelope {
  close(text: string): string
  /** Null where it is not ours. */
  open(sealed: string): string | null
}

/** Answers about people in the record, apart from every complaint. Each call is one round trip. */
export interface EqualityRecord {
  /** Lets sealed answers wait. */
  give(sealed: string): Promise<void>
  /** Those that wait, in no order; none where fewer than `least` do. */
  waiting(least: number): Promise<readonly Waiting[]>
  /** Keeps a batch, all of it or nothing, and takes what it was made from away. Throws where some of that is gone. */
  keep(taken: readonly string[], answers: readonly AboutSomebody[]): Promise<void>
}

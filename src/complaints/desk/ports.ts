import type { DueMessage } from '../letters/ports.ts'
import type { Day } from '../../council/working-days.ts'
import type { Case, CaseAddition } from './case.ts'
import type { DeskList, DeskPage } from './lists.ts'

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

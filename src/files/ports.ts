import type { FileRefusal as Refusal } from '../form/kinds/files.ts'

/**
 * Files that people send.
 *
 * **Sealed from the first moment.** Each file has a key of its own, made in the browser (`newKey`), or in the function
 * where there is no JavaScript. What is stored is sealed with it (`sealFile`). The key is in the file's handle alone
 * (src/form/file-handle.ts), which the form carries; it comes to the record in the transaction that keeps the
 * complaint.
 *
 * **With JavaScript**, at `POST /api/files`, JSON in and out:
 *
 * 1. `{ "do": "start", "size": 123 }` → 201 `{ "id": "…", "upload": "…" }`. The size is that of the file itself, in
 *    bytes. The browser seals the file and PUTs the sealed bytes to `upload` as `application/octet-stream`. The
 *    address works for two hours, and until something is there. A PUT that is cut short leaves nothing, so it can be
 *    made again; where its answer was lost, a second one gets 400 or 409: go on to the finish.
 * 2. `{ "do": "finish", "handle": "…" }` → 200 `{ "type": "image/jpeg", "size": 123 }`: the function has opened the
 *    file, checked it by its bytes, taken out where a photograph was made, and stored it again. Said twice, it answers
 *    the same.
 * 3. `{ "do": "remove", "handle": "…" }` → 200 `{}`, whether there was such a file or not.
 *
 * What cannot be done is answered `{ "refused": code }`: 422 with one of `fileRefusals` (src/form/kinds/files.ts; the file is gone, and the person
 * is told why), 429 `busy`, 503 `failed`, 400 `wrong-request`. A finish of what nobody uploaded is 422 `failed`.
 *
 * **Without JavaScript** `keepPosted` does the same with bytes that came in a form's post, and gives the handle.
 */
export type FilesContract = never

/** A file as the record knows it while it waits to be sent. */
export interface FileInHand {
  /** Where its sealed bytes lie; null once they are gone. */
  readonly path: string | null
  readonly size: number
  /** Media type, once it is checked. */
  readonly type: string | null
  readonly refused: Refusal | null
  readonly checked: boolean
  readonly sent: boolean
}

/** A file that goes with a complaint or an addition, as the record takes it. */
export interface SentFile {
  readonly id: string
  readonly key: string
  readonly name: string
}

/** The record of files. Each call is one round trip; each throws where the database is away. */
export interface FilesRecord {
  /** Throws RecordUnavailable with the refusal `too-many-tries` where this caller, or everybody, began too many. */
  start(file: {
    readonly id: string
    readonly path: string
    readonly size: number
    readonly who: string
  }): Promise<void>
  inHand(id: string): Promise<FileInHand | null>
  /** False where another call was quicker, or the file is gone. */
  checked(file: {
    readonly id: string
    readonly path: string
    readonly size: number
    readonly type: string
    readonly key_proof: string
  }): Promise<boolean>
  turnedAway(id: string, code: Refusal): Promise<void>
  /** Where the bytes of a file lie that is taken back before it is sent; null where there is none. */
  forget(id: string, key: string): Promise<string | null>
}

/** A bucket of the storage. Paths are random. Each call throws StorageUnavailable where the storage is away. */
export interface Bucket {
  /** An address that takes one PUT of the bytes, from a browser, for two hours. */
  uploadAddress(path: string): Promise<string>
  /** The bytes; null where there is nothing. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | null>
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** Deletes what is there; what is not there is no failure. */
  remove(paths: readonly string[]): Promise<void>
}

/** What looks for harm in a file. Throws where it is away: the file then waits. */
export interface Scanner {
  scan(bytes: Uint8Array<ArrayBuffer>): Promise<'clean' | 'infected'>
}

/** Where files are kept, as the endpoints need it. */
export interface Files {
  readonly record: FilesRecord
  readonly quarantine: Bucket
}

import type { Bucket } from './ports.ts'

/** The record, as far as forgetting needs it. Each call is one round trip; each throws where it is away. */
export interface ForgettingRecord {
  /** Files that were not sent in their time, or were taken back; none of them can be sent from then on. */
  due(most: number): Promise<readonly { readonly id: string; readonly path: string | null }[]>
  forgotten(ids: readonly string[]): Promise<number>
  /** Paths in a bucket that have lain there for a day and belong to no file. */
  strays(bucket: 'quarantine' | 'clean', most: number): Promise<readonly string[]>
}

/** What forgetting needs of the world. */
export interface Forgetting {
  readonly record: ForgettingRecord
  readonly quarantine: Bucket
  readonly clean: Bucket
}

const most = 200

/** Deletes what was not sent in its time, and what lies in the storage and belongs to nothing. The bytes go first. */
export async function forgetFiles({ record, quarantine, clean }: Forgetting): Promise<number> {
  const due = await record.due(most)
  await quarantine.remove(due.flatMap(({ path }) => path ?? []))
  const gone = due.length ? await record.forgotten(due.map(({ id }) => id)) : 0
  await quarantine.remove(await record.strays('quarantine', most))
  await clean.remove(await record.strays('clean', most))
  return gone
}

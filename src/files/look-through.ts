import type { Bucket, Scanner } from './ports.ts'
import { openFile } from './sealed.ts'

/** A file that was sent and not yet looked through. */
export interface FileToLookThrough {
  readonly id: string
  /** Where it lies, the same in either bucket. */
  readonly path: string
  readonly key: string
}

/** The record, as whoever looks through files reaches it. Each call is one round trip; each throws where it is away. */
export interface LookingRecord {
  take(most: number, leaseSeconds: number): Promise<readonly FileToLookThrough[]>
  clean(id: string): Promise<void>
  infected(id: string): Promise<void>
}

/** What looking through files needs of the world. */
export interface Looking {
  readonly record: LookingRecord
  readonly quarantine: Bucket
  readonly clean: Bucket
  /** Null where the council has none: then the checks of when the file came are all there is. */
  readonly scanner: Scanner | null
}

/**
 * A scheduled function has half a minute. So many are taken in it, and none is begun after so many milliseconds; the rest
 * come once their lease is over.
 */
const most = 10
const longest = 10_000
const leaseSeconds = 120

/**
 * Looks through what was sent. What is clean is put into the bucket clean, sealed as it was, then said to be, and only
 * then deleted from quarantine: a process that dies in between leaves it to the next one, which does it again. What
 * cannot be looked through now, since the scanner or the storage is away, waits; nobody is given it until then.
 *
 * Gives how many were clean, harmful, and left for later.
 */
export async function lookThrough(looking: Looking, now: () => Date = () => new Date()) {
  const { record } = looking
  const end = now().getTime() + longest
  const outcomes = { clean: 0, infected: 0, later: 0 }
  const troubles: unknown[] = []
  for (const file of await record.take(most, leaseSeconds)) {
    if (now().getTime() >= end) {
      outcomes.later += 1
      continue
    }
    try {
      outcomes[await lookThroughOne(file, looking)] += 1
    } catch (error) {
      outcomes.later += 1
      troubles.push(error)
    }
  }
  return { ...outcomes, troubles }
}

async function lookThroughOne(
  { id, path, key }: FileToLookThrough,
  { record, quarantine, clean, scanner }: Looking,
): Promise<'clean' | 'infected' | 'later'> {
  const sealed = await quarantine.read(path)
  if (!sealed) return (await clean.read(path)) ? await said() : 'later'
  if (scanner) {
    const opened = await openFile(sealed, key)
    if (!opened) return 'later'
    if ((await scanner.scan(opened)) === 'infected') {
      await record.infected(id)
      return 'infected'
    }
  }
  await clean.write(path, sealed)
  return await said()

  async function said(): Promise<'clean'> {
    await record.clean(id)
    await quarantine.remove([path])
    return 'clean'
  }
}

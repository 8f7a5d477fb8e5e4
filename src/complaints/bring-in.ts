import type { ComplaintsRecord, WaitingRoom, WaitingSubmission } from './ports.ts'
import { isAway } from './keep.ts'

interface BringingIn {
  readonly record: Pick<ComplaintsRecord, 'submit'>
  readonly waitingRoom: Pick<WaitingRoom, 'list' | 'open' | 'remove'>
  readonly now: () => Date
  /** Told of each fault, which holds no word of what was sent. */
  readonly onFault: (fault: unknown) => void
}

/** What became of what waited. All but `broughtIn` still lie where they lay. */
export interface BroughtIn {
  readonly broughtIn: number
  /** Of those, whose files were gone from the storage: the complaint came in without them. */
  readonly withoutFiles: number
  /** Nobody here has a key that opens them. */
  readonly unreadable: number
  /** The record will not have them as they are. */
  readonly refused: number
  /** Not come to: the record is still away, or the time was over. */
  readonly left: number
}

/**
 * Brings in what waited for the record, until `deadline`. Each is submitted as it was sent, with the moment it was sent
 * at, and leaves its place only once the record has answered: killed in between, it is submitted again, which changes
 * nothing. So two that run at once do no harm either. Where the same form was sent to the record meanwhile, with changes,
 * that later version stands. Throws where the store cannot be asked.
 */
export async function bringIn(parts: BringingIn, deadline: Date): Promise<BroughtIn> {
  const { waitingRoom, now, onFault } = parts
  const places = await waitingRoom.list()
  const counts = { broughtIn: 0, withoutFiles: 0, unreadable: 0, refused: 0 }
  let looked = 0
  for (const place of places) {
    if (now() >= deadline) break
    const waiting = await waitingRoom.open(place)
    looked += 1
    if (waiting === 'unreadable') counts.unreadable += 1
    if (typeof waiting === 'string') continue
    try {
      counts.withoutFiles += await submitted(waiting, parts)
    } catch (fault) {
      onFault(fault)
      if (isAway(fault)) {
        looked -= 1
        break
      }
      counts.refused += 1
      continue
    }
    await waitingRoom.remove(place)
    counts.broughtIn += 1
  }
  return { ...counts, left: places.length - looked }
}

/** Submits it; gives 1 where it had to go without its files, since they had been cleared away, and else 0. */
async function submitted(
  { submission, draftFinder }: WaitingSubmission,
  { record }: Pick<BringingIn, 'record'>,
): Promise<0 | 1> {
  try {
    await record.submit(submission, draftFinder)
    return 0
  } catch (fault) {
    if (!(fault instanceof Error && 'refusal' in fault && fault.refusal === 'file-gone')) throw fault
    await record.submit({ ...submission, files: [] }, draftFinder)
    return 1
  }
}

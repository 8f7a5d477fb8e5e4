import { londonDay } from '../council/working-days.ts'
import type { ComplaintsRecord, Stored, Submission, WaitingRoom } from './ports.ts'

/** What was kept, and whether it waits for the record to come back. */
export interface Kept extends Stored {
  readonly waits: boolean
}

interface Keeping {
  readonly record: Pick<ComplaintsRecord, 'submit'>
  readonly waitingRoom: Pick<WaitingRoom, 'keep'>
  /** Told of the record's fault where the submission waits instead. */
  readonly onAway: (fault: unknown) => void
}

/** True where the record could not be reached. Where it refused, what was sent is at fault, and waiting mends nothing. */
export const isAway = (fault: unknown): boolean =>
  fault instanceof Error && 'away' in fault && fault.away === true

/**
 * Keeps a submission in the record; or, while that is away, sealed until it is back, under the reference and the keys
 * that it will have there. Throws where neither could be done: then nothing is promised.
 */
export async function keep(
  submission: Submission,
  draftFinder: string | undefined,
  { record, waitingRoom, onAway }: Keeping,
): Promise<Kept> {
  try {
    return { ...(await record.submit(submission, draftFinder)), waits: false }
  } catch (fault) {
    if (!isAway(fault)) throw fault
    onAway(fault)
    const kept = await waitingRoom.keep(submission, draftFinder)
    const { references, received_at: receivedAt, keys, stage } = submission
    return {
      ...kept,
      waits: true,
      reference: references[0] as string,
      received_on: londonDay(new Date(receivedAt)),
      keys,
      acknowledge_by: stage?.acknowledge_by ?? null,
      respond_by: stage?.respond_by ?? null,
    }
  }
}

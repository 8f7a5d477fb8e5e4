import type { Counts, KeeperRecord, Months } from './ports.ts'

/** What forgetting needs of the world. */
interface Forgetting {
  readonly keeper: KeeperRecord
  readonly months: Months
  readonly now: () => Date
  /** Milliseconds after which no other step is begun. */
  readonly budget: number
}

const most = 200

/**
 * Takes out what is past its time, step by step, each whole in itself: a run that dies leaves the rest for the next.
 * Answers how much there was when it began, and whether some is left.
 */
export async function forgetWhatIsOver({
  keeper,
  months,
  now,
  budget,
}: Forgetting): Promise<{ readonly counts: Counts; readonly more: boolean }> {
  const end = now().getTime() + budget
  const { more: rest, ...counts } = await keeper.forget(months, most)
  let more = rest
  while (more && now().getTime() < end) ({ more } = await keeper.forget(months, most))
  return { counts, more }
}

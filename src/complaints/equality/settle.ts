import type { RandomNumber } from '../ports.ts'
import type { AboutSomebody, Envelope, EqualityRecord } from './ports.ts'

interface Settling {
  readonly equality: EqualityRecord
  readonly envelope: Envelope
  readonly randomNumber: RandomNumber
  /** How many must wait before any are kept: council.json, equality.batch. */
  readonly batch: number
}

/**
 * Opens what waits and keeps it, where enough of it does: all at once and shuffled, so that neither when it came nor
 * in which order can be read from it. What cannot be opened (the secret was changed) goes with the batch. Answers
 * how many were kept.
 */
export async function settle({ equality, envelope, randomNumber, batch }: Settling): Promise<number> {
  const waiting = await equality.waiting(batch)
  const answers = waiting.flatMap(({ sealed }) => {
    const text = envelope.open(sealed)
    return text === null ? [] : [JSON.parse(text) as AboutSomebody]
  })
  if (answers.length < batch) return 0
  await equality.keep(
    waiting.map(({ id }) => id),
    shuffled(answers, randomNumber),
  )
  return answers.length
}

/** In an order that is as likely as any other (Fisher and Yates). */
export function shuffled<Thing>(things: readonly Thing[], randomNumber: RandomNumber): readonly Thing[] {
  const all = [...things]
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = randomNumber(last + 1)
    ;[all[last], all[other]] = [all[other]!, all[last]!]
  }
  return all
}

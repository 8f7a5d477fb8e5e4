import type { Council } from '../../council/council.ts'
import type { ConsentsRecord } from './ports.ts'

/** So many at a time, that one call stays short. */
const batch = 100

/** So many batches in a run; the next run goes on. */
const mostBatches = 10

/** No batch is begun after so many milliseconds: Netlify ends a scheduled function after 30 seconds, and one takes up to 8. */
const longest = 15_000

/** Reminds who has not answered, and lets lapse what was not answered in time. Throws where the record is away. */
export async function remindConsents(
  consents: Pick<ConsentsRecord, 'remind'>,
  { consent }: Pick<Council, 'consent'>,
  now: () => Date = () => new Date(),
): Promise<{ reminded: number; expired: number }> {
  const all = { reminded: 0, expired: 0 }
  const end = now().getTime() + longest
  for (let count = 0; count < mostBatches && now().getTime() < end; count += 1) {
    const done = await consents.remind(batch, consent.reminderDays)
    all.reminded += done.reminded
    all.expired += done.expired
    if (done.reminded + done.expired < batch) break
  }
  return all
}

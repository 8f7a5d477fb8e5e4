import type { Rule } from '../facts.ts'
import type { Entry } from '../schema.ts'

/** Nothing is said to have happened before it has: not by the day of the build, nor by the day an entry comes out. */
export const days: Rule<Entry> = ({ date, publishOn, draft }, { today }) => {
  const out = publishOn !== undefined && publishOn > today ? publishOn : today
  if (date > out) {
    const until = out === today ? `today, ${today}` : `publishOn, ${out}`
    // A draft may wait for its day, with that day in it.
    if (draft && publishOn === undefined) return []
    return [
      {
        path: ['date'],
        message: `is ${date}, which is after ${until}. Write the day it happened, or publish the entry later.`,
      },
    ]
  }
  return []
}

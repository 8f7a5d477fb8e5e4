import type { Contradiction } from '../contradictions.ts'
import type { Council } from '../schema.ts'

/** Reminders that come in order and before the last day to answer, and services that there are. */
export function consent({
  consent: { expireDays, reminderDays, claimedIsEnough },
  services,
}: Council): Contradiction[] {
  const late = reminderDays.flatMap((day, at) =>
    day < expireDays
      ? []
      : [
          {
            path: ['consent', 'reminderDays', at],
            message: `is ${day}, but the question has lapsed by then: expireDays is ${expireDays}. Write a smaller number.`,
          },
        ],
  )
  const unordered = reminderDays.flatMap((day, at) =>
    at > 0 && day <= (reminderDays[at - 1] ?? 0)
      ? [
          {
            path: ['consent', 'reminderDays', at],
            message: `is ${day}, which does not come after the day before it in the list. Put the days in order.`,
          },
        ]
      : [],
  )
  const unknown = claimedIsEnough.flatMap((id, at) =>
    services.some((service) => service.id === id)
      ? []
      : [
          {
            path: ['consent', 'claimedIsEnough', at],
            message: `is "${id}", which is no service here. Use the id of one under services, or take it out.`,
          },
        ],
  )
  return [...late, ...unordered, ...unknown]
}

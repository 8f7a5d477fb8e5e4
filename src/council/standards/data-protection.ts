import type { Path } from '../contradictions.ts'
import type { Procedure } from '../council.ts'
import type { Count } from '../deadlines.ts'
import type { Remark } from '../standards.ts'
import { acknowledgement } from './acknowledgement.ts'

/** The stricter of two ways to count: the day the complaint comes is day 1 (DOMAIN 6). */
const thirtyDays: Count = { within: 30, unit: 'calendar-days', includesFirstDay: true }

/**
 * Holds a procedure to the law on complaints about personal information, in force since 19 June 2026: acknowledged
 * within 30 days, answered without undue delay (DOMAIN 6).
 */
export function dataProtection({ stages }: Procedure, path: Path): Remark[] {
  const rule =
    'The law on data protection complaints since 19 June 2026, counted strictly with the day of receipt as day 1 (includesFirstDay), wants'
  return stages.flatMap((stage, i) =>
    i === 0 ? acknowledgement(stage, [...path, 'stages', i], thirtyDays, rule) : [],
  )
}

import type { Check } from './check.ts'
import { those } from './statements.ts'

/** What an average given to one decimal may be off by. */
const rounding = 0.05 + 1e-9

/** An average by the month is not the total by the months. */
export const monthly: Check = {
  id: 'monthly-average',
  faults: (statements) =>
    those(statements, 'monthly-average').flatMap(({ at, of, all, months, average }) => {
      if (Math.abs(all / months - average) <= rounding) return []
      return [
        {
          at,
          message: `says ${average} ${of} a month on average. ${all} in ${months} months are ${(all / months).toFixed(1)}. Correct one of them.`,
        },
      ]
    }),
}

/** An average of all is not the average of its parts, each by how many it is of. */
export const ofParts: Check = {
  id: 'average-of-parts',
  faults: (statements) =>
    those(statements, 'average').flatMap(({ at, of, average, parts }) => {
      const n = parts.reduce((sum, part) => sum + part.n, 0)
      if (n === 0) return []
      const all = parts.reduce((sum, part) => sum + part.n * part.average, 0) / n
      if (Math.abs(all - average) <= 2 * rounding) return []
      return [
        {
          at,
          message: `gives ${average} days for ${of}. Its parts give ${all.toFixed(1)}: ${parts.map((part) => `${part.n} of ${part.average}`).join(', ')}. Print how many each average is of, and correct what is wrong.`,
        },
      ]
    }),
}

/** Days of a kind that is not said, or working days in one place and calendar days in another. */
export const units: Check = {
  id: 'which-days',
  faults: (statements) => {
    const averages = those(statements, 'average')
    const kinds = new Set(averages.map(({ unit }) => unit))
    if (kinds.size <= 1 && !kinds.has(null)) return []
    return averages
      .filter(({ unit }) => unit === null)
      .concat(averages.filter(({ unit }) => unit === 'calendar-days' && kinds.has('working-days')))
      .map(({ at, of, unit }) => ({
        at,
        message:
          unit === null
            ? `gives days for ${of}, and not which. Say working days or calendar days.`
            : `gives calendar days for ${of}, and working days elsewhere. Give both in one of them.`,
      }))
  },
}

/** Two limits of what is late, so that two counts of late ones do not mean the same. */
export const limits: Check = {
  id: 'late-by-which-limit',
  faults: (statements) => {
    const late = those(statements, 'late')
    return late.flatMap((one, i) => {
      const other = late.slice(0, i).find(({ of, limit }) => of === one.of && limit !== one.limit)
      if (!other) return []
      return [
        {
          at: one.at,
          message: `counts ${one.n} ${one.of} that took over ${one.limit} working days, and ${other.at} ${other.n} over ${other.limit}. Use one limit: the procedure’s own.`,
        },
      ]
    })
  },
}

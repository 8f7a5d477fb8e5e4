import type { Check } from './check.ts'
import { those, type Said } from './statements.ts'

/** One thing is counted in two places, and differs: which is right? */
export const countedTwice: Check = {
  id: 'counted-twice-differently',
  faults: (statements) => {
    const first = new Map<string, Said<'count'>>()
    return those(statements, 'count').flatMap((count) => {
      const other = first.get(count.of)
      if (!other) first.set(count.of, count)
      if (!other || other.n === count.n) return []
      if (other.n === null || count.n === null) {
        const [shown, hidden] = other.n === null ? [count, other] : [other, count]
        return [
          {
            at: shown.at,
            message: `shows ${count.of}, which is hidden in ${hidden.at}. Hide it in both: run npm run figures again.`,
          },
        ]
      }
      return [
        {
          at: count.at,
          message: `says ${count.n} for ${count.of}, and ${other.at} says ${other.n}. Find out which is right, and say it in both.`,
        },
      ]
    })
  },
}

/** Parts do not add up to their whole, or cannot. A hidden part is at least 1. */
export const sums: Check = {
  id: 'parts-and-whole',
  faults: (statements) =>
    those(statements, 'sum').flatMap(({ at, of, whole, parts }) => {
      const shown = parts.reduce((sum, { n }) => sum + (n ?? 0), 0)
      const hidden = parts.filter(({ n }) => n === null).length
      if (whole === null || (hidden ? whole >= shown + hidden : whole === shown)) return []
      const added = parts.map(({ of, n }) => `${of} ${n ?? 'hidden'}`).join(', ')
      return [
        {
          at,
          message: `says ${whole} for ${of}, and its parts come to ${shown}${hidden ? ` and ${hidden} hidden` : ''}: ${added}. Say what is missing, or correct the total.`,
        },
      ]
    }),
}

/** More or fewer ended and stayed open than came. */
export const flows: Check = {
  id: 'came-and-ended',
  faults: (statements) =>
    those(statements, 'flow').flatMap(({ at, of, carried, came, ended, open }) => {
      const gap = carried + came - ended - open
      if (gap === 0) return []
      return [
        {
          at,
          message: `says that ${came} ${of} came and ${carried} were open before, and that ${ended} ended and ${open} are open: ${Math.abs(gap)} too ${gap > 0 ? 'few' : 'many'}. Say what became of each, and what was carried over.`,
        },
      ]
    }),
}

/** The same thing counts more in one year than in another. */
export const bases: Check = {
  id: 'basis-changed',
  faults: (statements) => {
    const first = new Map<string, Said<'basis'>>()
    return those(statements, 'basis').flatMap((basis) => {
      const other = first.get(basis.of)
      if (!other) first.set(basis.of, basis)
      if (!other || other.counts.join() === basis.counts.join()) return []
      return [
        {
          at: basis.at,
          message: `compares ${basis.of} of ${other.year} (${other.counts.join(', ')}) with ${basis.year} (${basis.counts.join(', ')}), which are not counted alike. Count both in the same way, or do not compare them.`,
        },
      ]
    })
  },
}

/** One count of several that belong together is given, and those left out come to more. */
export const halves: Check = {
  id: 'half-of-the-answer',
  faults: (statements) =>
    those(statements, 'alone').flatMap(({ at, of, n, leftOut }) => {
      const rest = leftOut.reduce((sum, { n }) => sum + (n ?? 0), 0)
      if (rest <= n) return []
      return [
        {
          at,
          message: `gives ${n} for ${of}, and leaves out ${leftOut.map(({ of, n }) => `${of} (${n})`).join(' and ')}. Give them together.`,
        },
      ]
    }),
}

import { dayBefore } from '../council/working-days.ts'
import { keyOf, partsOf, type Key } from './keys.ts'
import { isMonth, periodOf, quarterOf } from './period.ts'

/** Figures that cancel out: each with 1 or -1, and 0 in all. */
export type Sum = readonly (readonly [Key, 1 | -1])[]

/**
 * Everything that a reader knows of how figures add up, whichever table or report they stand in:
 * a figure is the sum of its parts along any dimension by which all of them are there; a procedure of its lines
 * (`procedure/service`), a year of its quarters, a quarter of its months; and what was open and came, less what
 * ended, is open still.
 */
export function sumsOf(keys: Iterable<Key>): Sum[] {
  const known = new Set(keys)
  return [...partsAlong(known), ...flows(known), ...firstStages(known)]
}

function partsAlong(known: ReadonlySet<Key>): Sum[] {
  const wholes = new Map<Key, Map<string, Key[]>>()
  const add = (whole: Key, along: string, part: Key) => {
    if (!known.has(whole)) return
    const parts = wholes.get(whole) ?? new Map<string, Key[]>()
    wholes.set(whole, parts.set(along, [...(parts.get(along) ?? []), part]))
  }
  for (const key of known) {
    const { counts, where } = partsOf(key)
    for (const [dimension, value] of Object.entries(where)) {
      const rest = { ...where }
      delete rest[dimension]
      if (dimension === 'period') {
        const whole = wholeOf(value)
        if (whole) add(keyOf(counts, { ...rest, period: whole }), 'period', key)
      } else if (dimension !== 'on') add(keyOf(counts, rest), dimension, key)
      if (dimension === 'line')
        add(keyOf(counts, { ...rest, procedure: value.slice(0, value.indexOf('/')) }), 'line', key)
    }
  }
  return [...wholes].flatMap(([whole, parts]) =>
    [...parts]
      // A year of which only some quarters are there says nothing of the others.
      .filter(([along, some]) => along !== 'period' || some.length === (whole.includes('-q') ? 3 : 4))
      .map(([, some]): Sum => [[whole, 1], ...some.map((part) => [part, -1] as const)]),
  )
}

/** The quarter that a month is in, the year that a quarter is in; null for a year. */
function wholeOf(period: string): string | null {
  if (period.includes('-q')) return period.slice(0, -'-q1'.length)
  return isMonth(period) ? quarterOf(period) : null
}

/** What was open, and what was asked for, less what ended, is what is open, stage by stage. */
function flows(known: ReadonlySet<Key>): Sum[] {
  return [...known].flatMap((asked) => {
    const { counts, where } = partsOf(asked)
    const { period = '', acknowledged, ...rest } = where
    if (counts !== 'asked' || acknowledged || isMonth(period)) return []
    const { from, to } = periodOf(period)
    const sum = [
      [keyOf('open', { ...rest, on: dayBefore(from) }), 1],
      [asked, 1],
      [keyOf('answered', { ...rest, period }), -1],
      [keyOf('unanswered', { ...rest, period }), -1],
      [keyOf('open', { ...rest, on: to }), -1],
    ] as const
    return sum.every(([key]) => known.has(key)) ? [sum] : []
  })
}

/** Stage 1 is asked for by the complaint itself. */
function firstStages(known: ReadonlySet<Key>): Sum[] {
  return [...known].flatMap((asked) => {
    const { counts, where } = partsOf(asked)
    const { stage, ...rest } = where
    const received = keyOf('received', { ...rest, kind: 'complaint' })
    return counts === 'asked' && stage === '1' && known.has(received)
      ? [
          [
            [asked, 1],
            [received, -1],
          ] satisfies Sum,
        ]
      : []
  })
}

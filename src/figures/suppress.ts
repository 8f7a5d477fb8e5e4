import { partsOf, type Key } from './keys.ts'
import { isMonth } from './period.ts'
import { Reader } from './reader.ts'
import type { Sum } from './sums.ts'

/** Why a figure is hidden: it is small itself, it would give away another, or another report hides it. */
export type Why = { readonly small: true } | { readonly protects: Key } | { readonly hiddenBefore: true }

/** What other reports have made known already, and cannot be taken back. */
export interface Published {
  readonly shown: ReadonlySet<Key>
  readonly hidden: ReadonlySet<Key>
}

/** Figures that cannot be kept safe, since what would have to be hidden is published. Holds keys, no counts. */
export class GivenAway extends Error {
  readonly keys: readonly Key[]
  constructor(keys: readonly Key[]) {
    super(`What is published already gives away: ${keys.join('; ')}.`)
    this.name = 'GivenAway'
    this.keys = keys
  }
}

/**
 * Chooses what to hide (DOMAIN 6), so that no hidden count can be worked out more closely than `threshold`.
 *
 * First every count from 1 to threshold − 1; 0 stays. Then, while a sum has one hidden figure, or the range of
 * one that can be worked out from all that is shown is narrower than the threshold, the next smallest beside it.
 * Hiding more never narrows a range, so what is safe stays so. It ends: with everything hidden, anything could be.
 *
 * `reader` knows the same counts and sums. Throws GivenAway where only published figures are left to hide.
 */
export function suppress(
  counts: ReadonlyMap<Key, number>,
  sums: readonly Sum[],
  threshold: number,
  published: Published = { shown: new Set(), hidden: new Set() },
  reader: Reader = new Reader(counts, sums, threshold),
): Map<Key, Why> {
  const hidden = new Map<Key, Why>()
  for (const [key, n] of counts) {
    if (n >= 1 && n < threshold) hidden.set(key, { small: true })
  }
  for (const key of published.hidden) if (!hidden.has(key)) hidden.set(key, { hiddenBefore: true })
  const tooLate = [...hidden.keys()].filter((key) => published.shown.has(key))
  if (tooLate.length) throw new GivenAway(tooLate)

  const sumsWith = new Map<Key, Sum[]>()
  for (const sum of sums) for (const [key] of sum) sumsWith.set(key, [...(sumsWith.get(key) ?? []), sum])

  const canHide = (key: Key) => !hidden.has(key) && counts.get(key)! > 0 && !published.shown.has(key)
  /** True where hiding it leaves only totals to hide beside it. */
  const takesTotal = (key: Key) =>
    (sumsWith.get(key) ?? []).some(
      (sum) =>
        !sum.some(([other]) => hidden.has(other)) &&
        !sum.some(([other]) => other !== key && canHide(other) && detailOf(other) >= detailOf(key)),
    )

  /** Hides the smallest figure of these sums that can be hidden; where there is none, of the sums next to them. */
  const hideBeside = (key: Key, among: readonly Sum[]): boolean => {
    const near = new Set(among)
    for (let before = 0; before < near.size;) {
      before = near.size
      const keys = [...near].flatMap((sum) => sum.map(([other]) => other))
      const next = smallest(keys.filter(canHide), counts, takesTotal)
      if (next !== undefined) {
        hidden.set(next, { protects: key })
        return true
      }
      for (const other of keys)
        if (hidden.has(other)) for (const sum of sumsWith.get(other) ?? []) near.add(sum)
    }
    return false
  }

  const safe = new Set<Key>()
  for (;;) {
    for (let again = true; again;) {
      again = false
      for (const sum of sums) {
        const concealed = sum.filter(([key]) => hidden.has(key))
        if (concealed.length === 1 && hideBeside(concealed[0]![0], [sum])) again = true
      }
    }
    const unsure = new Set([...hidden.keys()].filter((key) => !safe.has(key)))
    const unsafe = new Set(reader.knowsOf(new Set(hidden.keys()), unsure))
    for (const key of unsure) if (!unsafe.has(key)) safe.add(key)
    if (unsafe.size === 0) break
    const stuck = [...unsafe].filter((key) => !hideBeside(key, sumsWith.get(key) ?? []))
    if (stuck.length === unsafe.size) throw new GivenAway(stuck)
  }
  showAgain(hidden, counts, sums, reader)
  return hidden
}

/**
 * Shows again what was hidden to protect others and turned out not to be needed, totals first: one step hides what
 * a later one makes needless.
 */
function showAgain(
  hidden: Map<Key, Why>,
  counts: ReadonlyMap<Key, number>,
  sums: readonly Sum[],
  reader: Reader,
): void {
  const sameAs = twins(counts, sums)
  const mustHide = (key: Key) => !('protects' in hidden.get(key)!)
  const order = [...hidden.keys()].filter((key) => !mustHide(key))
  order.sort(
    (one, other) =>
      detailOf(one) - detailOf(other) || counts.get(other)! - counts.get(one)! || (one < other ? -1 : 1),
  )
  for (const key of order) {
    if (!hidden.has(key)) continue
    const again = sameAs(key)
    const touched = reader.linkedWith(again, new Set(hidden.keys()))
    // What the figure alone would tell of others that need no hiding either is shown with it.
    for (;;) {
      if ([...again].some((each) => hidden.has(each) && mustHide(each))) break
      const left = new Set([...hidden.keys()].filter((each) => !again.has(each)))
      const wanted = new Set([...touched].filter((each) => left.has(each)))
      const told = reader.knowsOf(left, wanted, { stop: mustHide })
      if (told.length === 0) {
        for (const each of again) hidden.delete(each)
        break
      }
      for (const each of told) again.add(each)
    }
  }
}

/** Figures that every reader knows to be the same as another, since all else in their sum is 0. */
function twins(counts: ReadonlyMap<Key, number>, sums: readonly Sum[]): (key: Key) => Set<Key> {
  const others = new Map<Key, Key[]>()
  for (const sum of sums) {
    const [one, other, more] = sum.map(([each]) => each).filter((each) => counts.get(each) !== 0)
    if (one === undefined || other === undefined || more !== undefined) continue
    others.set(one, [...(others.get(one) ?? []), other])
    others.set(other, [...(others.get(other) ?? []), one])
  }
  return (key) => {
    const same = new Set([key])
    for (const each of same) for (const other of others.get(each) ?? []) same.add(other)
    return same
  }
}

/**
 * The one to hide: of those that would not take a total with them (where all else in a sum is 0), of those that
 * go most into detail, the smallest. A total says more to a reader than a part of it. The first by name among
 * equals, so that the same record gives the same report.
 */
function smallest(
  keys: readonly Key[],
  counts: ReadonlyMap<Key, number>,
  takesTotal: (key: Key) => boolean,
): Key | undefined {
  const ranked = [...new Set(keys)].map((key) => ({
    key,
    rank: [Number(takesTotal(key)), -detailOf(key), counts.get(key)!],
  }))
  ranked.sort(
    (one, other) =>
      one.rank[0]! - other.rank[0]! ||
      one.rank[1]! - other.rank[1]! ||
      one.rank[2]! - other.rank[2]! ||
      (one.key < other.key ? -1 : 1),
  )
  return ranked[0]?.key
}

/** How many things a figure is narrowed by: a month counts for more than a quarter, and that for more than a year. */
function detailOf(key: Key): number {
  let detail = details.get(key)
  if (detail === undefined) {
    const { where } = partsOf(key)
    const { period = '' } = where
    detail = Object.keys(where).length + (isMonth(period) ? 2 : period.includes('-q') ? 1 : 0)
    details.set(key, detail)
  }
  return detail
}

const details = new Map<Key, number>()

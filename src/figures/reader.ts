import type { Key } from './keys.ts'
import type { Sum } from './sums.ts'
import { solveWhole } from './whole-numbers.ts'

/** What a reader knows of some figures together: their sum lies between these. */
export interface Bound {
  readonly keys: readonly Key[]
  readonly least: number
  readonly most: number
}

/** Counts that fit everything published as well as the true ones do: those that differ from them. */
type Guess = ReadonlyMap<Key, number>

/** A sum or a bound: signed figures, and what they come to together. */
interface Row {
  readonly terms: Sum
  readonly least: number
  readonly most: number
}

/** More than any count could be: stands for no limit. */
const plenty = 100_000

/**
 * A reader who has everything that is published, and knows every sum: what could they take the hidden figures for?
 *
 * By linear programming the least and the most is sought that each can be. What is found are whole numbers for all
 * hidden figures at once that fit everything published, so a reader cannot rule them out. Guesses found once are
 * kept: hiding more leaves them as good as they were.
 */
export class Reader {
  readonly #counts: Map<Key, number>
  readonly #rowsWith = new Map<Key, Row[]>()
  readonly #enough: number
  readonly #guesses: Guess[] = []

  /**
   * `counts` are the true ones; hidden figures of other reports, whose counts nobody here knows, may be missing.
   * A figure is safe where it can be taken for counts that are `enough` apart.
   */
  constructor(counts: ReadonlyMap<Key, number>, sums: readonly Sum[], enough: number) {
    this.#counts = new Map(counts)
    this.#enough = enough
    for (const terms of sums) {
      const row = { terms, least: 0, most: 0 }
      for (const [key] of terms) this.#rowsWith.set(key, [...(this.#rowsWith.get(key) ?? []), row])
    }
  }

  /**
   * Those of `wanted` that a reader could know too closely while `hidden` is hidden. Where `stop` holds for one, it
   * is enough to find one such. Throws DoesNotFit where no counts fit.
   */
  knowsOf(
    hidden: ReadonlySet<Key>,
    wanted: ReadonlySet<Key>,
    { bounds = [], stop = () => false }: { bounds?: readonly Bound[]; stop?: (key: Key) => boolean } = {},
  ): Key[] {
    this.#fillIn(hidden)
    const ranges = new Map(
      [...wanted].map((key) => [key, { least: this.#counts.get(key)!, most: this.#counts.get(key)! }]),
    )
    const learn = (guess: Guess) => {
      for (const [key, value] of guess) {
        const range = ranges.get(key)
        if (range) {
          range.least = Math.min(range.least, value)
          range.most = Math.max(range.most, value)
        }
      }
    }
    const isSafe = (key: Key) => ranges.get(key)!.most - ranges.get(key)!.least >= this.#enough
    for (const guess of this.#guesses) if (this.#fits(guess, hidden, bounds)) learn(guess)

    const known: Key[] = []
    const open = new Set([...wanted].filter((key) => !isSafe(key)))
    for (const key of this.#plain(open, hidden, bounds)) {
      if (stop(key)) return [key]
      known.push(key)
      open.delete(key)
    }
    while (open.size) {
      const keys = this.linkedWith(open, hidden, bounds, 1)
      const mine = [...open]
        .filter((key) => keys.has(key))
        .sort((one, other) => Number(stop(other)) - Number(stop(one)))
      this.#solving([...keys], hidden, bounds, (best) => {
        const guessAt = (costs: ReadonlyMap<Key, number>) => {
          const guess = best(costs)
          this.#guesses.push(guess)
          learn(guess)
        }
        for (const key of mine) {
          for (const sense of [-1, 1]) if (!isSafe(key)) guessAt(new Map([[key, sense]]))
          open.delete(key)
          if (isSafe(key)) continue
          known.push(key)
          if (stop(key)) open.clear()
          if (stop(key)) return
        }
      })
    }
    return known
  }

  /** The hidden figures that sums and bounds link with these, one with the next; of `most` of them where given. */
  linkedWith(
    keys: Iterable<Key>,
    hidden: ReadonlySet<Key>,
    bounds: readonly Bound[] = [],
    most = Infinity,
  ): Set<Key> {
    const linked = new Set<Key>()
    const next: Key[] = []
    const reach = (key: Key) => {
      if (hidden.has(key) && !linked.has(key)) {
        linked.add(key)
        next.push(key)
      }
    }
    let begun = 0
    for (const start of keys) {
      if (begun++ >= most) break
      reach(start)
      for (const { terms } of hidden.has(start) ? [] : (this.#rowsWith.get(start) ?? []))
        for (const [key] of terms) reach(key)
      for (let key = next.pop(); key !== undefined; key = next.pop()) {
        for (const { terms } of this.#rowsWith.get(key) ?? []) for (const [other] of terms) reach(other)
        for (const bound of bounds) if (bound.keys.includes(key)) for (const other of bound.keys) reach(other)
      }
    }
    return linked
  }

  #fits(guess: Guess, hidden: ReadonlySet<Key>, bounds: readonly Bound[]): boolean {
    for (const key of guess.keys()) if (!hidden.has(key)) return false
    return bounds.every(({ keys, least, most }) => {
      const sum = keys.reduce((all, key) => all + (guess.get(key) ?? this.#counts.get(key)!), 0)
      return sum >= least && sum <= most
    })
  }

  /**
   * Those that are known too closely by going from sum to sum: each sum narrows its figures by what the others in it
   * can be at least and at most. It finds most of what there is to find, and nothing that is not so.
   */
  #plain(open: ReadonlySet<Key>, hidden: ReadonlySet<Key>, bounds: readonly Bound[]): Key[] {
    const keys = this.linkedWith(open, hidden, bounds)
    const ranges = new Map([...keys].map((key) => [key, { least: 1, most: plenty }]))
    const rows = this.#rowsOf(keys, bounds).map((row) => this.#unknownIn(row, hidden))
    for (let again = true, times = 0; again && times < 20; times += 1) {
      again = false
      for (const { terms, least, most } of rows) {
        let [lowest, highest] = [0, 0]
        for (const [key, sign] of terms) {
          const range = ranges.get(key)!
          lowest += sign > 0 ? range.least : -range.most
          highest += sign > 0 ? range.most : -range.least
        }
        for (const [key, sign] of terms) {
          const range = ranges.get(key)!
          const [low, high] = sign > 0 ? [range.least, range.most] : [-range.most, -range.least]
          const up = Math.min(high, most - (lowest - low))
          const down = Math.max(low, least - (highest - high))
          if (up < high || down > low) {
            again = true
            lowest += down - low
            highest += up - high
            ranges.set(key, sign > 0 ? { least: down, most: up } : { least: -up, most: -down })
          }
        }
      }
    }
    return [...open].filter((key) => ranges.get(key)!.most - ranges.get(key)!.least < this.#enough)
  }

  /** The sums and bounds that any of these is in. */
  #rowsOf(keys: ReadonlySet<Key>, bounds: readonly Bound[]): Row[] {
    return [
      ...new Set([...keys].flatMap((key) => this.#rowsWith.get(key) ?? [])),
      ...bounds
        .filter((bound) => bound.keys.some((key) => keys.has(key)))
        .map(({ keys: together, ...between }) => ({
          terms: together.map((key) => [key, 1] as const),
          ...between,
        })),
    ]
  }

  /** What is left of a row once what is shown is taken off. */
  #unknownIn({ terms, least, most }: Row, hidden: ReadonlySet<Key>): Row {
    const known = terms.reduce(
      (sum, [key, sign]) => (hidden.has(key) ? sum : sum + sign * this.#counts.get(key)!),
      0,
    )
    return { terms: terms.filter(([key]) => hidden.has(key)), least: least - known, most: most - known }
  }

  /** Gives hidden figures of other reports some counts that fit, as a place to start from. */
  #fillIn(hidden: ReadonlySet<Key>): void {
    for (const key of hidden) {
      if (this.#counts.has(key)) continue
      const keys = [...this.linkedWith([key], hidden)]
      this.#solving(
        keys,
        hidden,
        [],
        (best) => {
          const guess = best(new Map([[key, 1]]))
          for (const [each, value] of guess) if (!this.#counts.has(each)) this.#counts.set(each, value)
        },
        true,
      )
    }
  }

  /** Lets `solve` ask for the guess that makes figures, each with a weight, least together. `true` keeps what is known. */
  #solving(
    keys: readonly Key[],
    hidden: ReadonlySet<Key>,
    bounds: readonly Bound[],
    solve: (best: (weights: ReadonlyMap<Key, number>) => Guess) => void,
    keepKnown = false,
  ): void {
    const column = new Map(keys.map((key, i) => [key, i]))
    const columns = keys.map((key) => {
      const known = keepKnown ? this.#counts.get(key) : undefined
      // A count of 0 is never hidden, and the notes say so: at least 1 is known.
      return { least: known ?? 1, most: known ?? plenty }
    })
    const rows = this.#rowsOf(new Set(keys), bounds).map((row) => {
      const { terms, ...between } = this.#unknownIn(row, hidden)
      return { terms: terms.map(([key, sign]) => [column.get(key)!, sign] as const), ...between }
    })
    solveWhole(columns, rows, (best) =>
      solve((weights) => {
        const values = best(new Map([...weights].map(([key, weight]) => [column.get(key)!, weight])))
        return new Map(
          keys
            .map((each, i) => [each, values[i]!] as const)
            .filter(([each, value]) => this.#counts.get(each) !== value),
        )
      }),
    )
  }
}

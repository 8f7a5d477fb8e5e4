import type { Direction, Value, Verdict } from '../verdict.ts'

/** Where something is said, as its reader would find it: “Key findings”, or a file and a key. */
export type At = string

/** One of several that make a whole. Null where it is hidden. */
export interface Part {
  readonly of: string
  readonly n: number | null
}

/**
 * What a report says with a figure, taken apart so that it can be held against the rest: `at` says where it is
 * said, `of` what of. The same `of` means the same thing, wherever it is said.
 */
export type Statement =
  | { readonly says: 'count'; readonly at: At; readonly of: string; readonly n: number | null }
  /** A whole and the parts it is made of. */
  | {
      readonly says: 'sum'
      readonly at: At
      readonly of: string
      readonly whole: number | null
      readonly parts: readonly Part[]
    }
  /** Shares of one whole, in per cent, that leave nothing out. */
  | { readonly says: 'split'; readonly at: At; readonly of: string; readonly percent: readonly number[] }
  /** A share in per cent, and what it is a share of: null where that is not said. */
  | {
      readonly says: 'share'
      readonly at: At
      readonly of: string
      readonly percent: number
      readonly base: string | null
    }
  /** So many in all over so many months, and the average that is given. */
  | {
      readonly says: 'monthly-average'
      readonly at: At
      readonly of: string
      readonly all: number
      readonly months: number
      readonly average: number
    }
  /** What came in a period, and what became of it; `carried` was open before. */
  | {
      readonly says: 'flow'
      readonly at: At
      readonly of: string
      readonly carried: number
      readonly came: number
      readonly ended: number
      readonly open: number
    }
  /** An average in days; `unit` null where it is not said which days. `parts` are averages of its parts. */
  | {
      readonly says: 'average'
      readonly at: At
      readonly of: string
      readonly unit: 'working-days' | 'calendar-days' | null
      readonly average: number
      readonly parts: readonly { readonly n: number; readonly average: number }[]
    }
  /** How many took longer than a limit, in working days. */
  | {
      readonly says: 'late'
      readonly at: At
      readonly of: string
      readonly limit: number
      readonly n: number
    }
  /** What a comparison is called: in a table, or by how a sentence puts it. */
  | {
      readonly says: 'verdict'
      readonly at: At
      readonly of: string
      readonly better: Direction
      readonly before: Value | null
      readonly after: Value | null
      readonly verdict: Verdict | null
    }
  /** The rule by which verdicts were given, where it is printed. */
  | { readonly says: 'rule'; readonly at: At }
  /** One of several counts that answer one question, given without the others. */
  | {
      readonly says: 'alone'
      readonly at: At
      readonly of: string
      readonly n: number
      readonly leftOut: readonly Part[]
    }
  /** What a count counts, in one year. */
  | {
      readonly says: 'basis'
      readonly at: At
      readonly of: string
      readonly year: string
      readonly counts: readonly string[]
    }
  /** Somebody's words. */
  | { readonly says: 'quote'; readonly at: At; readonly words: string }

export type Said<Kind extends Statement['says']> = Extract<Statement, { says: Kind }>

/** The statements of one kind. */
export const those = <Kind extends Statement['says']>(
  statements: readonly Statement[],
  kind: Kind,
): readonly Said<Kind>[] => statements.filter((each): each is Said<Kind> => each.says === kind)

/** What fixes one figure: a value for each of some dimensions. */
export type Where = Readonly<Record<string, string>>

/** One figure of all that could be published: what is counted, and where. Two tables that hold it have one key. */
export type Key = string

/** `answered|outcome=upheld|period=2025-26|stage=1`: the dimensions in the order of their names. */
export const keyOf = (counts: string, where: Where): Key =>
  [
    counts,
    ...Object.keys(where)
      .sort()
      .map((dimension) => `${dimension}=${where[dimension]}`),
  ].join('|')

/** The parts of a key. */
export function partsOf(key: Key): { counts: string; where: Record<string, string> } {
  const [counts = '', ...pairs] = key.split('|')
  return { counts, where: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])) }
}

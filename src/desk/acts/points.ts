/** A point as it was typed on a line of its own. */
export interface TypedPoint {
  readonly text: string
  readonly ours: boolean
  readonly whose: string | null
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The points that were typed, one on each line. Whose another's is stands after the last colon of its line. */
export function pointsIn(ours: string, others: string): readonly TypedPoint[] {
  return [
    ...linesOf(ours).map((text) => ({ text, ours: true, whose: null })),
    ...linesOf(others).map((line) => {
      const [, text = line, whose = ''] = /^(.+):\s*(.+)$/.exec(line) ?? []
      return { text: text.trim(), ours: false, whose: whose.trim() || null }
    }),
  ]
}

/** Points as they are typed, to be changed: the other way round. */
export const typedPoints = (
  points: readonly { readonly text: string; readonly ours: boolean; readonly whose?: string | null }[],
  ours: boolean,
): string =>
  points
    .filter((point) => point.ours === ours)
    .map(({ text, whose }) => (whose ? `${text}: ${whose}` : text))
    .join('\n')

import type { At, Statement } from './checks/statements.ts'
import { measures } from './measures.ts'
import type { compare } from './measures.ts'
import type { Verdict } from './verdict.ts'

/** A component that a writer put into a page: its name and what stands in its brackets. */
export interface Inserted {
  readonly name: string
  readonly of: Readonly<Record<string, string>>
}

/** Every component in a page’s MDX. */
export const insertedIn = (mdx: string): readonly Inserted[] =>
  [...mdx.matchAll(/<([A-Z]\w*)((?:\s+\w+="[^"]*")*)\s*\/?>/g)].map(([, name = '', rest = '']) => ({
    name,
    of: Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  }))

/**
 * What a page’s words say of the figures: the verdict that each finding amounts to (`says`), and whether the rule is
 * printed. `compared` holds a measure against the year before.
 */
export const saidInWords = (
  mdx: string,
  at: At,
  compared: (measure: string) => ReturnType<typeof compare>,
): readonly Statement[] =>
  insertedIn(mdx).flatMap(({ name, of }): Statement[] => {
    if (name === 'VerdictRule') return [{ says: 'rule', at }]
    if (name !== 'Finding' || !of['says'] || !measures.some(({ id }) => id === of['of'])) return []
    const { measure, before, after } = compared(of['of']!)
    return [
      {
        says: 'verdict',
        at,
        of: measure.id,
        better: measure.better,
        before,
        after,
        verdict: of['says'] as Verdict,
      },
    ]
  })

/** Words that give a figure as digits do. */
const amounts =
  /\d|\b(?:per cent|percent|percentage points?|doubled|halved|tripled|trebled|twice|dozens?|hundreds?|thousands?|half of|(?:a|one) (?:half|third|quarter|fifth) of|one in \w+|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty) (?:in|out of))\b/i

/**
 * Lines of a page’s prose in which somebody typed a figure, which would stay as it is when the figures change. The
 * words before the first heading count too; addresses, components and names of stages do not.
 */
export const figuresTyped = (mdx: string): readonly string[] =>
  mdx
    .split('\n')
    .filter((line) => {
      const prose = line
        .replace(/<[^>]*>/g, '')
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/\bstages? \d( and \d)?/gi, '')
      return amounts.test(prose)
    })
    .map((line) => line.trim())

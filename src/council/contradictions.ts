import type * as z from 'zod'
import { clocks } from './contradictions/clocks.ts'
import { addresses, colours, hours, languages } from './contradictions/facts.ts'
import { repeatedIds, unknownIds } from './contradictions/ids.ts'
import { missingWords } from './contradictions/words.ts'
import type { Council } from './schema.ts'

/** Keys and positions that lead to a place in the file. */
export type Path = (string | number)[]

/** Where the file disagrees with itself, and a message that says what is wrong there and then how to mend it. */
export interface Contradiction {
  path: Path
  message: string
}

/** Every way in which a well-formed file disagrees with itself. `shape` is the schema it was read with. */
export function contradictions(council: Council, shape: z.ZodType): Contradiction[] {
  return [
    ...colours(council),
    ...addresses(council),
    ...languages(council),
    ...missingWords(council, shape),
    ...repeatedIds(council),
    ...unknownIds(council),
    ...hours(council),
    ...council.procedures.flatMap(clocks),
  ]
}

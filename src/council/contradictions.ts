import type * as z from 'zod'
import { clocks } from './contradictions/clocks.ts'
import { consent } from './contradictions/consent.ts'
import { equality } from './contradictions/equality.ts'
import { hours, languages } from './contradictions/facts.ts'
import { repeatedIds, unknownIds } from './contradictions/ids.ts'
import { retention } from './contradictions/retention.ts'
import { stages } from './contradictions/stages.ts'
import { missingWords } from './contradictions/words.ts'
import type { Council } from './schema.ts'

/** Keys and positions that lead to a place in the file. */
export type Path = (string | number)[]

/** Where the file disagrees with itself, and a message that says what is wrong there and then how to mend it. */
export interface Contradiction {
  path: Path
  message: string
}

/**
 * Every way in which the file's keys disagree with each other. `shape` is the schema it was read with.
 *
 * Every key has its kind by now, but a string may still be badly written: both are told at once.
 */
export function contradictions(council: Council, shape: z.ZodType): Contradiction[] {
  return [
    ...languages(council),
    ...missingWords(council.languages, council, shape),
    ...repeatedIds(council),
    ...unknownIds(council),
    ...hours(council),
    ...consent(council),
    ...equality(council),
    ...retention(council),
    ...council.procedures.flatMap(stages),
    ...council.procedures.flatMap(clocks),
  ]
}

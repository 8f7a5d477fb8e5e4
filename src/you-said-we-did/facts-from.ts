import type { Council } from '../council/schema.ts'
import type { Day } from '../council/working-days.ts'
import type { Facts } from './facts.ts'
import type { Learning } from './learning.ts'

/** What the rules need to know, from the council's data. `pictures` are files' names, `today` a day in London. */
export function factsFrom(
  council: Council,
  { lessons }: Learning,
  pictures: readonly string[],
  today: Day,
): Facts {
  return {
    today,
    smallestCount: council.thresholds.smallNumbers,
    services: council.services.map(({ id }) => id),
    lessons: lessons.map(({ id }) => id),
    pictures,
    knownWords: [...new Set(JSON.stringify(council).match(/\p{Lu}[\p{L}’'-]*\p{L}/gu) ?? [])],
  }
}

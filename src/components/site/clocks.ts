import { council } from '../../council/council.ts'
import type { Ombudsman, Procedure, Stage } from '../../council/council.ts'
import type { Translate } from '../../words/translate.ts'

type Step = NonNullable<Stage['steps']>[number]
type Clock = NonNullable<Stage['acknowledge'] | Stage['respond'] | Stage['askWithin'] | Step['clock']>
type Total = NonNullable<Procedure['total']>

/** A clock as the end of a sentence: "within 10 working days of telling you that we have it". */
export const within = (clock: Clock, t: Translate): string =>
  counted(clock, t, t(`clock.${clock.from}`, { days: t(`count.${clock.unit}`, { count: clock.within }) }))

/** The time for all stages together, in the same way: "within 6 months of getting your complaint". */
export const withinTotal = (total: Total, t: Translate): string =>
  counted(total, t, t('clock.total', { time: t(`count.${total.unit}`, { count: total.within }) }))

/** Says so where the day that starts a clock is its first: most are counted from the day after. */
const counted = ({ unit, includesFirstDay }: Clock | Total, t: Translate, words: string): string =>
  includesFirstDay && unit !== 'months' ? t('clock.first-day', { within: words }) : words

/** A procedure of council.json by its id. Throws, naming those there are, for any other. */
export const procedureById = (id: string): Procedure => byId('procedures', id)

/** An ombudsman of council.json by its id. Throws, naming those there are, for any other. */
export const ombudsmanById = (id: string): Ombudsman => byId('ombudsmen', id)

function byId<K extends 'procedures' | 'ombudsmen'>(list: K, id: string): (typeof council)[K][number] {
  const entries: readonly { id: string }[] = council[list]
  const found = entries.find((entry) => entry.id === id)
  if (found) return found as (typeof council)[K][number]
  const known = entries.map((entry) => entry.id).join(', ')
  throw new Error(
    `A page names "${id}", which is not among ${list} in content/council.json. Use one of: ${known}.`,
  )
}

import type { Council, Stage } from '../council/council.ts'
import type { Average } from './schema.ts'

/** The shortest and longest time, in working days, that something is known to have had. */
export interface Limit {
  readonly shortest: number
  readonly longest: number
}

/** What a reader would take a date agreed with the person to be. */
const agreed: Limit = { shortest: 10, longest: 30 }

/**
 * The time that council.json gives for something at a stage, of one procedure or of `all` that have the stage.
 * A reply counted from the acknowledgement has between its own time and both together.
 */
export function limitOf(council: Council, of: Average['of'], stage: string, procedure: string): Limit {
  const limits = council.procedures
    .filter(({ id }) => procedure === 'all' || id === procedure)
    .flatMap(({ stages }) => stages[Number(stage) - 1] ?? [])
    .map((each) => limitAt(each, of))
  if (limits.length === 0) return agreed
  return {
    shortest: Math.min(...limits.map(({ shortest }) => shortest)),
    longest: Math.max(...limits.map(({ longest }) => longest)),
  }
}

function limitAt({ acknowledge, respond }: Stage, of: Average['of']): Limit {
  if (of === 'acknowledge') {
    return acknowledge ? { shortest: acknowledge.within, longest: acknowledge.within } : agreed
  }
  if (!respond) return agreed
  const before = respond.from === 'acknowledgement' ? (acknowledge?.within ?? 0) : 0
  return { shortest: respond.within, longest: before + respond.within }
}

import type { Contradiction, Path } from '../contradictions.ts'
import type { Council } from '../schema.ts'

type Procedure = Council['procedures'][number]
type Stage = Procedure['stages'][number]

/** Clocks that could never start, never end, or end in the wrong order. */
export function clocks(procedure: Procedure, position: number): Contradiction[] {
  return procedure.stages.flatMap((stage, i) => {
    const path = ['procedures', position, 'stages', i]
    return [
      ...(i === 0 ? firstStage(stage, path) : laterStage(stage, path)),
      ...replies(procedure, stage, path),
    ]
  })
}

function firstStage({ acknowledge, respond, askWithin, askedBy }: Stage, path: Path): Contradiction[] {
  const wrong: Contradiction[] = []
  for (const [key, clock] of Object.entries({ acknowledge, respond })) {
    if (clock?.from !== 'request') continue
    wrong.push({
      path: [...path, key, 'from'],
      message: 'is "request", but nobody asks for a first stage. Write receipt.',
    })
  }
  for (const [key, value] of Object.entries({ askWithin, askedBy })) {
    if (value === undefined) continue
    wrong.push({ path: [...path, key], message: 'is set, but nobody asks for a first stage. Take it out.' })
  }
  return wrong
}

function laterStage({ acknowledge }: Stage, path: Path): Contradiction[] {
  if (acknowledge?.from !== 'receipt') return []
  return [
    {
      path: [...path, 'acknowledge', 'from'],
      message: 'is "receipt", but a later stage begins when someone asks for it. Write request.',
    },
  ]
}

function replies({ acknowledgedBy }: Procedure, stage: Stage, path: Path): Contradiction[] {
  const { acknowledge, respond, extension } = stage
  const wrong: Contradiction[] = []
  if (respond?.from === 'acknowledgement' && acknowledge === null && acknowledgedBy === 'team') {
    wrong.push({
      path: [...path, 'respond', 'from'],
      message:
        'is "acknowledgement", but acknowledge is null, so nobody could be told the latest date. Give acknowledge a time, or count from receipt or request.',
    })
  }
  if (extension && respond === null) {
    wrong.push({
      path: [...path, 'extension'],
      message:
        'is set, but respond is null, so there is no time to extend. Take it out, or give respond a time.',
    })
  }
  if (acknowledge && respond && sameClock(acknowledge, respond) && acknowledge.within > respond.within) {
    wrong.push({
      path: [...path, 'acknowledge', 'within'],
      message: `is ${acknowledge.within}, which is later than the reply (${respond.within}). Write ${respond.within} or less.`,
    })
  }
  return wrong
}

const sameClock = (a: { from: string; unit: string }, b: { from: string; unit: string }) =>
  a.from === b.from && a.unit === b.unit

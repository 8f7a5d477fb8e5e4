import type { Contradiction, Path } from '../contradictions.ts'
import type { Council } from '../schema.ts'

type Procedure = Council['procedures'][number]
type Stage = Procedure['stages'][number]

/** Stages that begin in a way they cannot: a first one that is asked for, a later one that is not. */
export function stages(procedure: Procedure, position: number): Contradiction[] {
  const all = procedure.stages
  const formal = all.findIndex(({ informal }) => !informal)
  return [
    ...(formal === -1
      ? [
          {
            path: ['procedures', position, 'stages'],
            message: 'has only informal stages, so nobody would ever get a formal reply. Add one.',
          },
        ]
      : []),
    ...all.flatMap((stage, i) => {
      const path = ['procedures', position, 'stages', i]
      // A stage after a try at putting things right follows by itself, and may be asked for too.
      if (i > 0 && all[i - 1]?.informal) return begunInformally(stage, path)
      return i === 0 ? firstStage(stage, path) : laterStage(stage, path)
    }),
  ]
}

function begunInformally(stage: Stage, path: Path): Contradiction[] {
  return stage.informal
    ? [{ path: [...path, 'informal'], message: 'is set twice running. Take one out.' }]
    : []
}

function firstStage(stage: Stage, path: Path): Contradiction[] {
  const { acknowledge, respond, askWithin, askedBy, reasons, newDecider, canBeRefused } = stage
  const wrong: Contradiction[] = []
  for (const [key, clock] of Object.entries({ acknowledge, respond })) {
    if (clock?.from !== 'request') continue
    wrong.push({
      path: [...path, key, 'from'],
      message: 'is "request", but nobody asks for a first stage. Write receipt.',
    })
  }
  for (const [key, value] of Object.entries({ askWithin, askedBy, reasons, newDecider, canBeRefused })) {
    if (value === undefined) continue
    wrong.push({ path: [...path, key], message: 'is set, but nobody asks for a first stage. Take it out.' })
  }
  return wrong
}

function laterStage({ informal, acknowledge, reasons, newDecider }: Stage, path: Path): Contradiction[] {
  const wrong: Contradiction[] = []
  if (informal) {
    wrong.push({
      path: [...path, 'informal'],
      message: 'is set, but this is not the first stage. Take it out, or put the stage first.',
    })
  }
  if (acknowledge?.from === 'receipt') {
    wrong.push({
      path: [...path, 'acknowledge', 'from'],
      message: 'is "receipt", but a later stage begins when someone asks for it. Write request.',
    })
  }
  if (reasons === undefined) {
    wrong.push({
      path: [...path, 'reasons'],
      message:
        'is missing (whether people may say why they ask for this stage, or must). Add it. Write one of: invited, required.',
    })
  }
  if (newDecider === undefined) {
    wrong.push({
      path: [...path, 'newDecider'],
      message:
        'is missing (whether someone decides who took no part in the stage before). Add it. Write true or false.',
    })
  }
  return wrong
}

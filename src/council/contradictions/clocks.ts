import type { Contradiction, Path } from '../contradictions.ts'
import type { Council } from '../schema.ts'

type Procedure = Council['procedures'][number]
type Stage = Procedure['stages'][number]

/** Clocks that could never start, never end, or end in the wrong order. */
export function clocks(procedure: Procedure, position: number): Contradiction[] {
  return procedure.stages.flatMap((stage, i) => {
    const path = ['procedures', position, 'stages', i]
    return [...replies(procedure, stage, path), ...openReplies(stage, path), ...steps(stage, path, i)]
  })
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

function openReplies({ respond, openReply }: Stage, path: Path): Contradiction[] {
  if (respond === null && openReply === undefined) {
    return [
      {
        path: [...path, 'openReply'],
        message:
          'is missing, and respond is null, so nobody could be told when the reply comes. Add it. Write one of: date-agreed, without-delay.',
      },
    ]
  }
  if (respond !== null && openReply !== undefined) {
    return [
      {
        path: [...path, 'openReply'],
        message: 'is set, but respond has a time. Take it out, or write null for respond.',
      },
    ]
  }
  return []
}

/** Steps whose clocks hang on something that has no day. */
function steps({ steps = [], respond }: Stage, path: Path, place: number): Contradiction[] {
  const wrong = steps.flatMap(({ clock }, i): Contradiction[] => {
    const at = [...path, 'steps', i, 'clock', 'from']
    if (clock?.from === 'step-before' && !steps[i - 1]?.clock) {
      return [
        {
          path: at,
          message:
            'is "step-before", but no step with a time comes before. Count from receipt or request, or give that step a time.',
        },
      ]
    }
    if (clock?.from === 'request' && place === 0) {
      return [{ path: at, message: 'is "request", but nobody asks for a first stage. Write receipt.' }]
    }
    return []
  })
  if (respond?.from === 'last-step' && !steps.at(-1)?.clock) {
    wrong.push({
      path: [...path, 'respond', 'from'],
      message:
        'is "last-step", but the last of the steps has no time. Give it one, or count from receipt or request.',
    })
  }
  return wrong
}

const sameClock = (a: { from: string; unit: string }, b: { from: string; unit: string }) =>
  a.from === b.from && a.unit === b.unit

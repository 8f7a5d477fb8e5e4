import type { Act } from '../act.ts'
import { acknowledge } from './acknowledge.ts'
import { assign } from './assign.ts'
import { confirmAuthority, confirmConsent, recordConsent, refuseAuthority } from './authority.ts'
import { changeAffected, changeComplainant, changeRepresentative } from './change-person.ts'
import { close } from './close.ts'
import { extend } from './extend.ts'
import { joinGroup, leaveGroup } from './group.ts'
import { erase, eraseAddition, hold, release } from './keeping.ts'
import { nextStage } from './next-stage.ts'
import { note } from './note.ts'
import { record } from './record.ts'
import { refuse } from './refuse.ts'
import { reply } from './reply.ts'
import { settleTask } from './settle-task.ts'
import { junk, matchAddition, notJunk, printed } from './small.ts'

/** Everything that can be done at the desk, in the order in which it is offered. */
export const allActs: readonly Act[] = [
  record,
  acknowledge,
  assign,
  extend,
  reply,
  close,
  nextStage,
  refuse,
  confirmAuthority,
  refuseAuthority,
  confirmConsent,
  recordConsent,
  changeComplainant,
  changeRepresentative,
  changeAffected,
  joinGroup,
  leaveGroup,
  matchAddition,
  printed,
  settleTask,
  hold,
  release,
  erase,
  eraseAddition,
  junk,
  notJunk,
  note,
]

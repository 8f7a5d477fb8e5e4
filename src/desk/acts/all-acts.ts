import type { Act } from '../act.ts'
import { note } from './note.ts'
import { record } from './record.ts'
import { settleTask } from './settle-task.ts'

/** Everything that can be done at the desk, in the order in which it is offered. */
export const allActs: readonly Act[] = [record, note, settleTask]

import { standsAt } from '../../complaints/desk/clocks.ts'
import type { Case, CaseStage } from '../../complaints/desk/case.ts'
import type { Around } from '../act.ts'

/** The stage that a case stands at; null where it has none. */
export const currentStage = ({ stages }: Case): CaseStage | null => stages.at(-1) ?? null

/** True while somebody has withdrawn it and not taken it up again. */
export const isWithdrawn = ({ withdrawals }: Case): boolean =>
  withdrawals.some(({ taken_up_on }) => !taken_up_on)

/** True where a stage waits for its reply, as heard.stage_to_work_on has it. */
export function isOpen(found: Case): boolean {
  const { acceptance, closed_at } = found.complaint
  const stage = currentStage(found)
  return (
    stage !== null && !stage.responded_on && !closed_at && acceptance !== 'refused' && !isWithdrawn(found)
  )
}

/** True where council.json wants this stage to be decided by somebody who decided none before. */
export const wantsNewDecider = (found: Case, { portal }: Around): boolean =>
  standsAt(found, portal.council)?.stage.newDecider === true

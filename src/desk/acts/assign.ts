import type { Act } from '../act.ts'
import { handlerFields, handlerOf, handlerStep } from './handler.ts'
import { isOpen, wantsNewDecider } from './stage.ts'

/** Gives a stage to somebody, and tells the person where they knew another. */
export const assign: Act = {
  id: 'assign',
  about: 'case',
  offered: isOpen,
  journey: () => ({ id: 'desk-assign', steps: [handlerStep] }),
  begin: handlerFields,
  toArgs: (sent, found, around) => ({
    reference: found!.complaint.reference,
    handler: handlerOf(sent),
    new_decider: wantsNewDecider(found!, around),
  }),
}

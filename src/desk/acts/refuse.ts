import { refusalKind, refusalReasons } from '../../complaints/desk/refusals.ts'
import type { RefusalReason } from '../../complaints/desk/facts.ts'
import { choice } from '../../form/kinds/choice.ts'
import { longText } from '../../form/kinds/text.ts'
import type { Act } from '../act.ts'
import { isOpen } from './stage.ts'

const reason = choice({ id: 'desk-refusal', options: refusalReasons, record: 'desk.reason' })
const explanation = longText({ id: 'desk-explanation', max: 5000, record: 'desk.explanation' })
const whereElse = longText({ id: 'desk-where-else', max: 5000, record: 'desk.where_else', optional: true })

/** Does not take a complaint on: with a reason, and the right to go to the Ombudsman (DOMAIN 2.2). */
export const refuse: Act = {
  id: 'refuse',
  about: 'case',
  offered: (found) => isOpen(found) && found.stages.every(({ responded_on }) => !responded_on),
  journey: () => ({
    id: 'desk-refuse',
    steps: [{ id: 'refuse', questions: [reason, explanation, whereElse] }],
  }),
  toArgs: ({ answer }, found, { portal }) => ({
    reference: found!.complaint.reference,
    reason: answer('desk-refusal'),
    kind: refusalKind(answer('desk-refusal') as RefusalReason, portal.council),
    explanation: answer('desk-explanation'),
    where_else: answer('desk-where-else') || null,
  }),
}

import type { Case } from '../../complaints/desk/case.ts'
import { email, phone, shortText } from '../../form/kinds/text.ts'
import type { Step } from '../../form/journey.ts'
import type { Fields } from '../../form/question.ts'
import type { SentAct } from '../act.ts'
import { currentStage } from './stage.ts'

/** Who handles a stage, as the person is told: a name, a role, and how to reach them. */
export const handlerStep: Step = {
  id: 'handler',
  questions: [
    shortText({ id: 'desk-handler-name', max: 200, record: 'desk.name' }),
    shortText({ id: 'desk-handler-role', max: 200, record: 'desk.role' }),
    phone({ id: 'desk-handler-phone', record: 'desk.phone', optional: true }),
    email({ id: 'desk-handler-email', record: 'desk.email', optional: true }),
  ].map((question) => ({ ...question, autocomplete: 'off' })),
}

/** Who handles it until now. */
export function handlerFields(found: Case | null): Fields {
  const stage = found && currentStage(found)
  return {
    'desk-handler-name': stage?.investigator ?? '',
    'desk-handler-role': stage?.investigator_role ?? '',
    'desk-handler-phone': stage?.investigator_phone ?? '',
    'desk-handler-email': stage?.investigator_email ?? '',
  }
}

export const handlerOf = ({ answer }: SentAct) => ({
  name: answer('desk-handler-name'),
  role: answer('desk-handler-role'),
  phone: answer('desk-handler-phone') || null,
  email: answer('desk-handler-email') || null,
})

import { longText } from '../../form/kinds/text.ts'
import type { Act } from '../act.ts'

/** Writes something down for the team alone. */
export const note: Act = {
  id: 'note',
  about: 'case',
  journey: () => ({
    id: 'desk-note',
    steps: [{ id: 'note', questions: [longText({ id: 'desk-note', max: 20_000, record: 'desk.text' })] }],
  }),
  toArgs: ({ answer }, found) => ({ reference: found!.complaint.reference, text: answer('desk-note') }),
}

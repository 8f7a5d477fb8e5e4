import { askingHowWeDid } from '../../complaints/desk/asking-how-we-did.ts'
import type { Act } from '../act.ts'
import { isWithdrawn } from './stage.ts'

/** Closes what is answered, was taken back, or needs no reply. */
export const close: Act = {
  id: 'close',
  about: 'case',
  offered: (found) =>
    !found.complaint.closed_at &&
    (isWithdrawn(found) || found.stages.every(({ responded_on }) => responded_on)),
  journey: () => ({ id: 'desk-close', steps: [] }),
  toArgs: (_, found, { portal }) => ({
    reference: found!.complaint.reference,
    ...askingHowWeDid({
      keys: portal.keys,
      newId: portal.randomId,
      closedAt: portal.now(),
      council: portal.council,
    }),
  }),
}

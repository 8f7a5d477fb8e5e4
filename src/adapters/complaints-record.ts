import { londonDay } from '../council/working-days.ts'
import type { ComplaintsRecord, Stored } from '../complaints/ports.ts'
import type { Api } from './api.ts'

/** The complaints record behind Supabase's API: one function of the schema `api` for each call. */
export function complaintsRecord(call: Api): ComplaintsRecord {
  return {
    async submit(submission, draftFinder) {
      type Answer = Omit<Stored, 'received_on'> & { received_at: string }
      const stored = await (draftFinder
        ? call<Answer>('submit_complaint_from_draft', { submission, finder: draftFinder })
        : call<Answer>('submit_complaint', { submission }))
      return { ...stored, received_on: londonDay(new Date(stored.received_at)) }
    },
    forgetCallers: () => call('forget_callers', {}),
    tryOut: (submissionId) => call('try_out', { of_submission: submissionId }),
    endTryOuts: () => call('end_try_outs', {}),
    oldestWaiting: async () =>
      (await call<{ oldest_waiting_seconds: number }>('health', {})).oldest_waiting_seconds,
  }
}

import { londonDay } from '../council/working-days.ts'
import type { ComplaintsRecord, DueMessage, LetterFacts, Stored } from '../complaints/ports.ts'
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
    async claimMessages(most, leaseSeconds, submissionId) {
      type Row = Omit<DueMessage, 'complaint'> & {
        complaint?: Omit<LetterFacts, 'stage' | 'person' | 'keys' | 'acting'>
        keys: LetterFacts['keys']
        stage: LetterFacts['stage']
        person: LetterFacts['person']
        acting: LetterFacts['acting']
      }
      const rows = await call<readonly Row[]>('claim_messages', {
        most,
        lease_seconds: leaseSeconds,
        of_submission: submissionId ?? null,
      })
      return rows.map(({ complaint, keys, stage, person, acting, ...message }) => ({
        ...message,
        complaint: complaint ? { ...complaint, keys, stage, person, acting } : null,
      }))
    },
    messageSent: (messageId, providerId) =>
      call('record_message_sent', { message_id: messageId, provider_id: providerId }),
    messageFailed: (messageId, reason, retryAt) =>
      call('record_message_failed', { message_id: messageId, reason, retry_at: retryAt.toISOString() }),
  }
}

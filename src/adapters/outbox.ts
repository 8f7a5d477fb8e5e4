import type { DueMessage, LetterFacts } from '../complaints/letters/ports.ts'
import type { Outbox } from '../complaints/outbox.ts'
import type { Api } from './api.ts'

/** A message as the API gives it, with the parts of its complaint beside it. */
export type MessageRow = Omit<DueMessage, 'complaint'> & {
  complaint?: Omit<LetterFacts, 'stage' | 'person' | 'keys' | 'acting'>
  keys: LetterFacts['keys']
  stage: LetterFacts['stage']
  person: LetterFacts['person']
  acting: LetterFacts['acting']
}

export const asMessage = ({
  complaint,
  keys,
  stage,
  person,
  acting,
  ...message
}: MessageRow): DueMessage => ({
  ...message,
  complaint: complaint ? { ...complaint, keys, stage, person, acting } : null,
})

/** The letters that wait, behind Supabase's API: it takes the token of the role `mailer`. */
export function outbox(call: Api): Outbox {
  return {
    async claimMessages(most, leaseSeconds, submissionId) {
      const rows = await call<readonly MessageRow[]>('claim_messages', {
        most,
        lease_seconds: leaseSeconds,
        of_submission: submissionId ?? null,
      })
      return rows.map(asMessage)
    },
    messageSent: (messageId, providerId) =>
      call('record_message_sent', { message_id: messageId, provider_id: providerId }),
    messageFailed: (messageId, { reason, outcome }, waitSeconds) =>
      call('record_message_failed', { message_id: messageId, reason, outcome, wait_seconds: waitSeconds }),
    messagesBegun: (begun) => call('record_messages_begun', { begun }),
    mailEvent: (event) => call('record_mail_event', { event }),
  }
}

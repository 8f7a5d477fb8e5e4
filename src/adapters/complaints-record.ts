import { PostgrestClient } from '@supabase/postgrest-js'
import { londonDay } from '../council/working-days.ts'
import type { ComplaintsRecord, DueMessage, LetterFacts, Stored } from '../complaints/ports.ts'
import type { Environment } from './environment.ts'

/** A call that the database refused or never answered. Holds a code, never what was sent or answered. */
export class RecordUnavailable extends Error {
  constructor(call: string, code: string) {
    super(`The complaints record did not take ${call}: ${code}.`)
    this.name = 'RecordUnavailable'
  }
}

const patience = 8000

/** The complaints record behind Supabase's API: one function of the schema `api` for each call. */
export function complaintsRecord(environment: Environment): ComplaintsRecord {
  const client = new PostgrestClient(`${environment.SUPABASE_URL}/rest/v1`, {
    schema: 'api',
    headers: {
      apikey: environment.SUPABASE_PUBLISHABLE_KEY,
      authorization: `Bearer ${environment.PORTAL_TOKEN}`,
    },
  })

  async function call<Answer>(name: string, args: Record<string, unknown>): Promise<Answer> {
    const { data, error, status } = await client.rpc(name, args).abortSignal(AbortSignal.timeout(patience))
    if (error) throw new RecordUnavailable(name, codeOf(error.code, status))
    return data as Answer
  }

  return {
    async submit(submission) {
      const stored = await call<Omit<Stored, 'received_on'> & { received_at: string }>('submit_complaint', {
        submission,
      })
      return { ...stored, received_on: londonDay(new Date(stored.received_at)) }
    },
    async claimMessages(most, leaseSeconds, submissionId) {
      type Row = Omit<DueMessage, 'complaint'> & {
        complaint: Omit<LetterFacts, 'stage' | 'person'>
        stage: LetterFacts['stage']
        person: LetterFacts['person']
      }
      const rows = await call<readonly Row[]>('claim_messages', {
        most,
        lease_seconds: leaseSeconds,
        of_submission: submissionId ?? null,
      })
      return rows.map(({ complaint, stage, person, ...message }) => ({
        ...message,
        complaint: { ...complaint, stage, person },
      }))
    },
    messageSent: (messageId, providerId) =>
      call('record_message_sent', { message_id: messageId, provider_id: providerId }),
    messageFailed: (messageId, reason, retryAt) =>
      call('record_message_failed', { message_id: messageId, reason, retry_at: retryAt.toISOString() }),
  }
}

/** PostgreSQL's or PostgREST's code; where there is none, how far the call came. */
function codeOf(code: string | undefined, status: number): string {
  if (code && /^\w{3,10}$/.test(code)) return code
  return status === 0 ? 'no answer' : `HTTP ${status}`
}

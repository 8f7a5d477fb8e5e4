import type { HooksRecord } from '../complaints/hooks/ports.ts'
import type { Api } from './api.ts'

/** What the case system is to be told, behind Supabase's API, with the token of the role `mailer`. */
export const hooksRecord = (call: Api): HooksRecord => ({
  claim: (most, leaseSeconds) => call('claim_hooks', { most, lease_seconds: leaseSeconds }),
  told: (id) => call('record_hook_told', { hook_id: id }),
  failed: (id, reason, waitSeconds) =>
    call('record_hook_failed', { hook_id: id, reason, wait_seconds: waitSeconds }),
})

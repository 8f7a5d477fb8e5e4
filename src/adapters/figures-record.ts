import { PostgrestClient } from '@supabase/postgrest-js'
import type { Period } from '../figures/period.ts'
import { rowsSchema, type Rows } from '../figures/rows.ts'
import { RecordUnavailable } from './api.ts'

/** How to reach the record for figures: `token` is a JWT for the database role `reports`. */
export interface FiguresAddress {
  readonly url: string
  readonly publishableKey: string
  readonly token: string
}

/**
 * The counts of a period, from the record behind Supabase's API. Rejects with RecordUnavailable where the database
 * refuses or does not answer, and with a ZodError where it gives what figures do not know.
 */
export async function figuresRows(address: FiguresAddress, period: Period): Promise<Rows> {
  const client = new PostgrestClient(`${address.url}/rest/v1`, {
    schema: 'api',
    headers: { apikey: address.publishableKey, authorization: `Bearer ${address.token}` },
  })
  const { data, error, status } = await client
    .rpc('figures', { first_day: period.from, last_day: period.to })
    .abortSignal(AbortSignal.timeout(60_000))
  if (error) throw new RecordUnavailable('figures', error.code || `HTTP ${status}`)
  return rowsSchema.parse(data)
}

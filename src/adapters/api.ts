import { PostgrestClient } from '@supabase/postgrest-js'
import type { Environment } from './environment.ts'

/** A call that the database refused or never answered. Holds a code, never what was sent or answered. */
export class RecordUnavailable extends Error {
  /** The refusal's own code where the API refused in its words, e.g. `too-many-tries`. */
  readonly refusal: string | undefined
  /** True where what was sent was never judged: no answer, a fault of the record's own, or a token that it does not know. */
  readonly away: boolean
  constructor(
    call: string,
    code: string,
    { refusal, away = false }: { refusal?: string; away?: boolean } = {},
  ) {
    super(`The complaints record did not take ${call}: ${code}.`)
    this.name = 'RecordUnavailable'
    this.refusal = refusal
    this.away = away
  }
}

/** Calls one function of the schema `api`, in one round trip. Throws RecordUnavailable. */
export type Api = <Answer>(name: string, args: Readonly<Record<string, unknown>>) => Promise<Answer>

/** What names the project, and the portal's own token where no other is given. */
type Place = Pick<Environment, 'SUPABASE_URL' | 'SUPABASE_PUBLISHABLE_KEY'> &
  Partial<Pick<Environment, 'PORTAL_TOKEN'>>

const patience = 8000

/** Supabase's API, as the role that a token names: the portal's own, where none is given. */
export function api(environment: Place, token = environment.PORTAL_TOKEN): Api {
  const client = new PostgrestClient(`${environment.SUPABASE_URL}/rest/v1`, {
    schema: 'api',
    headers: {
      apikey: environment.SUPABASE_PUBLISHABLE_KEY,
      authorization: `Bearer ${token}`,
    },
  })
  return async <Answer>(name: string, args: Readonly<Record<string, unknown>>) => {
    const { data, error, status } = await client.rpc(name, args).abortSignal(AbortSignal.timeout(patience))
    if (error) {
      const refusal = refusalOf(error)
      throw new RecordUnavailable(name, codeOf(error.code, status), {
        ...(refusal && { refusal }),
        away: !refusal && (notJudged.includes(status) || status >= 500),
      })
    }
    return data as Answer
  }
}

/** No answer, a token that it does not know, a function that is not there yet, a full disk (read-only), too many calls. */
const notJudged = [0, 401, 403, 404, 405, 429]

/** PostgreSQL's or PostgREST's code; where there is none, how far the call came. */
function codeOf(code: string | undefined, status: number): string {
  if (code && /^\w{3,10}$/.test(code)) return code
  return status === 0 ? 'no answer' : `HTTP ${status}`
}

/** What heard.refuse says: a code of our own, which quotes nothing. */
const refusalOf = ({ code, message }: { code: string; message: string }): string | undefined =>
  /^PT\d{3}$/.test(code) && /^[a-z-]{1,60}$/.test(message) ? message : undefined

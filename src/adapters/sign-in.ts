import type { SignIn } from '../complaints/desk/ports.ts'
import { api, RecordUnavailable } from './api.ts'
import type { Environment } from './environment.ts'
import { keys } from './keys.ts'

const patience = 8000

/**
 * Signing in by Supabase Auth, in three calls that its library would make from 100 KB: see DECISIONS.md.
 * https://supabase.com/docs/guides/auth/auth-email-passwordless
 */
export function signIn(environment: Environment): SignIn {
  const { proof } = keys(environment.HEARD_SECRET)
  const count = api(environment)

  async function ask(call: 'otp' | 'verify' | 'logout', body: unknown, token?: string): Promise<Response> {
    try {
      return await fetch(`${environment.SUPABASE_URL}/auth/v1/${call}`, {
        method: 'POST',
        headers: {
          apikey: environment.SUPABASE_PUBLISHABLE_KEY,
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      })
    } catch {
      throw new RecordUnavailable(`a sign-in (${call})`, 'no answer')
    }
  }

  return {
    count: (who) => count('count_sign_in_try', { who: proof(`sign-in:${who}`) }),
    async sendCode(email) {
      // Whoever is not on the list is refused by the database, with a status that says no more than that.
      await ask('otp', { email, create_user: true })
    },
    async verify(email, code) {
      const answer = await ask('verify', { type: 'email', email, token: code })
      if (answer.status >= 500) throw new RecordUnavailable('a sign-in (verify)', `HTTP ${answer.status}`)
      if (!answer.ok) return null
      const { access_token: token } = (await answer.json()) as { access_token?: unknown }
      return typeof token === 'string' ? token : null
    },
    async end(token) {
      await ask('logout', {}, token)
    },
  }
}

import { Resend } from 'resend'
import type { Post } from '../complaints/ports.ts'
import type { Environment } from './environment.ts'

/** Email through Resend, or through what speaks its protocol. The key makes a repeated try one letter. */
export function post(environment: Environment): Post {
  const resend = new Resend(environment.RESEND_API_KEY)
  return {
    async send(mail, idempotencyKey) {
      const { data, error } = await resend.emails.send(
        { from: environment.MAIL_FROM, ...mail },
        { idempotencyKey },
      )
      if (data) return { id: data.id }
      const { name }: { name?: string } = error
      return { reason: name && /^[a-z_]{1,60}$/.test(name) ? name : 'unknown' }
    },
  }
}

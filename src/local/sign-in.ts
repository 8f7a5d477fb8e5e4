import { z } from 'zod'

/** Sends somebody the code that they sign in with. */
export type SendCode = (mail: { to: string; subject: string; html: string }) => Promise<void>

/** Who may sign in to the desk of a new portal on one machine. */
export const madeUpOfficer = { email: 'officer@example.org', name: 'Ola Fenwick' } as const

/** What supabase/config.toml says of signing in, for the Supabase on this machine, which checks the rest of it. */
export const signInSettings = z.looseObject({ enabled: z.boolean() }).default({ enabled: false })

/** All of Supabase's sign-in that the portal uses: the rest (passwords, links, changes of address) stays shut. */
export const signInAt: ReadonlySet<string> = new Set(['/auth/v1/otp', '/auth/v1/verify', '/auth/v1/logout'])

/** Hosted Supabase calls a code by email `email`; Lite knows it by its older name alone. */
export function asLiteKnowsIt(body: Buffer): Buffer {
  return Buffer.from(body.toString().replace('"type":"email"', '"type":"magiclink"'))
}

/** Supabase Lite's own mail, of which only the written template goes out: its plain text holds a link that is shut. */
export const codesByMail = (send: SendCode) => ({
  send: ({ to, subject, html = '' }: { to: string; subject: string; html?: string }) =>
    send({ to, subject, html }),
})

/** Brings codes to the local mailbox, as hosted Supabase hands them to Resend. */
export const codesTo =
  (mailbox: string, key: string): SendCode =>
  async (mail) => {
    await fetch(`${mailbox}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'Complaints desk <desk@example.org>', ...mail }),
    })
  }

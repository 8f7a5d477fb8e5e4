import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Mail } from './mail.ts'

/** One line of the file: a mail, with the key and the body it came with. */
const line = z.object({
  mail: z.custom<Mail>((value) => typeof value === 'object' && value !== null),
  key: z.string().optional(),
  bodyHash: z.string(),
})

export type Kept = z.infer<typeof line>

/** Resend remembers an idempotency key for 24 hours. */
const remembered = 24 * 60 * 60 * 1000

/** Every mail taken, oldest first, kept in one file that is only ever added to. */
export class MailStore {
  readonly #file: string
  readonly #kept: Kept[]

  constructor(file: string) {
    this.#file = file
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    // A process killed while writing leaves half a line: its sender never had an answer, and sends again.
    if (whole !== text) writeFileSync(file, whole)
    this.#kept = whole
      .split('\n')
      .filter(Boolean)
      .map((kept) => line.parse(JSON.parse(kept)))
  }

  /** Newest first. */
  all(): Mail[] {
    return this.#kept.map(({ mail }) => mail).reverse()
  }

  find(id: string): Mail | undefined {
    return this.#kept.find(({ mail }) => mail.id === id)?.mail
  }

  /** What came with this idempotency key in the last 24 hours. */
  withKey(key: string, now = Date.now()): Kept | undefined {
    return this.#kept.findLast(
      (kept) => kept.key === key && now - Date.parse(kept.mail.receivedAt) < remembered,
    )
  }

  keep(kept: Kept): void {
    appendFileSync(this.#file, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
    this.#kept.push(kept)
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mail } from '../../src/local/mailbox/mail.ts'
import { openMailbox } from '../../src/local/mailbox/mailbox.ts'

/** How a part is told to fail: the status answered (0 cuts the line), how often, and whether the work is done first. */
export interface OutageOrder {
  status: number
  count?: number
  after?: boolean
}

/** A mailbox by itself, for tests of what sends mail. Set RESEND_BASE_URL to `url` and use `key`. */
export interface TestMailbox {
  readonly url: string
  readonly key: string
  readonly file: string
  /** Newest first. */
  mails(): Mail[]
  outage(order: OutageOrder): Promise<void>
  close(): Promise<void>
}

/** Starts a mailbox on a free port. `file` continues one that ran before. */
export async function startMailbox(file = join(mkdtempSync(join(tmpdir(), 'heard-mail-')), 'mail.jsonl')) {
  const key = 're_test'
  const mailbox = await openMailbox(file, key)
  return {
    url: mailbox.url,
    key,
    file,
    mails: () => mailbox.store.all(),
    outage: (order) => orderOutage(`${mailbox.url}/_mail/outage`, order),
    async close() {
      await mailbox.close()
      rmSync(join(file, '..'), { recursive: true, force: true })
    },
  } satisfies TestMailbox
}

/** Tells a local part to fail the next requests. */
export async function orderOutage(address: string, order: OutageOrder): Promise<void> {
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(order) })
  if (!answer.ok) throw new Error(`The outage was not understood: ${JSON.stringify(order)}`)
}

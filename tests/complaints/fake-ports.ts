import { createHash } from 'node:crypto'
import type { DueMessage } from '../../src/complaints/letters/ports.ts'
import type { BegunMessage, Failed, Mail, Outbox, Outcome, Post } from '../../src/complaints/outbox.ts'
import type { Sending } from '../../src/complaints/send-mail.ts'
import { council } from '../../src/council/council.ts'
import { wording } from '../form/journeys.ts'
import { madeUp } from './made-up.ts'

/** A message as the outbox holds it. Times are milliseconds. */
interface Queued {
  readonly message: Omit<DueMessage, 'attempts'>
  submission: string
  attempts: number
  notBefore: number
  leasedUntil: number
  sentAs: string | null
  failures: { reason: string; outcome: Outcome; wait: number }[]
}

/** What the world does to one call: nothing, refuse it, or break down. */
type Trouble = (messageId: string) => void

/**
 * The world around send-mail, in memory: an outbox with leases, as claim_messages.sql has them, and a post that
 * remembers keys, as Resend does. `now` moves only when a test moves it.
 */
export function fakePorts(messages: readonly Omit<DueMessage, 'attempts'>[], submission = 'one') {
  const world = {
    now: Date.parse('2026-12-18T10:00:00Z'),
    /** Emails that reached somebody, in order, with their keys. */
    delivered: [] as { key: string; mail: Mail }[],
    /** Every try to post, with its key. */
    tried: [] as string[],
    onSend: (() => undefined) as (messageId: string) => Failed | undefined | void,
    afterSend: (() => undefined) as Trouble,
    onSent: (() => undefined) as Trouble,
    onFailed: (() => undefined) as Trouble,
    /** What is told of before anything is posted. */
    onBegun: (() => undefined) as (begun: readonly BegunMessage[]) => void,
    /** Messages that the record does not let go. */
    held: [] as string[],
    onClaim: (() => undefined) as () => void,
    jitter: 0.5,
  }
  const queue: Queued[] = messages.map((message) => ({
    message,
    submission,
    attempts: 0,
    notBefore: world.now,
    leasedUntil: 0,
    sentAs: null,
    failures: [],
  }))
  const find = (id: string) => queue.find(({ message }) => message.id === id)!

  const outbox: Outbox = {
    async claimMessages(most, leaseSeconds, of) {
      world.onClaim()
      const due = queue
        .filter(
          (each) => each.sentAs === null && each.notBefore <= world.now && each.leasedUntil <= world.now,
        )
        .filter((each) => of === undefined || each.submission === of)
        .slice(0, most)
      for (const each of due) {
        each.attempts += 1
        each.leasedUntil = world.now + leaseSeconds * 1000
      }
      return due.map(({ message, attempts }) => ({ ...message, attempts }))
    },
    async messageSent(id, providerId) {
      world.onSent(id)
      find(id).sentAs ??= providerId
    },
    async messagesBegun(begun) {
      world.onBegun(begun)
      return begun.map(({ message }) => message).filter((id) => !world.held.includes(id))
    },
    async messageFailed(id, { reason, outcome }, waitSeconds) {
      world.onFailed(id)
      const queued = find(id)
      if (!/^[a-z0-9_-]{1,60}$/.test(reason)) throw new Error('wrong-type')
      queued.failures.push({ reason, outcome, wait: waitSeconds * 1000 })
      queued.notBefore = outcome === 'never' ? Infinity : world.now + waitSeconds * 1000
      queued.leasedUntil = 0
    },
    mailEvent: () => Promise.reject(new Error('Not for sending.')),
  }

  const post: Post = {
    hash: (mail, key) =>
      createHash('sha256')
        .update(JSON.stringify([mail, key]))
        .digest('base64url'),
    async send(mail, key) {
      world.tried.push(key)
      const refused = world.onSend(key)
      if (refused) return refused
      if (!world.delivered.some((each) => each.key === key)) world.delivered.push({ key, mail })
      world.afterSend(key)
      return { id: `provider-${key}` }
    },
  }

  const sending: Sending = {
    outbox,
    post,
    council,
    wordingIn: () => wording,
    ...madeUp,
    now: () => new Date(world.now),
    jitter: () => world.jitter,
  }
  return { world, queue, find, sending }
}

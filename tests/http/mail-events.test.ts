import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedEvent, webhookSecret } from '../../src/local/mailbox/webhooks.ts'
import type { Mail } from '../../src/local/mailbox/mail.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { ask, postForJson, sent } from './post.ts'

let portal: Portal
let secret: string
beforeAll(async () => {
  portal = await startPortal()
  const { mailKey } = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
  secret = webhookSecret(mailKey)
})
afterAll(() => portal.stop())

/** A complaint whose acknowledgement has arrived in the mailbox, sent to this address. */
async function acknowledged(email: string): Promise<Mail> {
  const fields = sent({ email, 'reply-route': 'email' })
  await postForJson(portal.url, fields)
  return portal.waitForMail((mail) => mail.to.includes(email))
}

const messageOf = ({ tags }: Mail): string => tags[0]!.value

async function timesOf(mail: Mail) {
  const [row] = await portal.sql<Record<string, boolean>>(
    `select sent_at is not null as sent, delivered_at is not null as delivered, delayed_at is not null as delayed,
       bounced_at is not null as bounced, complained_at is not null as complained
     from heard.outgoing_messages where id = '${messageOf(mail)}'`,
  )
  return Object.keys(row!).filter((name) => row![name])
}

const tasksOf = async (mail: Mail) =>
  (
    await portal.sql<{ kind: string }>(
      `select kind from heard.team_tasks where message_id = '${messageOf(mail)}' order by kind`,
    )
  ).map(({ kind }) => kind)

type Event = ReturnType<typeof signedEvent>
const tell = ({ headers, body }: Pick<Event, 'headers' | 'body'>) =>
  ask(`${portal.url}/api/mail-events`, { method: 'POST', headers, body })
const about = (mail: Mail, type: string, more: Parameters<typeof signedEvent>[3] = {}) =>
  signedEvent(type, mail, secret, more)

describe('what the mail provider says of a letter', () => {
  it.each([
    ['delivered', ['sent', 'delivered'], []],
    ['delayed', ['sent', 'delayed'], []],
    ['bounced', ['sent', 'bounced'], ['letter-bounced']],
    ['suppressed', ['sent', 'bounced'], ['letter-bounced']],
    ['complained', ['sent', 'delivered', 'complained'], ['letter-complained']],
  ])('is kept as times, and makes a task where somebody must act: %s', async (kind, times, tasks) => {
    const mail = await acknowledged(`${kind}@example.org`)
    await expect.poll(() => timesOf(mail), { timeout: 10_000 }).toEqual(times)
    expect(await tasksOf(mail)).toEqual(tasks)
  })

  it('comes to the same in any order, and however often it is told', async () => {
    const events = ['email.bounced', 'email.delivered', 'email.sent', 'email.delivery_delayed']
    const orders = [events, [...events].reverse()]
    for (const [which, order] of orders.entries()) {
      const mail = await acknowledged(`order-${which}@example.org`)
      for (const type of order) {
        const event = about(mail, type)
        for (let go = 0; go < 3; go += 1) expect((await tell(event)).status).toBe(204)
      }
      expect(await timesOf(mail)).toEqual(['sent', 'delivered', 'delayed', 'bounced'])
      expect(await tasksOf(mail)).toEqual(['letter-bounced'])
      const [row] = await portal.sql<{ many: number }>(
        `select count(*)::int as many from heard.audit_events
         where event = 'message-bounced' and details ->> 'message' = '${messageOf(mail)}'`,
      )
      expect(row).toEqual({ many: 1 })
    }
  })

  it('is taken and left where it is no business of ours, so that it is not told again', async () => {
    const mail = await acknowledged('none-of-ours@example.org')
    const strangers: Mail[] = [
      { ...mail, tags: [] },
      { ...mail, tags: [{ name: 'message', value: randomUUID() }] },
      { ...mail, tags: [{ name: 'message', value: 'no id' }] },
      { ...mail, id: 'no id; at all' },
    ]
    for (const stranger of strangers)
      expect((await tell(about(stranger, 'email.bounced'))).status, JSON.stringify(stranger.tags)).toBe(204)
    expect((await tell(about(mail, 'email.opened'))).status).toBe(204)
    expect((await tell(about(mail, 'domain.created'))).status).toBe(204)
    expect(await timesOf(mail)).toEqual(['sent'])
  })

  it('is told again where it could not be kept', async () => {
    const mail = await acknowledged('later@example.org')
    const event = about(mail, 'email.bounced')
    // Longer than one call: a run of the minute may come in between.
    await portal.outage('database', { status: 503, count: 100 })
    expect((await tell(event)).status).toBe(503)
    await portal.outage('database', { status: 503, count: 0 })
    expect((await tell(event)).status).toBe(204)
    expect(await tasksOf(mail)).toEqual(['letter-bounced'])
  })
})

describe('what somebody else says of a letter', () => {
  const late = new Date(Date.now() - 10 * 60_000)
  const early = new Date(Date.now() + 10 * 60_000)
  const other = `whsec_${Buffer.from('another secret altogether').toString('base64')}`
  const changes: [string, (event: Event) => Pick<Event, 'headers' | 'body'>, Date?, string?][] = [
    ['in other words', ({ headers, body }) => ({ headers, body: body.replace('bounced', 'delivered') })],
    ['under another id', ({ headers, body }) => ({ headers: { ...headers, 'svix-id': 'msg_other' }, body })],
    ['without a signature', ({ headers, body }) => ({ headers: { ...headers, 'svix-signature': '' }, body })],
    [
      'with half a signature',
      ({ headers, body }) => ({ headers: { ...headers, 'svix-signature': 'v1,' }, body }),
    ],
    ['with no headers at all', ({ body }) => ({ headers: { 'content-type': 'application/json' }, body })],
    ['too late', (event) => event, late],
    ['too early', (event) => event, early],
    ['with another secret', (event) => event, new Date(), other],
  ]
  it.each(changes)(
    'is refused, and changes nothing: %s',
    async (_, change, now = new Date(), by = secret) => {
      const mail = await acknowledged(`forged-${randomUUID()}@example.org`)
      const refused = await tell(change(signedEvent('email.bounced', mail, by, { now })))
      expect([refused.status, refused.text]).toEqual([401, '{"refused":"not-signed"}'])
      expect([await timesOf(mail), await tasksOf(mail)]).toEqual([['sent'], []])
      expect(refused.headers.get('cache-control')).toBe('no-store')
      expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'")
    },
  )

  it('is refused by what it asks for, and by its size', async () => {
    const address = `${portal.url}/api/mail-events`
    expect((await ask(address)).status).toBe(405)
    expect((await ask(address, { method: 'POST', body: 'x'.repeat(64_001) })).status).toBe(413)
    expect((await ask(address, { method: 'POST', body: 'x' })).status).toBe(401)
  })

  it('is never written to the log', () => {
    expect(portal.log()).not.toMatch(/forged-|bounced@|none-of-ours|svix|whsec/)
  })
})

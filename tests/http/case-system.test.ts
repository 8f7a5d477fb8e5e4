import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCaseSystem, type Received, type ReceivingSystem } from '../support/case-system.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { post, sent } from './post.ts'

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`

let system: ReceivingSystem
let portal: Portal
const start = (data?: string) =>
  startPortal({
    ...(data && { data }),
    env: { CASE_SYSTEM_URL: system.url, CASE_SYSTEM_SECRET: secret, CASE_SYSTEM_LOCAL: 'yes' },
  })
beforeAll(async () => {
  system = await startCaseSystem()
  portal = await start()
  // It asks for the first time: from here on events are written down.
  await portal.runSchedule('send-hooks')
}, 120_000)
afterAll(async () => {
  await portal.stop()
  rmSync(portal.data, { recursive: true, force: true })
  await system.close()
})

const checked = ({ body, headers }: Received) =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as {
    type: string
    data: { reference: string }
  }

/** Waits until something has come that was not there before, running the sender each time. */
async function until(many: number): Promise<void> {
  for (let tries = 0; system.received.length < many && tries < 40; tries += 1) {
    await portal.sql('update heard.outgoing_hooks set not_before = now() where told_at is null')
    await portal.runSchedule('send-hooks')
    await pause(50)
  }
}

it('a complaint is told to the case system by its reference, signed, and no word of it', async () => {
  await post(portal.url, sent())
  await until(1)
  const [event] = system.received
  const [{ reference }] = (await portal.sql<{ reference: string }>(
    'select reference from heard.complaints',
  )) as [{ reference: string }]
  expect(checked(event!)).toMatchObject({ type: 'complaint.received', data: { reference } })
  expect(event!.body).not.toMatch(/Zofia|zofia|bin was/)
})

it('what it does not take comes again under the same id, and is told once it is taken', async () => {
  system.received.length = 0
  system.answers = [500, 0]
  await post(portal.url, sent())
  await until(3)
  const ids = new Set(system.received.map(({ headers }) => headers['webhook-id']))
  expect([ids.size, system.received.length]).toEqual([1, 3])
  system.received.forEach(checked)
  await until(4)
  expect(system.received).toHaveLength(3)
  expect(portal.log()).not.toMatch(/Zofia|AAAA/)
})

it('an event is not lost where the sender is killed between telling and saying so', async () => {
  system.received.length = 0
  system.answers = [-1]
  await post(portal.url, sent())
  void portal.runSchedule('send-hooks').catch(() => {})
  for (let tries = 0; !system.received.length && tries < 200; tries += 1) await pause(50)
  await portal.kill()
  const { data } = portal
  portal = await start(data)
  await portal.sql(`update heard.outgoing_hooks set leased_until = now() where told_at is null`)
  await until(2)
  expect(system.received.map(({ headers }) => headers['webhook-id'])).toEqual(
    Array(2).fill(system.received[0]!.headers['webhook-id']),
  )
  expect(await portal.sql('select from heard.outgoing_hooks where told_at is null')).toEqual([])
}, 120_000)

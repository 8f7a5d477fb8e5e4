import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '../support/portal.ts'
import { ask, post, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

async function health() {
  const { status, headers, text } = await ask(`${portal.url}/api/health`)
  return { status, cache: headers.get('cache-control'), said: JSON.parse(text) as Record<string, unknown> }
}

const well = { ok: true, database: true, mail: true, oldest_waiting_seconds: 0, sealed_waiting: 0 }

describe('what a monitor asks', () => {
  it('is that all is well, which nobody keeps', async () => {
    expect(await health()).toEqual({ status: 200, cache: 'no-store', said: well })
  })

  it('takes no post', async () => {
    expect((await ask(`${portal.url}/api/health`, { method: 'POST', body: 'x' })).status).toBe(405)
  })

  it('says that the record is away, and how much waits sealed; and that it is well again', async () => {
    await portal.outage('database', { status: 0, count: 10_000 })
    await post(portal.url, sent())
    const away = { ok: false, database: false, mail: false, oldest_waiting_seconds: null, sealed_waiting: 1 }
    expect(await health()).toMatchObject({ status: 503, said: away })
    await portal.outage('database', { status: 0, count: 0 })
    await portal.runSchedule('bring-in')
    await portal.runSchedule('send-mail')
    expect(await health()).toMatchObject({ status: 200, said: well })
  })

  it('says that the place to wait is away', async () => {
    await portal.outage('blobs', { status: 0, count: 1 })
    expect(await health()).toMatchObject({ status: 503, said: { ...well, ok: false, sealed_waiting: null } })
  })

  it('says that mail is down once a letter has waited for a quarter of an hour, and for how long', async () => {
    await portal.outage('mail', { status: 500, count: 1000 })
    await post(portal.url, sent({ email: `${randomUUID()}@example.org` }))
    const waits = (minutes: number) =>
      portal.sql(
        `update heard.outgoing_messages set first_attempt_at = now() - interval '${minutes} minutes' where sent_at is null`,
      )
    await waits(14)
    expect(await health()).toMatchObject({ status: 200, said: { ok: true, mail: true } })
    await waits(16)
    const { status, said } = await health()
    expect({ status, said }).toMatchObject({ status: 503, said: { ok: false, database: true, mail: false } })
    expect(said['oldest_waiting_seconds']).toBeGreaterThanOrEqual(960)
    await portal.outage('mail', { status: 0, count: 0 })
  })
})

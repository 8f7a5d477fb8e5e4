import { afterEach, describe, expect, it, vi } from 'vitest'
import { seal } from '../../src/adapters/seal.ts'
import { openSession, sealedSession } from '../../src/desk/session.ts'

const secret = 's'.repeat(43)
const hour = 3_600_000
const start = Date.parse('2026-11-23T09:00:00Z')
const portal = { seal: seal(secret), now: () => new Date() }
const session = { token: 'a token', name: 'Ines Harrow', began: start }

describe('a session of the desk', () => {
  afterEach(() => vi.useRealTimers())
  const at = (ms: number) => vi.useFakeTimers({ now: start + ms, toFake: ['Date'] })

  it('goes from page to page, and says to nobody else what it holds', async () => {
    at(0)
    const carried = await sealedSession(session, portal)
    expect(carried).not.toContain('token')
    expect(await openSession(carried, portal)).toMatchObject(session)
  })

  it('is over after half an hour on one page', async () => {
    at(0)
    const carried = await sealedSession(session, portal)
    at(hour / 2 - 1000)
    expect(await openSession(carried, portal)).toMatchObject(session)
    at(hour / 2 + 1000)
    expect(await openSession(carried, portal)).toBeNull()
  })

  it('is over ten hours after signing in, however busy', async () => {
    at(10 * hour - 1000)
    const carried = await sealedSession(session, portal)
    expect(await openSession(carried, portal)).toMatchObject(session)
    at(10 * hour + 1000)
    expect(await openSession(carried, portal)).toBeNull()
  })

  it.each([undefined, '', 'not sealed', 'a.b.c.d.e'])('is none: %j', async (carried) => {
    expect(await openSession(carried, portal)).toBeNull()
  })

  it('is none where it was sealed with another secret, or for another purpose', async () => {
    const other = seal('o'.repeat(43))
    expect(await openSession(await sealedSession(session, { seal: other }), portal)).toBeNull()
    expect(await openSession(await portal.seal.close({ ...session }, 'sent', 600), portal)).toBeNull()
  })
})

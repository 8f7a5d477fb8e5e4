import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '../support/portal.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeUpOfficer } from '../../src/local/sign-in.ts'
import type { Secrets } from '../../src/local/secrets.ts'

describe('signing in to the Supabase of one machine', () => {
  let portal: Portal
  beforeAll(async () => {
    portal = await startPortal()
  })
  afterAll(() => portal.stop())

  const ask = (path: string, body: unknown, token?: string) => {
    const { publishableKey } = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
    return fetch(`${portal.databaseUrl}/auth/v1/${path}`, {
      method: 'POST',
      headers: {
        apikey: publishableKey,
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
  }
  const codeFor = async (email: string) => {
    expect((await ask('otp', { email, create_user: true })).status).toBe(200)
    const mail = await portal.waitForMail(({ to }) => to.includes(email))
    return /\b\d{8}\b/.exec(mail.html ?? '')![0]
  }

  it('gives whoever is on the list a code by mail, and for it a token of the role staff', async () => {
    const token = await codeFor(madeUpOfficer.email)
    const signedIn = await ask('verify', { type: 'email', email: madeUpOfficer.email, token })
    expect(signedIn.status).toBe(200)
    const { access_token, expires_in } = (await signedIn.json()) as {
      access_token: string
      expires_in: number
    }
    const claims = JSON.parse(Buffer.from(access_token.split('.')[1]!, 'base64url').toString())
    expect(claims).toMatchObject({
      role: 'staff',
      email: madeUpOfficer.email,
      session_id: expect.any(String),
    })
    expect(expires_in).toBe(36_000)
    expect((await ask('verify', { type: 'email', email: madeUpOfficer.email, token })).ok).toBe(false)
    expect((await ask('logout', {}, access_token)).status).toBe(204)
  })

  it('makes no account for anybody else, and sends them nothing', async () => {
    expect((await ask('otp', { email: 'stranger@example.org', create_user: true })).ok).toBe(false)
    expect(await portal.sql('select email from auth.users')).toEqual([{ email: madeUpOfficer.email }])
    expect((await portal.mails()).flatMap(({ to }) => to)).not.toContain('stranger@example.org')
    expect(portal.log()).not.toContain('stranger')
  })

  it.each(['signup', 'token?grant_type=password', 'recover', 'user', 'magiclink', 'admin/users'])(
    'has no other door: %s',
    async (path) => {
      expect((await ask(path, { email: 'stranger@example.org', password: 'long enough 1' })).status).toBe(404)
    },
  )
})

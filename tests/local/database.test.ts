import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalToken, type Secrets } from '../../src/local/secrets.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { fixture } from './fixture.ts'

const project = fixture()
let portal: Portal
let secrets: Secrets
beforeAll(async () => {
  portal = await startPortal({ root: project.root })
  secrets = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
})
afterAll(async () => {
  await portal.stop()
  project.remove()
})

/** Calls the database's API as a client of Supabase does, and answers the status and PostgreSQL's or its own code. */
async function call(
  headers: Record<string, string>,
  { path = 'rpc/keep_note', schema = 'api', words = 'hello' } = {},
) {
  const answer = await fetch(`${portal.databaseUrl}/rest/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-profile': schema, ...headers },
    body: JSON.stringify({ id: randomUUID(), words }),
  })
  const text = await answer.text()
  return { status: answer.status, code: text && (JSON.parse(text) as { code?: string }).code }
}

const anonymous = () => ({ apikey: secrets.publishableKey })
const asPortal = async () => ({
  ...anonymous(),
  authorization: `Bearer ${await portalToken(secrets.jwtSecret)}`,
})

describe('the embedded Supabase', () => {
  it('takes a call from the role portal', async () => {
    expect((await call(await asPortal())).status).toBeLessThan(300)
  })

  it('refuses everyone else what only portal is granted', async () => {
    expect(await call(anonymous())).toEqual({ status: 401, code: '42501' })
    expect(await call({ apikey: secrets.secretKey })).toEqual({ status: 403, code: '42501' })
    expect((await call({})).status).toBe(401)
    const forged = {
      ...anonymous(),
      authorization: `Bearer ${await portalToken('another secret, as long as the first')}`,
    }
    expect((await call(forged)).status).toBe(401)
  })

  it('shows no schema but api', async () => {
    for (const schema of ['heard', 'public', 'auth'])
      expect(await call(await asPortal(), { schema })).toEqual({ status: 406, code: 'PGRST106' })
    expect((await call(await asPortal(), { path: 'notes' })).status).toBe(404)
  })

  it('gives nobody rights that the migrations did not, even after requests from every side', async () => {
    await call(anonymous())
    await call(await asPortal())
    expect(
      await portal.sql(`
        select rolname from pg_roles
        where rolname in ('anon', 'authenticated', 'service_role', 'portal')
          and (has_schema_privilege(rolname, 'heard', 'usage') or has_table_privilege(rolname, 'heard.notes', 'select'))`),
    ).toEqual([])
  })

  it('prints which rule refused a row, and nothing of what the row held', async () => {
    expect(await call(await asPortal(), { words: 'refused Ann Example' })).toEqual({
      status: 400,
      code: '23514',
    })
    expect(portal.log()).toContain('The database refused a request: 23514')
    expect(portal.log()).not.toMatch(/Ann Example|params|query/)
  })

  it('passes on the code and detail of an error that a function raises, as hosted Supabase does', async () => {
    expect(await call(await asPortal(), { path: 'rpc/raise' })).toEqual({ status: 400, code: 'P0001' })
  })

  it('keeps its settings, its studio and its owner’s rights to itself', async () => {
    for (const path of ['/', '/_system/config', '/_studio', '/auth/v1/health'])
      expect((await fetch(portal.databaseUrl + path)).status, path).toBe(404)
    expect((await fetch(`${portal.databaseUrl}/_sql`, { method: 'POST', body: 'select 1' })).status).toBe(404)
  })

  it('can be told to fail, before or after the work is done', async () => {
    const headers = await asPortal()
    const count = async () =>
      (await portal.sql<{ n: number }>('select count(*)::int as n from heard.notes'))[0]?.n ?? 0
    const before = await count()
    await portal.outage('database', { status: 503, count: 1 })
    expect((await call(headers)).status).toBe(503)
    expect(await count()).toBe(before)
    await portal.outage('database', { status: 0, after: true })
    await expect(call(headers)).rejects.toThrow()
    expect(await count()).toBe(before + 1)
    expect((await call(headers)).status).toBeLessThan(300)
  })
})

import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPortal, tryPortal, type Portal, type PortalOptions } from '../support/portal.ts'
import { fixture } from './fixture.ts'

const project = fixture()
const { root } = project
afterAll(() => project.remove())

const post = (portal: Portal, path: string, body: unknown) =>
  fetch(portal.url + path, { method: 'POST', body: JSON.stringify(body), redirect: 'manual' })

describe('the portal on one machine', () => {
  let data: string
  const running: Portal[] = []
  const start = async (options: PortalOptions = {}) => {
    const portal = await startPortal({ root, data, ...options })
    running.push(portal)
    return portal
  }

  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'heard-start-'))
  })
  afterEach(async () => {
    for (const portal of running.splice(0)) await portal.kill()
    rmSync(data, { recursive: true, force: true })
  })

  it('says where the site, the mailbox and the data are once it is ready, from nothing', async () => {
    const portal = await start({ fresh: true })
    const { port } = new URL(portal.url)
    expect(portal.log()).toContain(`Site     http://localhost:${port}/`)
    expect(portal.log()).toContain(`Mailbox  http://localhost:${port}/_mail`)
    expect(portal.log()).toContain(`Data     ${data}`)
    expect((await fetch(portal.url)).status).toBe(200)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('stops cleanly on %s', async (signal) => {
    const portal = await start()
    expect(await portal.stop(signal)).toBe(0)
    expect(existsSync(join(data, 'running.json'))).toBe(false)
    await expect(fetch(portal.url)).rejects.toThrow()
  })

  it('finishes what a function left for after its answer before it stops', async () => {
    const portal = await start()
    await post(portal, '/api/mail', { later: 'Sent while stopping' })
    expect(await portal.stop()).toBe(0)
    const again = await start()
    expect((await again.mails()).map(({ subject }) => subject)).toEqual(['Sent while stopping'])
  })

  it('finds the same mail, rows and secrets when it starts again', async () => {
    const portal = await start()
    await post(portal, '/api/mail', { now: 'Kept' })
    await post(portal, '/api/note', { id: randomUUID(), words: 'kept' })
    await portal.stop()

    const again = await start()
    expect((await again.mails()).map(({ subject }) => subject)).toEqual(['Kept'])
    expect(await again.sql('select words from heard.notes')).toEqual([{ words: 'kept' }])
    expect((await post(again, '/api/note', { id: randomUUID(), words: 'second' })).status).toBe(200)
  })

  it('refuses a second start on the same data folder in one line, and the first goes on', async () => {
    const portal = await start()
    const second = await tryPortal({ root, data })
    expect(second).toMatchObject({ exit: 1 })
    expect(second.log).toMatch(/^Heard is already running on .+: stop it first.+\n$/)
    expect((await fetch(portal.url)).status).toBe(200)
  })

  it('starts again after kill -9, with everything that was answered', async () => {
    const portal = await start()
    for (const words of ['one', 'two', 'three'])
      expect((await post(portal, '/api/note', { id: randomUUID(), words })).status).toBe(200)
    await post(portal, '/api/mail', { now: 'Before the end' })
    await portal.kill()

    const again = await start()
    expect(await again.sql('select words from heard.notes order by words')).toEqual([
      { words: 'one' },
      { words: 'three' },
      { words: 'two' },
    ])
    expect(await again.mails()).toHaveLength(1)
  })

  it('refuses a port in use in one line that says what to do', async () => {
    const portal = await start()
    const other = join(data, 'other')
    const second = await tryPortal({ root, data: other, env: { PORT: new URL(portal.url).port } })
    expect(second).toMatchObject({ exit: 1 })
    expect(second.log).toMatch(/^Port \d+ is in use by another program: .+\n$/)
  })

  it('refuses a PORT that is no number in one line', async () => {
    const refused = await tryPortal({ root, data, env: { PORT: 'eighty' } })
    expect(refused).toEqual({ exit: 1, log: 'PORT must be a number, and is "eighty".\n' })
  })

  it('keeps its secrets and mail where only their owner can read them', async () => {
    const portal = await start({ fresh: true })
    await post(portal, '/api/mail', { now: 'Private' })
    for (const name of ['secrets.json', 'running.json', 'mail.jsonl', 'database'])
      expect(statSync(join(data, name)).mode & 0o077, name).toBe(0)
  })

  it('never uses the keys of a real service that a shell still holds', async () => {
    const portal = await start({
      env: {
        RESEND_BASE_URL: 'http://127.0.0.1:9',
        RESEND_API_KEY: 're_real',
        SUPABASE_URL: 'x',
      },
    })
    await post(portal, '/api/mail', { now: 'Stayed here' })
    expect(await portal.mails()).toHaveLength(1)
  })
})

describe('a migration that fails', () => {
  it('is named, and stops the start', async () => {
    const broken = fixture({
      'supabase/migrations/20260102000000_broken.sql': 'create table heard.notes ();',
    })
    const data = mkdtempSync(join(tmpdir(), 'heard-start-'))
    const refused = await tryPortal({ root: broken.root, data })
    rmSync(data, { recursive: true, force: true })
    broken.remove()
    expect(refused).toMatchObject({ exit: 1 })
    expect(refused.log).toMatch(/^supabase\/migrations\/20260102000000_broken\.sql: .+already exists/)
  })
})

describe('a site that does not build', () => {
  it('shows what Astro said, and stops the start', async () => {
    const broken = fixture({ 'astro.config.mjs': 'throw new Error("this council has no name")' })
    rmSync(join(broken.root, 'dist'), { recursive: true })
    const data = mkdtempSync(join(tmpdir(), 'heard-start-'))
    const refused = await tryPortal({ root: broken.root, data, env: { HEARD_BUILD: '' } })
    rmSync(data, { recursive: true, force: true })
    broken.remove()
    expect(refused).toMatchObject({ exit: 1 })
    expect(refused.log).toContain('this council has no name')
  })
})

describe('an old Node', () => {
  const check = (version: string) =>
    spawnSync(process.execPath, [
      '--import',
      `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`,
      'src/local/check-node.mjs',
    ])

  it('is told in one line what to do', () => {
    const { status, stderr } = check('20.19.1')
    expect(status).toBe(1)
    expect(stderr.toString()).toMatch(/^Heard needs Node 24, and this is Node 20\.19\.1: run "npm ci".+\n$/)
  })

  it('is not what Node 24 is', () => {
    expect(check('24.0.0').status).toBe(0)
  })
})

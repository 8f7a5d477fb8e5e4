import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, tryPortal, type Portal } from '../support/portal.ts'
import { fixture } from './fixture.ts'

const project = fixture()
let portal: Portal
beforeAll(async () => {
  portal = await startPortal({ root: project.root })
})
afterAll(async () => {
  await portal.stop()
  project.remove()
})

const post = (path: string, body: RequestInit['body']) =>
  fetch(portal.url + path, { method: 'POST', body: body ?? null, redirect: 'manual' })

describe('a function', () => {
  it.each(['/api/echo/bins', '/api/echo/bins/'])('answers at the address in its config: %s', async (path) => {
    expect(await (await post(path, 'Hello')).json()).toEqual({
      method: 'POST',
      params: expect.objectContaining({ what: 'bins' }) as unknown,
      ip: '127.0.0.1',
      body: 'Hello',
    })
  })

  it('is not there for a method it does not take', async () => {
    expect((await fetch(`${portal.url}/api/echo/bins`)).status).toBe(404)
  })

  it('answers as it likes: a status, a header and no static headers', async () => {
    const answer = await post('/api/mail', '{}')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/about/'])
    expect(answer.headers.get('x-from')).toBeNull()
  })

  it('has its longer answers packed as a CDN would pack them for the browser that asks', async () => {
    const body = 'How to complain. '.repeat(100)
    const answer = await post('/api/echo/long', body)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(((await answer.json()) as { body: string }).body).toBe(body)
    expect((await post('/api/echo/short', 'Hello')).headers.get('content-encoding')).toBeNull()
  })

  it('that throws answers 500 and quotes nobody, in the answer or the log', async () => {
    const answer = await post('/api/fault', 'my name is Ann Example')
    expect([answer.status, await answer.text()]).toEqual([500, 'Something went wrong.'])
    expect(portal.log()).toContain('functions/fault failed: TypeError')
    expect(portal.log()).toContain('functions/fault.ts:')
    expect(portal.log()).not.toContain('Ann Example')
  })

  it('takes 6 MB and is spared anything longer, whether or not its length was told', async () => {
    const most = 6 * 1024 * 1024
    expect((await post('/api/echo/most', new Uint8Array(most))).status).toBe(200)
    expect((await post('/api/echo/more', new Uint8Array(most + 1))).status).toBe(413)
    const stream = new Blob([new Uint8Array(most + 1)]).stream()
    const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit
    expect((await fetch(`${portal.url}/api/echo/stream`, init)).status).toBe(413)
  })
})

describe('a scheduled function', () => {
  it('has no address', async () => {
    expect((await post('/.netlify/functions/nightly', '{}')).status).toBe(404)
  })

  it('is posted the time of its next run', async () => {
    const { next_run: next } = (await (await portal.runSchedule('nightly')).json()) as { next_run: string }
    expect(next).toMatch(/T00:00:00\.000Z$/)
    expect(Date.parse(next)).toBeGreaterThan(Date.now())
  })

  it('whose schedule cannot be read stops the start in one line', async () => {
    const odd = fixture({
      'functions/odd.ts': `export default () => {}; export const config = { schedule: 'now and then' }`,
    })
    const refused = await tryPortal({ root: odd.root, data: `${odd.root}/data` })
    odd.remove()
    expect(refused).toMatchObject({ exit: 1 })
    expect(refused.log).toMatch(/^The local server cannot read the schedule "now and then".+\n$/)
  })
})

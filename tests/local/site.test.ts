import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '../support/portal.ts'
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

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(portal.url + path, { method, headers, redirect: 'manual' })

/** fetch tidies an address and unpacks an answer; this sends and shows what is there. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(portal.url)
    request({ hostname, port, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('a page', () => {
  it('is served at its folder, and its address without the slash leads there, query and all', async () => {
    expect(await (await get('/about/')).text()).toContain('About')
    const slashless = await get('/about?from=letter')
    expect([slashless.status, slashless.headers.get('location')]).toEqual([301, '/about/?from=letter'])
  })

  it('carries the headers of every rule that fits, the later rule winning', async () => {
    const page = await get('/')
    expect(page.headers.get('x-from')).toBe('everywhere')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const asset = await get('/_astro/form.abc123.js')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('x-from')).toBe('everywhere')
  })

  it('comes in brotli or gzip as the browser asks, and plain where it refuses them', async () => {
    const plain = await raw('/')
    const brotli = await raw('/', { 'accept-encoding': 'gzip, br' })
    const gzip = await raw('/', { 'accept-encoding': 'gzip, br;q=0' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(brotli.body.length).toBe(Number(brotli.headers['content-length']))
    expect(brotli.headers['vary']).toBe('accept-encoding')
    expect(brotli.headers['etag']).not.toBe(gzip.headers['etag'])
  })

  it('is not sent again to a browser that has it, until it changes', async () => {
    const etag = (await get('/about/')).headers.get('etag') ?? ''
    const again = await get('/about/', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    project.write('dist/about/index.html', '<!doctype html><title>About us</title>')
    const changed = await get('/about/', { 'if-none-match': etag })
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  })

  it('answers HEAD with the same headers and no body', async () => {
    const [head, full] = [await get('/', {}, 'HEAD'), await get('/')]
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(full.headers.get('content-length'))
    expect(await head.text()).toBe('')
  })

  it('refuses a post', async () => {
    const posted = await get('/about/', {}, 'POST')
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a missing page', () => {
  it('is the 404 page, with its status', async () => {
    const missing = await get('/nothing/here')
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('Not found')
    expect(missing.headers.get('x-from')).toBe('everywhere')
  })

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/a/..%5c..%5cpackage.json',
    '/%00',
    '/%ff',
  ])('is what %s gets, which asks for a file outside the site', async (path) => {
    const answer = await raw(path)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toContain('module')
  })

  it('never sends a browser to another site through a doubled slash', async () => {
    const answer = await raw('//example.org/about')
    expect(answer.headers['location']).toBeUndefined()
  })
})

describe('a redirect', () => {
  it('leads to its place, 301 unless it says otherwise, and keeps the query', async () => {
    const old = await get('/old/?a=1')
    expect([old.status, old.headers.get('location')]).toEqual([301, '/about/?a=1'])
  })

  it('fills in what its address named', async () => {
    const news = await get('/news/2026/june/bins')
    expect([news.status, news.headers.get('location')]).toEqual([302, '/archive/2026/june/bins'])
  })

  it('gives way to a page of that address unless it is forced', async () => {
    expect((await get('/about/')).status).toBe(200)
    expect((await get('/forced/')).headers.get('location')).toBe('/about/')
  })

  it('shows a page in place with its own status', async () => {
    const gone = await get('/withdrawn')
    expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('Gone')])
  })
})

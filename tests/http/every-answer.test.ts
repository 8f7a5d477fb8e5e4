import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestBody } from '../../src/http/read-form.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { bodyOf, urlencoded } from './body.ts'
import { everyAddress } from './every-address.ts'
import { aComplaint, ask, encoded, post, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

describe('every answer', () => {
  const requests: [string, string, () => RequestInit][] = [
    [
      'the form again, to change something',
      '/api/complaints',
      () => ({ method: 'POST', body: encoded({ go: 'edit' }) }),
    ],
    ['things to mend', '/api/complaints', () => ({ method: 'POST', body: encoded({ go: 'check' }) })],
    [
      'the page to check',
      '/api/complaints',
      () => ({ method: 'POST', body: encoded(aComplaint({ go: 'check' })) }),
    ],
    [
      'a copy of the answers',
      '/api/complaints',
      () => ({ method: 'POST', body: encoded(aComplaint({ go: 'copy' })) }),
    ],
    ['sent', '/api/complaints', () => ({ method: 'POST', body: encoded(sent()) })],
    [
      'sent, in JSON',
      '/api/complaints',
      () => ({ method: 'POST', body: encoded(sent()), headers: { accept: 'application/json' } }),
    ],
    [
      'things to mend, in JSON',
      '/api/complaints',
      () => ({ method: 'POST', body: encoded({ go: 'send' }), headers: { accept: 'application/json' } }),
    ],
    [
      'too large',
      '/api/complaints',
      () => ({
        method: 'POST',
        headers: { 'content-type': urlencoded },
        body: bodyOf(urlencoded, largestBody + 1),
      }),
    ],
    ['the wrong type', '/api/complaints', () => ({ method: 'POST', body: 'x' })],
    ['a method it does not take', '/api/complaints', () => ({ method: 'PUT', body: 'x' })],
    ['saved', '/api/drafts', () => ({ method: 'POST', body: encoded(aComplaint({ save: 'complain' })) })],
    ['a code that opens nothing', '/api/drafts', () => ({ method: 'POST', body: encoded({ go: 'open' }) })],
    ['a way to the form', '/api/complaints', () => ({})],
    ['a page that has gone', '/complain/sent/?t=x', () => ({})],
    ['the form', '/complain/', () => ({})],
    ['no such page', '/no-such-page', () => ({})],
  ]

  it.each(requests)(
    'is under the security headers, is not kept where it is about someone, and sets no cookie: %s',
    async (_, path, init) => {
      const { headers } = await ask(portal.url + path, init())
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; .*frame-ancestors 'none'$/,
        ) as string,
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('access-control-allow-origin')).toBeNull()
      if (path.includes('/api/') || path.includes('/sent/')) {
        expect(headers.get('cache-control')).toBe('no-store')
        expect(headers.get('x-robots-tag')).toBe('noindex')
      }
    },
  )

  const oneForAll = [
    'content-security-policy',
    'strict-transport-security',
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
  ]

  /** Ways to ask an address that it may or may not take. */
  const ways: [string, RequestInit][] = [
    ['GET', {}],
    ['HEAD', { method: 'HEAD' }],
    ['GET with a key that opens nothing', {}],
    ['a post of nothing', { method: 'POST', body: encoded({}) }],
    ['a post of a form', { method: 'POST', body: encoded(sent({ go: 'open', save: 'complain' })) }],
    [
      'a post for a script',
      { method: 'POST', body: encoded(sent()), headers: { accept: 'application/json' } },
    ],
    ['a post of JSON', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } }],
    [
      'a post of garbage',
      { method: 'POST', body: '\0\xff', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    ],
    ['PUT', { method: 'PUT', body: 'x' }],
    ['DELETE', { method: 'DELETE' }],
    ['OPTIONS', { method: 'OPTIONS', headers: { origin: 'https://example.org' } }],
  ]

  it.each(everyAddress)(
    'of $path is under the same headers as the site, whatever it is asked',
    async ({ path }) => {
      const fromSite = (await ask(`${portal.url}/`)).headers
      for (const [way, init] of ways) {
        const query = way.includes('key') ? `?k=${'a'.repeat(27)}&t=a.b.c.d.e` : ''
        const { status, headers } = await ask(portal.url + path + query, init)
        // A method that the address does not take at all is answered by the site: it says nothing of anyone.
        if (status === 404 && !headers.get('x-robots-tag')) continue
        const asked = `${way} of ${path}: ${status}`
        expect(status, asked).not.toBe(500)
        for (const name of oneForAll) expect(headers.get(name), `${asked}, ${name}`).toBe(fromSite.get(name))
        expect(headers.get('cache-control'), asked).toBe('no-store')
        expect(headers.get('x-robots-tag'), asked).toBe('noindex')
        expect(headers.get('set-cookie'), asked).toBeNull()
        expect(headers.get('access-control-allow-origin'), asked).toBeNull()
      }
    },
  )

  it('keeps a page from other sites’ frames, windows and pictures', async () => {
    const { headers } = await post(portal.url, {})
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
  })
})

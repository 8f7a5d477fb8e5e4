import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestBody } from '../../src/http/read-form.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { bodyOf, urlencoded } from './body.ts'
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

  it('has the same security headers from a function as from the site', async () => {
    const fromSite = (await ask(`${portal.url}/`)).headers
    const fromFunction = (await post(portal.url, {})).headers
    for (const name of [
      'content-security-policy',
      'strict-transport-security',
      'x-content-type-options',
      'referrer-policy',
      'permissions-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
    ])
      expect(fromFunction.get(name), name).toBe(fromSite.get(name))
  })
})

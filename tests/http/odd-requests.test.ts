import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestBody, mostFields } from '../../src/http/read-form.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import { aComplaint, ask, encoded, post, referenceAfter, sent } from './post.ts'

let portal: Portal
let address: string
beforeAll(async () => {
  portal = await startPortal()
  address = `${portal.url}/api/complaints`
})
afterAll(() => portal.stop())

const stored = async () =>
  (await portal.sql<{ count: number }>('select count(*)::int from heard.complaints'))[0]?.count

const urlencoded = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data; boundary=between'
const part = (name: string, value: string, more = '') =>
  `--between\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`

function bodyOf(type: string, size: number): Uint8Array<ArrayBuffer> {
  const [before, after] =
    type === urlencoded ? ['where=', ''] : [part('where', '\0').split('\0')[0], '\r\n--between--\r\n']
  const filled = 'a'.repeat(size - before!.length - after.length)
  return new TextEncoder().encode(`${before}${filled}${after}`)
}

const streamed = (body: Uint8Array<ArrayBuffer>) =>
  ({ body: new Blob([body]).stream(), duplex: 'half' }) as RequestInit

describe.each([urlencoded, multipart])('a body of %s', (type) => {
  const headers = { 'content-type': type }

  it('over the limit is told that it is too large, whether or not its length was', async () => {
    const body = bodyOf(type, largestBody + 1)
    for (const init of [{ body }, streamed(body)]) {
      const answer = await ask(address, { method: 'POST', headers, ...init })
      expect([answer.status, titleOf(answer.text)]).toEqual([
        413,
        expect.stringContaining('too much to send at once'),
      ])
      expect(wordsOf(answer.text)).toContain('01632 960100')
    }
  })

  it('over the limit is told so in JSON where JSON is asked for', async () => {
    const accept = { ...headers, accept: 'application/json' }
    const answer = await ask(address, {
      method: 'POST',
      headers: accept,
      body: bodyOf(type, largestBody + 1),
    })
    expect([answer.status, answer.text]).toEqual([413, '{"refused":"too-large"}'])
  })

  it('at the limit is read', async () => {
    const answer = await ask(address, { method: 'POST', headers, body: bodyOf(type, largestBody) })
    expect(answer.status).toBe(200)
  })
})

it('a body that no function can be handed is refused before one is called', async () => {
  const answer = await ask(address, {
    method: 'POST',
    headers: { 'content-type': urlencoded },
    body: bodyOf(urlencoded, 7 * 1024 * 1024),
  })
  expect(answer.status).toBe(413)
})

describe('a post of the wrong type', () => {
  it.each([
    ['application/json', JSON.stringify(sent())],
    ['text/plain', encoded(sent()).toString()],
    ['application/octet-stream', 'x'],
    ['multipart/mixed; boundary=between', part('kind', 'complaint')],
    ['', 'kind=complaint'],
  ])('is told so: %s', async (type, body) => {
    const before = await stored()
    const headers = { 'content-type': type }
    const answer = await ask(address, { method: 'POST', headers, body: new TextEncoder().encode(body) })
    expect([answer.status, titleOf(answer.text)]).toEqual([415, expect.stringContaining('could not read')])
    expect(await stored()).toBe(before)
  })

  it('is told so in JSON where JSON is asked for', async () => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const answer = await ask(address, { method: 'POST', headers, body: '{}' })
    expect([answer.status, answer.text]).toEqual([415, '{"refused":"wrong-type"}'])
  })
})

describe('a multipart post', () => {
  const send = (body: string, type = multipart) =>
    ask(address, { method: 'POST', headers: { 'content-type': type }, body })

  it('is read as any other, and a file that came along is left out', async () => {
    const fields = Object.entries(aComplaint({ go: 'check' })).map(([name, value]) =>
      part(name, String(value)),
    )
    const file =
      part('what-happened', 'FILE-WORDS', '; filename="a.txt"') +
      part('photo', 'FILE-WORDS', '; filename="b.png"')
    const answer = await send(`${file}${fields.join('')}--between--\r\n`)
    expect([answer.status, titleOf(answer.text)]).toEqual([
      200,
      expect.stringContaining('Check your answers'),
    ])
    expect(answer.text).not.toContain('FILE-WORDS')
  })

  it.each([
    ['no boundary is named', 'multipart/form-data', part('kind', 'complaint') + '--between--\r\n'],
    [
      'another boundary is named',
      'multipart/form-data; boundary=other',
      part('kind', 'complaint') + '--between--\r\n',
    ],
    ['it stops in the middle of a header', multipart, '--between\r\ncontent-dispo'],
    ['it stops in the middle of a field', multipart, part('kind', 'complaint').slice(0, -4)],
    ['a part has no name', multipart, '--between\r\ncontent-type: text/plain\r\n\r\nx\r\n--between--\r\n'],
    ['it is empty', multipart, ''],
  ])('that cannot be read is told so: %s', async (_, type, body) => {
    expect((await send(body, type)).status).toBe(415)
  })
})

describe('what the form does not ask for', () => {
  it('is nowhere in the record, the mail or the page', async () => {
    const mark = 'UNASKED-WORDS'
    const unknown = {
      nickname: mark,
      'record.complaint.kind': mark,
      ['__proto__']: mark,
      constructor: mark,
      status: mark,
      keep: mark,
      'safe-times': mark,
    }
    const check = await post(portal.url, {
      ...aComplaint(),
      nickname: mark,
      ['__proto__']: mark,
      keep: mark,
      go: 'check',
    })
    expect(check.text).not.toContain(mark)

    const email = 'unasked@example.org'
    expect((await post(portal.url, { ...sent({ email }), ...unknown })).status).toBe(303)
    const mail = await portal.waitForMail(({ to }) => to.includes(email))
    expect(JSON.stringify(mail)).not.toContain(mark)
    const tables = ['complaints', 'people', 'stages', 'outgoing_messages', 'audit_events']
    for (const table of tables)
      expect(JSON.stringify(await portal.sql(`select * from heard.${table}`)), table).not.toContain(mark)
  })
})

describe('a field that is there more than once', () => {
  it('counts once, the first time, where one answer is asked for', async () => {
    const answer = await post(
      portal.url,
      aComplaint({
        name: ['First Name', 'Second Name'],
        kind: ['complaint', 'comment'],
        go: ['check', 'send'],
      }),
    )
    expect(titleOf(answer.text)).toContain('Check your answers')
    expect(valuesIn(answer.text)).toMatchObject({ name: 'First Name', kind: 'complaint' })
  })

  it('counts each time where several may be chosen', async () => {
    await post(
      portal.url,
      sent({ adjustments: ['braille', 'audio', 'braille', 'no such need'], email: 'several@example.org' }),
    )
    const [person] = await portal.sql<{ adjustments: string[] }>(
      `select adjustments from heard.people where email = 'several@example.org'`,
    )
    expect([...(person?.adjustments ?? [])].sort()).toEqual(['audio', 'braille'])
  })

  it('in a flood is refused at once', async () => {
    const flood = (count: number) =>
      ask(address, {
        method: 'POST',
        headers: { 'content-type': urlencoded },
        body: 'adjustments=audio&'.repeat(count),
      })
    expect((await flood(mostFields)).status).toBe(200)
    expect((await flood(mostFields + 1)).status).toBe(413)
    expect((await flood(200_000)).status).toBe(413)
  })
})

describe('an option that is not on the list', () => {
  it.each(['kind', 'service', 'risk', 'told-before', 'discrimination', 'reply-route'])(
    'counts as none: %s',
    async (name) => {
      for (const odd of ['no such thing', '__proto__', 'constructor', 'complaint ', '😀']) {
        const answer = await post(portal.url, sent({ [name]: odd }))
        expect([odd, answer.status, wrongFieldsOn(answer.text)]).toEqual([
          odd,
          422,
          expect.arrayContaining([name]),
        ])
      }
    },
  )

  it('of an edition gets the first edition', async () => {
    for (const language of ['tlh', '../../etc', '__proto__', 'en\0', '']) {
      const answer = await post(portal.url, aComplaint({ language, go: 'check' }))
      expect([answer.status, valuesIn(answer.text)['language']]).toEqual([200, 'en'])
    }
  })

  it('of what to do shows the form with nothing lost and nothing called wrong', async () => {
    const answer = await post(portal.url, { name: 'Kept Name', go: 'delete' })
    expect([answer.status, wrongFieldsOn(answer.text), valuesIn(answer.text)['name']]).toEqual([
      200,
      [],
      'Kept Name',
    ])
  })
})

describe('Send without a submission id that can be one', () => {
  it.each([
    ['none', undefined],
    ['a word', 'mine'],
    ['too long', `${crypto.randomUUID()}0`],
    ['SQL', `' or true --`],
  ])('stores nothing, and shows the page to check with an id of its own: %s', async (_, submission) => {
    const before = await stored()
    const answer = await post(portal.url, {
      ...aComplaint({ go: 'send' }),
      ...(submission && { submission }),
    })
    expect([answer.status, titleOf(answer.text)]).toEqual([
      200,
      expect.stringContaining('Check your answers'),
    ])
    expect(await stored()).toBe(before)
    const again = await post(portal.url, { ...valuesIn(answer.text), go: 'send' })
    expect(await referenceAfter(portal.url, again)).toMatch(/^\w{3}-\w{3}-\w{3}$/)
  })
})

describe('a method that an address does not take', () => {
  it('changes nothing, and is told so', async () => {
    const before = await stored()
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      for (const path of ['/api/complaints', '/complain/sent/', '/complain/']) {
        const answer = await ask(portal.url + path, {
          method,
          ...(method !== 'OPTIONS' && { body: encoded(sent()) }),
        })
        expect([404, 405], `${method} ${path}`).toContain(answer.status)
      }
    expect(
      (await ask(`${portal.url}/complain/sent/`, { method: 'POST', body: encoded(sent()) })).status,
    ).toBe(404)
    expect(await stored()).toBe(before)
  })

  it('GET leads from the address of posts to the form', async () => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await ask(address, { method })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/complain/'])
    }
  })

  it('the schedule has no address of its own', async () => {
    for (const path of ['/.netlify/functions/send-mail', '/send-mail', '/api/send-mail'])
      expect((await ask(portal.url + path, { method: 'POST' })).status).toBe(404)
  })
})

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

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostFields } from '../../src/http/read-form.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { urlencoded } from './body.ts'
import { titleOf, valuesIn, wrongFieldsOn } from './page.ts'
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestBody } from '../../src/http/read-form.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { bodyOf, multipart, part, urlencoded } from './body.ts'
import { languageOf, titleOf, wordsOf } from './page.ts'
import { aComplaint, ask, encoded, sent } from './post.ts'

let portal: Portal
let address: string
beforeAll(async () => {
  portal = await startPortal()
  address = `${portal.url}/api/complaints`
})
afterAll(() => portal.stop())

const stored = async () =>
  (await portal.sql<{ count: number }>('select count(*)::int from heard.complaints'))[0]?.count

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

  it('over the limit is told so in the edition that it was posted from', async () => {
    const body = bodyOf(type, largestBody + 1, 'ur')
    for (const init of [{ body }, streamed(body)]) {
      const answer = await ask(address, { method: 'POST', headers, ...init })
      expect([answer.status, languageOf(answer.text)]).toEqual([413, 'ur'])
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
    // Answered before all of it has arrived: the connection has to outlive the answer.
    headers: { 'content-type': urlencoded, connection: 'keep-alive' },
    body: bodyOf(urlencoded, 7 * 1024 * 1024),
  })
  expect(answer.status).toBe(413)
})

describe('what does not say its edition', () => {
  const told = async (languages: string, body: Uint8Array<ArrayBuffer>, type: string) => {
    const headers = { 'content-type': type, 'accept-language': languages }
    return languageOf((await ask(address, { method: 'POST', headers, body })).text)
  }

  it.each([
    ['the first of the browser’s languages that there is', 'pl-PL,pl;q=0.9,en-GB;q=0.8', 'pl'],
    ['a later one where there is no edition in the first', 'fr-FR,fr;q=0.9,ro;q=0.8,en;q=0.7', 'ro'],
    ['English where there is none', 'fr-FR,fr;q=0.9', 'en'],
    ['English where it says nothing', '*', 'en'],
  ])('is answered in %s', async (_, languages, tag) => {
    expect(await told(languages, new TextEncoder().encode('x'), 'text/plain')).toBe(tag)
    expect(await told(languages, bodyOf(urlencoded, largestBody + 1), urlencoded)).toBe(tag)
  })

  it('is answered in its own edition where it says one, whatever the browser speaks', async () => {
    expect(await told('pl', bodyOf(urlencoded, largestBody + 1, 'en-simple'), urlencoded)).toBe('en-simple')
  })

  it('is answered in English where it says one that there is not', async () => {
    expect(await told('*', bodyOf(urlencoded, largestBody + 1, 'zz'), urlencoded)).toBe('en')
  })
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

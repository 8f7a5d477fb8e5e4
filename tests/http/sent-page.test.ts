import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seal } from '../../src/adapters/seal.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, wordsOf } from './page.ts'
import { ask, post, sent } from './post.ts'

let portal: Portal
let secret: string
let token: string
beforeAll(async () => {
  portal = await startPortal()
  secret = (JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets).heardSecret
  const { headers } = await post(portal.url, sent({ risk: 'yes' }))
  token = new URL(headers.get('location') ?? '', portal.url).searchParams.get('t') ?? ''
})
afterAll(() => portal.stop())

const open = (sealed: string) => ask(`${portal.url}/complain/sent/?t=${encodeURIComponent(sealed)}`)
const facts = {
  language: 'en',
  procedure: 'corporate',
  reference: 'MMM-MMM-MMM',
  kind: 'complaint',
  route: 'email',
  outlook: { is: 'one-date', respondBy: '2026-12-08' },
  sameAnswers: true,
  atRisk: false,
}

describe('the page after sending', () => {
  it('shows the reference, the date of the reply and how to get help, each time it is loaded', async () => {
    const pages = [await open(token), await open(token)]
    for (const { status, text } of pages) {
      expect(status).toBe(200)
      expect(wordsOf(text)).toMatch(/Your reference is \w{3}-\w{3}-\w{3}/)
      expect(wordsOf(text)).toMatch(/full reply by \w+ \d+ \w+ \d{4}/)
      expect(wordsOf(text)).toContain('01632 960130')
    }
    expect(pages[0]?.text).toBe(pages[1]?.text)
  })

  it('sends nothing when it is loaded again', async () => {
    await portal.waitForMail(({ subject }) => subject.startsWith('Someone may be at risk'))
    await portal.runSchedule('send-mail')
    const before = (await portal.mails()).length
    await open(token)
    await portal.runSchedule('send-mail')
    expect((await portal.mails()).length).toBe(before)
  })

  it('opens with or without its last slash', async () => {
    expect((await ask(`${portal.url}/complain/sent?t=${token}`)).status).toBe(200)
  })

  it('opens what this portal sealed for it', async () => {
    const { status, text } = await open(await seal(secret).close(facts, 'sent', 60))
    expect([status, wordsOf(text)]).toEqual([200, expect.stringContaining('MMM-MMM-MMM')])
  })
})

describe('the page has gone for a token that', () => {
  const other = (place: number) =>
    token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1)
  const unsigned = [{ alg: 'none' }, { ...facts, exp: 4_000_000_000 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('')
    .join('.')

  it.each<[string, () => string | Promise<string>]>([
    ['is not there', () => ''],
    ['is nonsense', () => '../../etc/passwd\0'],
    ['is cut short', () => token.slice(0, -4)],
    ['lacks its last part', () => token.slice(0, token.lastIndexOf('.'))],
    ['was changed in its header', () => other(4)],
    ['was changed in the middle', () => other(Math.floor(token.length / 2))],
    ['was changed in its tag', () => other(token.length - 6)],
    ['is signed by nobody', () => unsigned],
    ['was sealed with another secret', () => seal('x'.repeat(43)).close(facts, 'sent', 60)],
    ['was sealed for another purpose', () => seal(secret).close(facts, 'draft', 60)],
    ['is too old', () => seal(secret).close(facts, 'sent', -1)],
    ['is as long as an address can be', () => 'a.'.repeat(6000)],
  ])('%s', async (_, made) => {
    const { status, text } = await open(await made())
    expect([status, titleOf(text)]).toEqual([410, expect.stringContaining('This page has gone')])
    expect(wordsOf(text)).toContain('01632 960100')
    expect(wordsOf(text)).not.toContain('MMM-MMM-MMM')
  })
})

import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../src/adapters/keys.ts'
import { marksOf, shownNow } from '../../src/http/marks.ts'
import { whoAsks } from '../../src/http/files/who-asks.ts'
import { whoCalls } from '../../src/http/who-calls.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn } from './page.ts'
import { aComplaint, ask, encoded, post, referenceAfter, sent, type Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

/** Posts a complaint with these headers, and gives what it was marked with. */
async function marked(fields: Posted, headers: Record<string, string> = {}): Promise<string[]> {
  const answer = await ask(`${portal.url}/api/complaints`, {
    method: 'POST',
    body: encoded(fields),
    headers,
  })
  const reference = await referenceAfter(portal.url, answer)
  const rows = await portal.sql<{ mark: string }>(
    `select m.mark from heard.marks m join heard.complaints c on c.id = m.complaint_id
     where c.reference = '${reference}' order by 1`,
  )
  return rows.map(({ mark }) => mark)
}

describe('where a post came from', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['a page of ours, in a browser of today', { 'sec-fetch-site': 'same-origin' }, []],
    ['a form loaded anew', { 'sec-fetch-site': 'none' }, []],
    ['a page of ours, in an older browser', { 'sec-fetch-site': '', origin: 'null' }, []],
    ['another site', { 'sec-fetch-site': 'cross-site' }, ['origin']],
    [
      'another site, in an older browser',
      { 'sec-fetch-site': '', origin: 'https://example.org' },
      ['origin'],
    ],
    ['no browser', { 'sec-fetch-site': '' }, ['origin']],
  ])('%s', async (_, headers, marks) => {
    expect(await marked(sent(), headers)).toEqual(marks)
  })
})

describe('how long it took', () => {
  const portalKeys = keys('a secret of some length, made up')
  const id = crypto.randomUUID()
  const at = (milliseconds: number) => ({ keys: portalKeys, now: () => new Date(milliseconds) })
  const shown = shownNow(id, at(10_000))

  /** Whether a post of these fields, at a moment, is marked as too quick. */
  const isQuick = (fields: Record<string, string>, milliseconds: number, submission = id) =>
    marksOf(
      new Request('http://localhost/api/complaints', { headers: { 'sec-fetch-site': 'same-origin' } }),
      (name) => fields[name],
      submission,
      at(milliseconds),
    ).includes('quick')

  it('is the script’s word, where there is a script', () => {
    expect(isQuick({ took: '2000' }, 0)).toBe(false)
    for (const took of ['', '1999', '-1', 'NaN', '2s']) expect(isQuick({ took }, 0), took).toBe(true)
  })

  it('is otherwise the page to check’s: two seconds from when it was shown', () => {
    expect(isQuick({ shown }, 12_000)).toBe(false)
    expect(isQuick({ shown }, 11_999)).toBe(true)
    expect(isQuick({ shown }, 86_400_000)).toBe(false)
    // A clock that was put back takes nobody for a person, and turns nobody away.
    expect(isQuick({ shown }, 9000)).toBe(true)
  })

  it('is marked where nothing was shown, and where the moment is made up or another submission’s', () => {
    expect(isQuick({}, 20_000)).toBe(true)
    expect(isQuick({ shown: `1.${'a'.repeat(43)}` }, 20_000)).toBe(true)
    expect(isQuick({ shown: shown.replace('10000', '00001') }, 20_000)).toBe(true)
    expect(isQuick({ shown }, 20_000, crypto.randomUUID())).toBe(true)
  })

  it('is read from the page to check, which a person without scripts has read', async () => {
    const check = await post(portal.url, aComplaint({ go: 'check' }))
    await pause(2001)
    expect(await marked({ ...valuesIn(check.text), go: 'send' })).toEqual([])
  })

  it('is kept over a page that came back because nothing could be kept', async () => {
    const check = valuesIn((await post(portal.url, aComplaint({ go: 'check' }))).text)
    await portal.outage('database', { status: 503, count: 20 })
    await portal.outage('blobs', { status: 503, count: 20 })
    const back = await post(portal.url, { ...check, go: 'send' })
    await portal.outage('blobs', { status: 503, count: 0 })
    await portal.outage('database', { status: 503, count: 0 })
    expect([back.status, valuesIn(back.text)['shown']]).toEqual([503, check['shown']])
  })
})

describe('the field that nobody sees', () => {
  it('stands in the form, hidden from eyes, keys, screen readers and what fills forms in', async () => {
    const page = (await ask(`${portal.url}/complain/`)).text
    const [field = ''] = /<input[^>]*name="?website"?[^>]*>/.exec(page) ?? []
    expect(field).toMatch(/\bhidden\b/)
    expect(field).toMatch(/tabindex="?-1/)
    expect(field).toMatch(/autocomplete="?off/)
  })

  it('marks what fills it in, by way of the page to check too, and keeps nothing of it', async () => {
    const words = 'https://spam.example.org'
    expect(await marked(sent({ website: words }))).toEqual(['hidden-field'])
    const check = await post(portal.url, aComplaint({ go: 'check', website: words }))
    expect(titleOf(check.text)).toContain('Check your answers')
    expect(check.text).not.toContain(words)
    expect(await marked({ ...valuesIn(check.text), go: 'send', took: '60000' })).toEqual(['hidden-field'])
    for (const table of ['complaints', 'marks', 'audit_events'])
      expect(JSON.stringify(await portal.sql(`select * from heard.${table}`))).not.toContain(words)
  })

  it('left empty marks nothing', async () => {
    expect(await marked(sent({ website: '' }))).toEqual([])
  })
})

describe('who calls', () => {
  const parts = {
    keys: keys('a secret of some length, made up'),
    now: () => new Date('2026-11-22T10:00:00Z'),
  }
  const called = (address: string) => whoCalls(address, parts)

  it('is one network for all addresses that it can choose from', () => {
    expect(called('2001:db8:1:2:3:4:5:6')).toBe(called('2001:db8:1:2::9'))
    expect(called('2001:db8:1:2::9')).not.toBe(called('2001:db8:1:3::9'))
    expect(called('2001:db8::9')).toBe(called('2001:db8:0:0:1::'))
    expect(called('192.0.2.7')).not.toBe(called('192.0.2.8'))
    expect(called('::ffff:192.0.2.7')).toBe(called('192.0.2.7'))
  })

  it('is one network where files are counted, too', () => {
    const asks = (address: string) => whoAsks(address, parts)
    expect(asks('2001:db8:1:2:3:4:5:6')).toBe(asks('2001:db8:1:2::9'))
    expect(asks('2001:db8:1:2::9')).not.toBe(asks('2001:db8:1:3::9'))
    expect(asks('::ffff:192.0.2.7')).toBe(asks('192.0.2.7'))
    expect(asks('192.0.2.7')).not.toBe(called('192.0.2.7'))
  })

  it('is another hash the next day, and none says the address', () => {
    const tomorrow = whoCalls('192.0.2.7', { ...parts, now: () => new Date('2026-11-23T10:00:00Z') })
    expect(called('192.0.2.7')).not.toBe(tomorrow)
    expect(called('192.0.2.7')).toMatch(/^[\w-]{43}$/)
  })

  it.each(['', '127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'is nobody on this machine itself: “%s”',
    (address) => {
      expect(called(address)).toBeNull()
    },
  )

  it('is counted by its hash alone, and forgotten by the scheduled clean-up', async () => {
    const headers = { 'x-nf-client-connection-ip': '203.0.113.9' }
    expect(await marked(sent(), headers)).toEqual([])
    const counted = () => portal.sql<{ posts: number }>('select * from heard.callers')
    expect(await counted()).toMatchObject([{ posts: 1 }])
    expect(JSON.stringify(await counted())).not.toContain('203.0.113')
    await portal.sql(`update heard.callers set in_hour = in_hour - interval '1 hour'`)
    await portal.runSchedule('clean-up')
    expect(await counted()).toEqual([])
  })
})

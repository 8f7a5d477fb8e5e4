import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../src/adapters/keys.ts'
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
async function marksOf(fields: Posted, headers: Record<string, string> = {}): Promise<string[]> {
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
    expect(await marksOf(sent(), headers)).toEqual(marks)
  })
})

describe('how long it took', () => {
  it('is not marked where the script says that the page was open', async () => {
    expect(await marksOf(sent({ took: '2000' }))).toEqual([])
  })

  it.each(['', '1999', '-1', 'NaN', 'Infinity2', '0x'])('is marked where it says “%s”', async (took) => {
    expect(await marksOf(sent({ took }))).toEqual(['quick'])
  })

  it('is read from the page to check where no script runs, and a person who reads it is not marked', async () => {
    const check = await post(portal.url, aComplaint({ go: 'check' }))
    const fields = { ...valuesIn(check.text), go: 'send' }
    await pause(2100)
    expect(await marksOf(fields)).toEqual([])
  })

  it('is marked where the page to check is answered at once', async () => {
    const check = await post(portal.url, aComplaint({ go: 'check' }))
    expect(await marksOf({ ...valuesIn(check.text), go: 'send' })).toEqual(['quick'])
  })

  it('is marked where the moment is made up, or another submission’s', async () => {
    const { shown } = valuesIn((await post(portal.url, aComplaint({ go: 'check' }))).text)
    await pause(2100)
    expect(await marksOf(sent({ took: '', shown: shown! }))).toEqual(['quick'])
    expect(await marksOf(sent({ took: '', shown: `1.${'a'.repeat(43)}` }))).toEqual(['quick'])
  })

  it('is kept over a page that came back because the record was away', async () => {
    const check = await post(portal.url, aComplaint({ go: 'check' }))
    const fields = { ...valuesIn(check.text), go: 'send' }
    await portal.outage('database', { status: 503, count: 20 })
    const back = await post(portal.url, fields)
    await portal.outage('database', { status: 503, count: 0 })
    if (back.status !== 503) return expect(back.status).toBe(303)
    expect(valuesIn(back.text)['shown']).toBe(fields['shown' as keyof typeof fields])
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
    expect(await marksOf(sent({ website: words }))).toEqual(['hidden-field'])
    const check = await post(portal.url, aComplaint({ go: 'check', website: words }))
    expect(titleOf(check.text)).toContain('Check your answers')
    expect(check.text).not.toContain(words)
    expect(await marksOf({ ...valuesIn(check.text), go: 'send', took: '60000' })).toEqual(['hidden-field'])
    for (const table of ['complaints', 'marks', 'audit_events'])
      expect(JSON.stringify(await portal.sql(`select * from heard.${table}`))).not.toContain(words)
  })

  it('left empty marks nothing', async () => {
    expect(await marksOf(sent({ website: '' }))).toEqual([])
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
    expect(await marksOf(sent(), headers)).toEqual([])
    const counted = () => portal.sql<{ posts: number }>('select * from heard.callers')
    expect(await counted()).toMatchObject([{ posts: 1 }])
    expect(JSON.stringify(await counted())).not.toContain('203.0.113')
    await portal.sql(`update heard.callers set in_hour = in_hour - interval '1 hour'`)
    await portal.runSchedule('clean-up')
    expect(await counted()).toEqual([])
  })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeUpOfficer } from '../../src/local/sign-in.ts'
import { atWork, codeFor, postDesk, type AtWork } from '../support/desk.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { handlesOn, postFiles } from '../support/post-files.ts'
import { aComplaint, encoded, ask, sent } from './post.ts'

const byPhone = {
  'desk-channel': 'phone',
  kind: 'complaint',
  service: 'bins',
  risk: 'no',
  'for-whom': 'myself',
  'what-happened': 'Our bin was not emptied, =three weeks running.',
  outcome: 'Please empty it.',
  discrimination: 'no',
  'told-before': 'yes',
  'reply-route': 'email',
  name: 'Łukasz O’Neill',
  email: 'lukasz@example.org',
  adjustments: 'large-print',
}

describe('the desk', () => {
  let portal: Portal
  let desk: AtWork
  beforeAll(async () => {
    portal = await startPortal()
    desk = await atWork(portal)
  })
  afterAll(() => portal.stop())

  const referenceIn = (text: string) => /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/.exec(text)![0]

  it('opens with a code that was mailed, and shows what waits', () => {
    expect(desk.seen.status).toBe(200)
    expect(desk.seen.text).toContain(`Signed in as ${madeUpOfficer.name}`)
    expect(desk.seen.page.querySelector('h1')?.text).toBe('What is waiting for us')
  })

  it('answers every address alike, and mails a code to nobody who is not on the list', async () => {
    const listed = await postDesk(portal, { go: 'send-code', email: madeUpOfficer.email })
    const stranger = await postDesk(portal, { go: 'send-code', email: 'stranger@example.org' })
    expect(stranger.status).toBe(listed.status)
    expect(stranger.text).toBe(listed.text)
    await codeFor(portal)
    expect((await portal.mails()).flatMap(({ to }) => to)).not.toContain('stranger@example.org')
  })

  it('slows whoever guesses a code, and says so', async () => {
    const guess = { go: 'sign-in', email: 'guessed@example.org', code: '12345678' }
    for (let time = 0; time < 10; time += 1) expect((await postDesk(portal, guess)).status).toBe(422)
    const last = await postDesk(portal, guess)
    expect(last.status).toBe(429)
    expect(last.text).toContain('too many tries')
  })

  it('says what is missing, and keeps what was typed', async () => {
    expect((await postDesk(portal, { go: 'send-code', email: 'no address' })).text).toContain(
      'Type your email address',
    )
    expect((await postDesk(portal, { go: 'sign-in', email: 'a@example.org', code: '' })).text).toContain(
      'Type the code from the email',
    )
    const form = await desk.act('record', null, { 'what-happened': 'Words to keep' })
    expect(form.status).toBe(422)
    expect(form.page.querySelector('title')?.text).toMatch(/^Error:/)
    expect(form.page.querySelector('textarea[name=what-happened]')?.text).toContain('Words to keep')
  })

  it('records a complaint taken by phone as the site would, from the day it came, once', async () => {
    const recorded = await desk.act('record', null, byPhone)
    expect(recorded.text).toContain('The complaint is recorded')
    const reference = referenceIn(recorded.text)
    const [row] = await portal.sql<{ channel: string; events: string }>(
      `select c.channel, string_agg(e.event || ' by ' || left(e.actor, 6), ', ' order by e.id) as events
       from heard.complaints c join heard.audit_events e on e.complaint_id = c.id
       where c.reference = '${reference}' group by 1`,
    )
    expect(row!.channel).toBe('phone')
    expect(row!.events).toContain('by staff-')
    expect(row!.events).toContain('case-read by staff-')
    const letter = await portal.waitForMail(({ to }) => to.includes('lukasz@example.org'))
    expect(letter.text).toContain(reference)
  })

  it('lists it without a name, and shows the whole case with the person’s needs first', async () => {
    const lists = await desk.go('lists')
    expect(lists.text).toContain('New: nobody has it yet 1')
    const list = await desk.go('list:new:1')
    expect(list.text).not.toContain('O’Neill')
    const reference = referenceIn(list.text)
    const found = await desk.go(`case:${reference}`)
    const headings = found.page.querySelectorAll('main h2').map(({ text }) => text)
    expect(headings[0]).toBe('What they need')
    expect(found.text).toContain('Łukasz O’Neill')
    expect(found.text).toContain('Our bin was not emptied')
    expect(
      (await desk.go('find', { reference: reference.toLowerCase() })).page.querySelector('h1')?.text,
    ).toBe(reference)
    const none = await desk.go('find', { reference: '222-222-222' })
    expect([none.status, none.text.includes('No complaint has this reference')]).toEqual([422, true])
  })

  it('keeps a note for the team, once however often it is sent', async () => {
    const reference = referenceIn((await desk.go('list:new:1')).text)
    const noted = await desk.act('note', reference, { 'desk-note': 'Rang twice.\n<b>No answer</b>' })
    expect(noted.text).toContain('Your note is kept')
    expect(noted.text).toContain('<b>No answer</b>')
    const again = await desk.go(`act:note:${reference}`)
    const id = again.page.querySelector('input[name=act]')!.getAttribute('value')!
    for (let time = 0; time < 2; time += 1)
      await desk.go(`do:note:${reference}`, { act: id, 'desk-note': 'Once' })
    expect(await portal.sql(`select count(*)::int as many from heard.notes where text = 'Once'`)).toEqual([
      { many: 1 },
    ])
  })

  it('gives dates and decisions as a file for a spreadsheet, without a name', async () => {
    const today = new Date().toISOString().slice(0, 10).split('-').reverse()
    const days = (name: string) =>
      Object.fromEntries(
        ['day', 'month', 'year'].map((part, place) => [`desk-${name}-${part}`, today[place]!]),
      )
    const { answer } = await desk.act('export', null, { ...days('from'), ...days('to') })
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*cases-.*\.csv$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    expect(csv.startsWith('\uFEFFreference,kind,')).toBe(true)
    expect(csv).toContain(',phone,')
    expect(csv).not.toMatch(/O’Neill|lukasz|emptied/)
    const wrong = await desk.act('export', null, { ...days('from'), ...days('to'), 'desk-to-year': '2020' })
    expect(wrong.text).toContain('The last day must not be before the first')
  })

  it('shows a letter to print, in its own language, under the address it goes to', async () => {
    const reference = referenceIn((await desk.go('list:all-open:1')).text)
    const found = await desk.go(`case:${reference}`)
    const button = found.page
      .querySelectorAll('button[name=go]')
      .map((each) => each.getAttribute('value') ?? '')
      .find((value) => value.startsWith('letter:'))
    const letter = await desk.go(button!)
    expect(letter.page.querySelector('.desk-letter [role=article]')?.getAttribute('lang')).toBe('en')
    expect(letter.page.querySelector('address')?.text).toContain('Łukasz O’Neill')
    expect(letter.page.querySelector('.desk-letter')?.text).toContain(reference)
    expect(letter.page.querySelectorAll('main [style]')).toEqual([])
  })

  it('gives a file once it was looked through, to keep and never to run, and writes down who opened it', async () => {
    const bytes = new TextEncoder().encode('The bin was full, and the lorry drove past.')
    const checked = await postFiles(`${portal.url}/api/complaints`, aComplaint({ go: 'check' }), [
      ['a “letter”.txt', bytes],
    ])
    const files = handlesOn(checked)
    expect(files).toHaveLength(1)
    await ask(`${portal.url}/api/complaints`, { method: 'POST', body: encoded(sent({ files })) })
    const [row] = await portal.sql<{ reference: string; id: string }>(
      `select c.reference, f.id from heard.files f join heard.complaints c on c.id = f.complaint_id`,
    )
    const waiting = await desk.go(`case:${row!.reference}`)
    expect(waiting.text).toContain('Being looked through')
    expect((await desk.go(`file:${row!.id}`)).status).toBe(404)

    await portal.runSchedule('scan-files')
    // The run of each minute may have come before ours, and not be done.
    const now = async () => (await desk.go(`case:${row!.reference}`)).text
    await expect.poll(now, { timeout: 10_000 }).toContain('Open the file a “letter”.txt')
    const { answer } = await desk.go(`file:${row!.id}`)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''a%20%E2%80%9Cletter%E2%80%9D.txt`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    const [opened] = await portal.sql(
      `select left(actor, 6) as who from heard.audit_events where event = 'file-opened'`,
    )
    expect(opened).toEqual({ who: 'staff-' })
  })

  it('writes to somebody in their own language, on paper too, from right to left where it runs so', async () => {
    const recorded = await desk.act('record', null, {
      ...byPhone,
      'desk-language': 'ur',
      'reply-route': 'post',
      address: '1 Quay Street\nNorthmere',
      name: 'Zara Malik',
    })
    const reference = referenceIn(recorded.text)
    const done = await desk.act('acknowledge', reference, {
      'desk-points-ours': 'The bin was not emptied.',
      'desk-handler-name': 'Bo Quill',
      'desk-handler-role': 'Complaints Officer',
    })
    const button = done.page
      .querySelectorAll('button[name=go]')
      .map((each) => each.getAttribute('value') ?? '')
      .find((value) => value.startsWith('letter:'))
    const letter = await desk.go(button!)
    const body = letter.page.querySelector('.desk-letter [role=article]')
    expect([body?.getAttribute('lang'), body?.getAttribute('dir')]).toEqual(['ur', 'rtl'])
    expect(letter.page.querySelector('address')?.text).toBe('Zara Malik\n1 Quay Street\nNorthmere')
    expect(body?.text).toContain('The bin was not emptied.')
  })

  it('wears only the styles that each page names by their hash', async () => {
    const { page } = await desk.go('act:record')
    const styles = page.querySelectorAll('style').map((style) => style.textContent)
    const policy = page.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content')
    expect(styles.length).toBeGreaterThan(1)
    for (const style of styles)
      expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })

  it('asks whoever is on the list no more to sign in, and gives them what they wrote', async () => {
    await portal.sql(`select heard.add_staff('leaver@example.org', 'Otis Lane') as id`)
    const leaver = await atWork(portal, 'leaver@example.org')
    const reference = referenceIn((await leaver.go('list:all-open:1')).text)
    await leaver.go(`act:note:${reference}`)
    await portal.sql(`select heard.remove_staff('leaver@example.org') as gone`)
    const over = await leaver.go(`do:note:${reference}`, {
      act: '00000000-0000-4000-8000-000000000000',
      'desk-note': 'Long words of mine',
    })
    expect(over.status).toBe(401)
    expect(over.page.querySelector('textarea')?.text).toContain('Long words of mine')
    expect(over.text).not.toContain('O’Neill')
  })

  it.each([
    ['no session', ''],
    ['one that nobody sealed', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..aaaa.bbbb.cccc'],
  ])('shows nothing with %s', async (_, session) => {
    const answer = await postDesk(portal, { session, go: 'list:new:1' })
    expect(answer.status).toBe(401)
    expect(answer.session).toBe('')
  })

  it('ends on every page with signing out', async () => {
    const other = await atWork(portal)
    const old = other.seen.session
    expect((await other.go('sign-out')).text).toContain('You have signed out')
    expect((await postDesk(portal, { session: old, go: 'lists' })).status).toBe(401)
  })

  it('sets no cookie, holds no session in an address, and logs nothing of a case', async () => {
    expect((await desk.go('lists')).answer.headers.get('set-cookie')).toBeNull()
    const address = await fetch(`${portal.url}/api/desk?session=x`, { redirect: 'manual' })
    expect([address.status, address.headers.get('location')]).toEqual([303, '/desk/'])
    expect(portal.log()).not.toMatch(/O’Neill|lukasz|emptied|Rang twice|stranger/)
  })
})

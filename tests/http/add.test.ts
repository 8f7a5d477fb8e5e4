import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptId } from '../../src/http/kept-id.ts'
import { aReference } from '../database/a-submission.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { afterwards, complained, grantOn, opened, postTo, sendTo } from './followed.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import type { Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const more: Posted = { 'addition-kind': 'more', 'addition-text': 'It happened again on Friday.' }
const add = (fields: Posted, submission?: string) => sendTo(portal, '/api/additions', fields, submission)
const kept = () =>
  portal.sql<{ verified: boolean; reference: string | null; kind: string; text: string }>(
    `select a.verified, c.reference, a.kind, a.answers ->> 'addition-text' as text
     from heard.additions a left join heard.complaints c on c.id = a.complaint_id
     order by a.received_at desc, a.id limit 1`,
  )
const person = async (reference: string) =>
  (
    await portal.sql<Record<string, unknown>>(
      `select p.* from heard.people p join heard.complaints c on c.id = p.complaint_id where c.reference = '${reference}'`,
    )
  )[0]!

describe('adding from the complaint’s own page', () => {
  it('asks for no reference and no code, and carries the grant to the end', async () => {
    const complaint = await complained(portal)
    const grant = grantOn(await opened(portal, complaint))
    const form = await postTo(portal, '/api/additions', { grant })
    expect([form.status, titleOf(form.text)]).toEqual([200, expect.stringMatching(/^Add to your complaint/)])
    expect(Object.keys(valuesIn(form.text))).not.toEqual(expect.arrayContaining(['reference']))
    const check = await postTo(portal, '/api/additions', { grant, ...more, go: 'check' })
    expect(wordsOf(check.text)).toContain('It happened again on Friday.')
    const page = await afterwards(
      portal,
      await postTo(portal, '/api/additions', { ...valuesIn(check.text), go: 'send' }),
    )
    expect(titleOf(page.text)).toMatch(/^We have what you sent/)
    expect(page.text).toContain('/follow/open/?t=')
    expect(await kept()).toMatchObject([
      { verified: true, reference: complaint.reference, kind: 'more', text: 'It happened again on Friday.' },
    ])
    const [mail, team] = await Promise.all([
      portal.waitForMail(({ subject }) => subject === `We have what you sent: ${complaint.reference}`),
      portal.waitForMail(({ subject }) => subject === `Something was added to ${complaint.reference}`),
    ])
    expect(mail.text).not.toContain('Friday')
    expect(team.text).toContain('It happened again on Friday.')
  })

  it('changes how they are reached, writes to the new address, and tells the old one', async () => {
    const complaint = await complained(portal)
    const grant = grantOn(await opened(portal, complaint))
    const changed = {
      'addition-kind': 'contact',
      'reply-route': 'email',
      email: 'new@example.org',
      'known-by': 'zofia nowak',
    }
    await afterwards(portal, await add({ grant, ...changed }))
    expect(await person(complaint.reference)).toMatchObject({ email: 'new@example.org', name: 'Zofia Nowak' })
    const old = await portal.waitForMail(({ subject }) =>
      subject.startsWith('Your contact details have changed'),
    )
    expect(old.to).toEqual(['zofia@example.org'])
    expect(old.text).not.toMatch(/new@example|Zofia/)
    const mail = await portal.waitForMail(({ to }) => to.includes('new@example.org'))
    expect(mail.subject).toBe(`We have what you sent: ${complaint.reference}`)
  })

  it('changes nothing for who has the link or the code and does not know whose it is', async () => {
    const complaint = await complained(portal)
    const grant = grantOn(await opened(portal, complaint))
    const thief = { 'addition-kind': 'contact', 'reply-route': 'email', email: 'thief@example.org' }
    const { reference, code } = complaint
    for (const [by, known] of [
      [{ grant }, {}],
      [{ grant }, { 'known-by': 'Somebody Else' }],
      [{ reference, code }, {}],
      [{ reference, code }, { 'known-by': 'NM1 1AA' }],
    ]) {
      const form = await add({ ...by, ...thief, ...known })
      expect([form.status, wrongFieldsOn(form.text)]).toEqual([422, ['known-by']])
      expect(valuesIn(form.text)).toMatchObject({ email: 'thief@example.org' })
    }
    expect(await person(reference)).toMatchObject({ email: 'zofia@example.org' })
    const [row] = await portal.sql(
      `select count(*)::int from heard.additions a join heard.complaints c on c.id = a.complaint_id
       where c.reference = '${reference}'`,
    )
    expect(row).toEqual({ count: 0 })
  })

  it('keeps every word when the page was open too long, and asks for the reference after all', async () => {
    const form = await add({ grant: 'too-old', ...more })
    expect([form.status, wrongFieldsOn(form.text)]).toEqual([422, ['reference']])
    expect(valuesIn(form.text)).toMatchObject({ ...more, reference: '', code: '' })
    expect(wordsOf(form.text)).toContain('What you wrote is all still here.')
    expect(valuesIn(form.text)).not.toHaveProperty('grant')
  })
})

describe('adding by reference', () => {
  it('and code goes to the complaint, and neither is kept among the answers', async () => {
    const { reference, code } = await complained(portal)
    const page = await afterwards(portal, await add({ reference, code, ...more }))
    expect(wordsOf(page.text)).toContain('It is with your complaint now.')
    expect(await kept()).toMatchObject([{ verified: true, reference }])
    const [row] = await portal.sql(
      `select answers::text || transcript::text as held from heard.additions order by received_at desc limit 1`,
    )
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${code}|${reference}`))
  })

  it('and a wrong code comes back with every word, to be put right or left out', async () => {
    const { reference } = await complained(portal)
    const before = await kept()
    const form = await add({ reference, code: '7KM2-RX9T-CCFH', ...more })
    expect([form.status, wrongFieldsOn(form.text)]).toEqual([422, ['code']])
    expect(valuesIn(form.text)).toMatchObject(more)
    expect(await kept()).toEqual(before)
    const unreadable = await add({ reference: 'bins', code: 'none', ...more })
    expect(wrongFieldsOn(unreadable.text)).toEqual(['reference', 'code'])
  })

  it('alone is taken for the team to match, and its letter repeats nothing private', async () => {
    const { reference } = await complained(portal)
    const sender = { 'sender-name': 'Zofia Nowak', 'sender-email': 'typed@example.org' }
    const page = await afterwards(portal, await add({ reference, ...sender, ...more }))
    expect(wordsOf(page.text)).toContain('we look for your complaint ourselves')
    expect(page.text).not.toMatch(new RegExp(`${reference}|Zofia|Friday|/follow/open/`))
    expect(await kept()).toMatchObject([{ verified: false, reference: null }])
    const mail = await portal.waitForMail(({ to }) => to.includes('typed@example.org'))
    expect(mail.subject + mail.text).not.toMatch(new RegExp(`${reference}|Zofia|Friday|Bins|/follow/open/`))
    const team = await portal.waitForMail(({ subject }) => subject.startsWith('An addition without a code'))
    expect(team.text).toContain(reference)
    expect(team.text).toContain('Nobody has shown that this is from the person who complained.')
  })

  it('alone changes nothing of the record', async () => {
    const { reference } = await complained(portal)
    const changed = { 'addition-kind': 'contact', 'reply-route': 'email', email: 'thief@example.org' }
    await afterwards(portal, await add({ reference, ...changed }))
    expect(await person(reference)).toMatchObject({ email: 'zofia@example.org' })
  })

  it('sent twice is one addition', async () => {
    const { reference, code } = await complained(portal)
    const id = crypto.randomUUID()
    await add({ reference, code, ...more }, id)
    const again = await afterwards(
      portal,
      await add({ reference, code, ...more, 'addition-text': 'Other.' }, id),
    )
    expect(wordsOf(again.text)).toContain('had already reached us')
    const [row] = await portal.sql(
      `select count(*)::int from heard.additions where submission_id = '${keptId(id)}'`,
    )
    expect(row).toEqual({ count: 1 })
  })

  it('keeps every word while the database is away (503), and takes it afterwards once', async () => {
    const id = crypto.randomUUID()
    await portal.outage('database', { status: 500, count: 1 })
    const away = await add({ reference: aReference(), ...more }, id)
    expect(away.status).toBe(503)
    expect(valuesIn(away.text)).toMatchObject({ ...more, submission: id })
    await afterwards(portal, await postTo(portal, '/api/additions', { ...valuesIn(away.text), go: 'send' }))
  })
})

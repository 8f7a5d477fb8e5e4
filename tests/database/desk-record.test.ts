import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { addStaff } from './a-member-of-staff.ts'
import { aSubmission, refusalOf, sizeOfRecord, type Submission } from './a-submission.ts'
import { act, inDays } from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

type Json = Record<string, unknown>

/** A complaint that was spoken yesterday, written down today. */
async function spoken(db: Database, change: (it: Submission) => void = () => {}, given: Json = {}) {
  const id = randomUUID()
  const submission = aSubmission((it) => {
    it.submission_id = id
    it['channel'] = 'phone'
    it['received_at'] = new Date().toISOString()
    it.stage = { id: 'stage-1' }
    it.messages = [{ template: 'acknowledgement', recipient: 'complainant' }]
    change(it)
  })
  return { id, submission, received_on: await inDays(db, -1), ...given }
}

onEveryDatabase('a complaint that the team writes down', (db) => {
  let staff: string
  beforeAll(async () => {
    staff = await addStaff(db())
  })

  const kept = async (id: string) => {
    const [row] = await db().query<Json>(
      `select c.reference, c.channel, to_char(c.received_on, 'YYYY-MM-DD') as received,
         to_char(s.requested_on, 'YYYY-MM-DD') as asked, p.name, c.summary
       from heard.complaints c join heard.stages s on s.complaint_id = c.id join heard.people p on p.complaint_id = c.id
       where c.id = (select complaint_id from heard.desk_acts where id = $1)`,
      [id],
    )
    return row
  }
  const letters = (id: string) =>
    db().query(
      `select m.template, m.last_failure from heard.outgoing_messages m
       where m.complaint_id = (select complaint_id from heard.desk_acts where id = $1)`,
      [id],
    )

  it('is kept as one from the site is, with its own channel, from the day it came', async () => {
    const given = await spoken(db())
    const done = await act(db(), 'record', given)
    const yesterday = await inDays(db(), -1)
    expect(await kept(given.id)).toEqual({
      reference: done['reference'],
      channel: 'phone',
      received: yesterday,
      asked: yesterday,
      name: 'Łukasz O’Neill',
      summary: 'Our bin was not emptied three weeks running.',
    })
    expect(await letters(given.id)).toEqual([{ template: 'acknowledgement', last_failure: null }])
    const events = await db().query(
      `select event, actor from heard.audit_events e join heard.desk_acts d on d.complaint_id = e.complaint_id
       where d.id = $1 and e.event = 'desk-record'`,
      [given.id],
    )
    expect(events).toEqual([{ event: 'desk-record', actor: `staff-${staff}` }])
  })

  it('sent twice is one, and answered alike', async () => {
    const given = await spoken(db())
    const first = await act(db(), 'record', given)
    const before = await sizeOfRecord(db())
    expect(await act(db(), 'record', given)).toEqual(first)
    expect(await sizeOfRecord(db())).toEqual(before)
  })

  it('has its letter on paper for who did not choose email', async () => {
    const given = await spoken(db(), (it) =>
      Object.assign(it.record.person, { reply_route: 'post', postal_address: '1 Quay Street' }),
    )
    await act(db(), 'record', given)
    expect(await letters(given.id)).toEqual([{ template: 'acknowledgement', last_failure: 'to-print' }])
  })

  it.each([
    ['a day to come', { received_on: '2099-01-01' }, 'out-of-range'],
    ['no day', { received_on: null }, 'missing'],
    ['the site’s own channel', { channel: 'web' }, 'out-of-range'],
    ['another id than its submission’s', { submission_id: randomUUID() }, 'wrong-type'],
    ['a key that nobody asks for', { mood: 'cross' }, 'unknown-key'],
    ['no words', { summary: '' }, 'act-refused'],
  ])('is refused with %s, and nothing is kept', async (_, change: Json, message) => {
    const given = await spoken(
      db(),
      (it) => {
        const { received_on, summary, ...rest } = change
        if (summary !== undefined) it.record.complaint['summary'] = summary
        Object.assign(it, rest)
        void received_on
      },
      'received_on' in change ? { received_on: change['received_on'] } : {},
    )
    const before = await sizeOfRecord(db())
    expect(await refusalOf(act(db(), 'record', given))).toMatchObject({ code: 'PT400', message })
    expect(await sizeOfRecord(db())).toEqual(before)
  })
})

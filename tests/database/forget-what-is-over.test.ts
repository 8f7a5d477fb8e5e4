import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { aMarkedComplaint, insert, keepAddition, marked, rowsWith } from './a-marked-complaint.ts'
import { refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const months = {
  complaints: 72,
  procedures: { housing: 24 },
  files: 72,
  requests: 24,
  feedback: 24,
  surveys: 36,
  equality: 36,
  audit: 96,
}
type Counts = Record<string, unknown>

const forget = async (db: Database, asked: object = {}): Promise<Counts> => {
  const [row] = await db.as<{ counts: Counts }>('keeper', 'select api.forget_what_is_over($1) as counts', [
    JSON.stringify({ months, telling: false, most: 100, ...asked }),
  ])
  return row!.counts
}
const tell = (db: Database, asked: object = {}) => forget(db, { telling: true, ...asked })

const nothing = {
  complaints: {},
  requests: 0,
  feedback: 0,
  files: 0,
  additions: 0,
  surveys: 0,
  equality: 0,
  drafts: 0,
  counters: 0,
  hooks: 0,
  groups: 0,
  audit: 0,
  acts: 0,
  staff: 0,
  held: 0,
  never_closed: 0,
  more: false,
}
const anonymous = async (db: Database, id: string) =>
  (await db.query('select anonymised_at from heard.complaints where id = $1', [id]))[0]!['anonymised_at'] !==
  null

/** Years and days before today, in London, as a day. */
const ago = async (db: Database, years: number, days = 0): Promise<string> => {
  const [row] = await db.query<{ day: string }>(
    `select to_char((now() at time zone 'Europe/London')::date - make_interval(years => $1) + make_interval(days => $2), 'YYYY-MM-DD') as day`,
    [years, -days],
  )
  return row!.day
}

onEveryDatabase('what is past its time', (db, { parallel }) => {
  beforeEach(async () => {
    for (const table of ['complaints', 'additions', 'survey_answers', 'equality_answers', 'drafts', 'groups'])
      await db().query(`delete from heard.${table}`)
    for (const table of [
      'wrong_codes',
      'wrong_draft_codes',
      'file_starts',
      'sign_in_tries',
      'ended_sessions',
      'staff',
    ])
      await db().query(`delete from heard.${table}`)
    await db().query(`delete from heard.audit_events where happened_at < now() - interval '3 years'`)
  })

  it('is told by a dry run, which changes nothing, and then goes', async () => {
    await aMarkedComplaint(db(), await ago(db(), 6, 1))
    await aMarkedComplaint(db(), await ago(db(), 2, 1), { procedure: 'housing' })
    await keepAddition(db(), null)
    const before = await rowsWith(db(), [marked])
    const told = await tell(db())
    expect(told).toEqual({ ...nothing, complaints: { corporate: 1, housing: 1 }, files: 2, additions: 1 })
    expect(await rowsWith(db(), [marked])).toEqual(before)
    expect(await forget(db())).toEqual(told)
    expect(await rowsWith(db(), [marked])).toEqual([])
    expect(await forget(db())).toEqual(nothing)
  })

  it('is counted from closing, and the last day counts', async () => {
    const { id } = await aMarkedComplaint(db(), await ago(db(), 6))
    const open = await aMarkedComplaint(db(), null)
    expect(await forget(db())).toEqual({ ...nothing, never_closed: 1 })
    expect([await anonymous(db(), id), await anonymous(db(), open.id)]).toEqual([false, false])
  })

  it('is, for what is no complaint, counted from when it came, closed or not', async () => {
    const comment = { kind: 'comment', procedure: null }
    const received_on = await ago(db(), 2, 1)
    const old = { received_on, received_at: `${received_on}T12:00:00Z` }
    await aMarkedComplaint(db(), null, { ...comment, ...old })
    await aMarkedComplaint(db(), null, { ...comment, ...old, kind: 'service-request' })
    await aMarkedComplaint(db(), null, {
      ...comment,
      received_on: await ago(db(), 1),
      received_at: `${await ago(db(), 1)}T12:00:00Z`,
    })
    expect(await forget(db())).toEqual({ ...nothing, feedback: 1, requests: 1 })
    expect(await forget(db())).toEqual(nothing)
  })

  it('stays while it is held, and is counted apart', async () => {
    const { id } = await aMarkedComplaint(db())
    await insert(db(), 'holds', {
      id: randomUUID(),
      complaint_id: id,
      reason: 'A court may ask for it.',
      set_at: '2020-02-01T12:00:00Z',
      set_by: 'staff-x',
    })
    expect(await forget(db())).toEqual({ ...nothing, held: 1 })
    expect(await anonymous(db(), id)).toBe(false)
    await db().query(
      `update heard.holds set lifted_at = now(), lifted_reason = 'It is settled.', lifted_by = 'staff-x'`,
    )
    expect(await forget(db())).toMatchObject({ complaints: { corporate: 1 }, held: 0 })
    expect(await anonymous(db(), id)).toBe(true)
  })

  it('goes file by file where files go sooner than their complaint', async () => {
    const { id } = await aMarkedComplaint(db(), await ago(db(), 3))
    expect(await forget(db(), { months: { ...months, files: 24 } })).toEqual({ ...nothing, files: 2 })
    expect(await db().query('select from heard.files')).toEqual([])
    expect(await anonymous(db(), id)).toBe(false)
  })

  it('goes from what belongs to no complaint too', async () => {
    const id = () => randomBytes(32).toString('base64url')
    for (const kept_in of ['2020-01-01', (await ago(db(), 1)).replace(/\d\d$/, '01')]) {
      await insert(db(), 'survey_answers', { id: id(), kept_in, easier: marked })
      await insert(db(), 'equality_answers', { id: randomUUID(), kept_in, answers: {} })
    }
    for (const hour of ['2026-01-01T10:00:00Z', new Date().toISOString()]) {
      await insert(db(), 'wrong_codes', { reference: '7KM-2RX-9TC', in_hour: hour, tries: 1 })
      await insert(db(), 'wrong_draft_codes', { place: '0a1b', in_hour: hour, tries: 1 })
      await insert(db(), 'file_starts', { who: id(), in_hour: hour, files: 1, bytes: 1 })
      await insert(db(), 'sign_in_tries', { who: id(), in_hour: hour, tries: 1 })
      await insert(db(), 'ended_sessions', { id: randomUUID(), ended_at: hour })
    }
    await insert(db(), 'groups', { id: randomUUID(), about: marked, begun_at: '2020-01-01T10:00:00Z' })
    await db().query(
      `insert into heard.drafts (finder_hash, sealed, journey, edition, saved_at, kept_until)
       values (repeat('0', 64), decode(repeat('00', 16384 + 28), 'hex'), 'complaint', 'en', now() - interval '9 days', now() - interval '1 day')`,
    )
    await insert(db(), 'staff', {
      id: randomUUID(),
      email: 'gone@example.org',
      name: marked,
      added_at: '2010-01-01T10:00:00Z',
      removed_at: '2011-01-01T10:00:00Z',
    })
    expect(await forget(db())).toEqual({
      ...nothing,
      surveys: 1,
      equality: 1,
      counters: 5,
      groups: 1,
      drafts: 1,
      staff: 1,
    })
    const left = async (table: string) => (await db().query(`select from heard.${table}`)).length
    expect(
      await Promise.all(['survey_answers', 'equality_answers', 'wrong_codes', 'groups', 'staff'].map(left)),
    ).toEqual([1, 1, 1, 0, 0])
  })

  it('goes from the audit after years, and not while the record it tells of is whole', async () => {
    const open = await aMarkedComplaint(db(), null)
    const event = (complaint_id: string, happened_at: string) =>
      db().query(
        `insert into heard.audit_events (happened_at, complaint_id, event, actor) values ($2, $1, 'something', 'portal')`,
        [complaint_id, happened_at],
      )
    await event(open.id, '2010-01-01T10:00:00Z')
    await event(randomUUID(), '2010-01-01T10:00:00Z')
    expect(await forget(db())).toMatchObject({ audit: 1 })
    expect(await db().query(`select complaint_id from heard.audit_events where event = 'something'`)).toEqual(
      [{ complaint_id: open.id }],
    )
    await event(open.id, new Date().toISOString())
    expect(
      await refusalOf(db().query(`delete from heard.audit_events where event = 'something'`)),
    ).toMatchObject({ message: 'audit-is-append-only' })
  })

  it('goes in steps, and says whether there is more', async () => {
    for (let many = 0; many < 5; many += 1) await aMarkedComplaint(db())
    expect(await forget(db(), { most: 2 })).toMatchObject({ complaints: { corporate: 5 }, more: true })
    expect(await forget(db(), { most: 2 })).toMatchObject({ complaints: { corporate: 3 }, more: true })
    expect(await forget(db(), { most: 2 })).toMatchObject({ complaints: { corporate: 1 }, more: false })
  })

  it.runIf(parallel)('is taken out once by two at work at the same time', async () => {
    for (let many = 0; many < 6; many += 1) await aMarkedComplaint(db())
    await Promise.all([forget(db()), forget(db())])
    const events = await db().query<{ many: number }>(
      `select count(*)::int as many from heard.audit_events e join heard.complaints c on c.id = e.complaint_id where event = 'complaint-anonymised'`,
    )
    expect(events).toEqual([{ many: 6 }])
  })

  it('can be told of before its time, and never taken out before it', async () => {
    await aMarkedComplaint(db(), await ago(db(), 1))
    const moment = `${await ago(db(), -6)}T12:00:00Z`
    expect(await tell(db(), { moment })).toMatchObject({ complaints: { corporate: 1 } })
    expect(await refusalOf(forget(db(), { moment }))).toMatchObject({
      code: 'PT400',
      message: 'out-of-range',
    })
  })

  it.each([
    ['a period under a year', { months: { ...months, complaints: 11 } }],
    ['a procedure’s period under a year', { months: { ...months, procedures: { housing: 0 } } }],
    ['an audit that goes within two years', { months: { ...months, audit: 23 } }],
    ['a period that is missing', { months: { ...months, feedback: undefined } }],
    ['too big a step', { most: 1001 }],
    ['a key that nobody asked for', { everything: true }],
  ])('is not taken out by %s', async (_, asked) => {
    await aMarkedComplaint(db())
    const before = await rowsWith(db(), [marked])
    expect(await refusalOf(forget(db(), asked))).toMatchObject({ code: 'PT400' })
    expect(await rowsWith(db(), [marked])).toEqual(before)
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { DueHook } from '../../src/complaints/hooks/ports.ts'
import type { Database } from '../support/databases.ts'
import { addStaff } from './a-member-of-staff.ts'
import { aFollowedComplaint, anAddition, call } from './a-followed-complaint.ts'
import { aMarkedComplaint, keepAddition, marked } from './a-marked-complaint.ts'
import { aSubmission, refusalOf, submit } from './a-submission.ts'
import { act } from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** What the record gives, of which the site needs all but the first try. */
type Claimed = DueHook & { readonly first_tried_at: string }

const claim = async (db: Database, most = 100, seconds = 60): Promise<Claimed[]> =>
  (await db.as<{ hook: Claimed }>('mailer', 'select api.claim_hooks($1, $2) as hook', [most, seconds])).map(
    ({ hook }) => hook,
  )
const events = async (db: Database) => (await claim(db)).map(({ event }) => event)
const told = (db: Database, id: string) => db.as('mailer', 'select api.record_hook_told($1)', [id])
const failed = (db: Database, id: string, wait = 0) =>
  db.as('mailer', `select api.record_hook_failed($1, 'http-500', $2)`, [id, wait])

onEveryDatabase('the council’s case system', (db, { parallel }) => {
  beforeAll(() => addStaff(db()))
  beforeEach(async () => {
    await db().query('delete from heard.outgoing_hooks')
    await db().query('insert into heard.case_system (asking) values (true) on conflict do nothing')
  })

  it('is told of nothing until it asks, nor once it has not asked for a month', async () => {
    for (const change of [
      'delete from heard.case_system',
      `insert into heard.case_system values (true, now() - interval '31 days')`,
    ]) {
      await db().query(change)
      await submit(db(), aSubmission())
      expect(await db().query('select from heard.outgoing_hooks')).toEqual([])
    }
    await claim(db())
    await submit(db(), aSubmission())
    expect(await events(db())).toEqual(['complaint.received'])
  })

  it('is told of a complaint in the transaction that keeps it, once, by what counts it alone', async () => {
    const submission = aSubmission()
    const { reference } = await submit(db(), submission)
    await submit(db(), submission)
    const due = await claim(db())
    expect(due).toEqual([
      {
        id: expect.any(String),
        event: 'complaint.received',
        happened_at: expect.any(String),
        attempts: 1,
        first_tried_at: expect.any(String),
        reference,
        kind: 'complaint',
        service: 'bins',
        procedure: 'corporate',
        received_on: '2026-11-20',
        closed_on: null,
      },
    ])
  })

  it('is not told of what the site sends itself to see that it works', async () => {
    const { id } = await aMarkedComplaint(db(), null, { channel: 'try-out' })
    expect(await events(db())).toEqual([])
    await db().query('delete from heard.complaints where id = $1', [id])
  })

  it('is told of what comes after', async () => {
    const { id, byLink } = await aFollowedComplaint(db())
    await call(db(), 'keep_addition', anAddition(byLink))
    await db().query(
      `insert into heard.withdrawals (complaint_id, withdrawn_at, withdrawn_on, take_up_by) values ($1, now(), current_date, current_date + 9)`,
      [id],
    )
    await db().query(
      'update heard.withdrawals set taken_up_at = now(), taken_up_on = current_date where complaint_id = $1',
      [id],
    )
    await db().query('update heard.complaints set closed_at = now() where id = $1', [id])
    expect(await events(db())).toEqual([
      'complaint.received',
      'addition.received',
      'complaint.withdrawn',
      'complaint.taken-up',
      'complaint.closed',
    ])
  })

  it('is told of consent that is answered and taken back, and of what is matched later', async () => {
    const { id } = await aMarkedComplaint(db(), null)
    await db().query('delete from heard.outgoing_hooks')
    await db().query(
      'update heard.consents set claimed_at = now(), answered_at = now() where complaint_id = $1',
      [id],
    )
    await db().query(
      `update heard.consents set withdrawn_at = now(), withdrawn_by = 'paper' where complaint_id = $1`,
      [id],
    )
    const addition = await keepAddition(db(), null)
    expect(await events(db())).toEqual(['consent.answered', 'consent.withdrawn'])
    await db().query('update heard.additions set complaint_id = $2 where id = $1', [addition, id])
    expect(await events(db())).toEqual(['addition.received'])
  })

  it('is told what was erased by the reference it knows, which is then forgotten', async () => {
    const { reference } = await aMarkedComplaint(db())
    await claim(db())
    await act(db(), 'erase', { reference })
    const due = await claim(db())
    expect(due).toMatchObject([{ event: 'complaint.erased', reference, kind: null, received_on: null }])
    await told(db(), due[0]!.id)
    await db().query(`update heard.outgoing_hooks set told_at = now() - interval '31 days'`)
    const months = {
      complaints: 72,
      procedures: {},
      files: 72,
      requests: 24,
      feedback: 24,
      surveys: 24,
      equality: 24,
      audit: 96,
    }
    await db().as('keeper', 'select api.forget_what_is_over($1)', [
      JSON.stringify({ months, telling: false }),
    ])
    expect(
      await db().query('select from heard.outgoing_hooks where erased_reference = $1', [reference]),
    ).toEqual([])
  })

  it('gets an event under the same id until it takes it, and not after', async () => {
    await submit(db(), aSubmission())
    const [first] = await claim(db())
    expect(await claim(db())).toEqual([])
    await failed(db(), first!.id)
    const [again] = await claim(db())
    expect(again).toMatchObject({ id: first!.id, attempts: 2, first_tried_at: first!.first_tried_at })
    // The sender died before it could say so: its lease runs out.
    await db().query(`update heard.outgoing_hooks set leased_until = now() - interval '1 second'`)
    const [third] = await claim(db())
    expect(third).toMatchObject({ id: first!.id, attempts: 3 })
    await told(db(), first!.id)
    await failed(db(), first!.id)
    await db().query(`update heard.outgoing_hooks set leased_until = null, not_before = now()`)
    expect(await claim(db())).toEqual([])
  })

  it('that takes nothing for 72 hours becomes a task for the team, by the record’s own clock', async () => {
    const { reference } = await submit(db(), aSubmission())
    const [due] = await claim(db())
    await failed(db(), due!.id, 3600)
    const [again] = await db().query<{ wait: number }>(
      `select extract(epoch from not_before - now())::int as wait from heard.outgoing_hooks where given_up_at is null`,
    )
    expect(again!.wait).toBeGreaterThan(3500)
    await db().query(`update heard.outgoing_hooks set first_tried_at = now() - interval '71 hours 1 minute'`)
    await failed(db(), due!.id, 3600)
    await db().query(`update heard.outgoing_hooks set leased_until = null`)
    expect(await claim(db())).toEqual([])
    const tasks = await db().query(
      `select t.kind from heard.team_tasks t join heard.complaints c on c.id = t.complaint_id where c.reference = $1`,
      [reference],
    )
    expect(tasks).toEqual([{ kind: 'case-system-not-told' }])
  })

  it('is not told of what looks like nobody’s, until the team says that it is somebody’s', async () => {
    const { reference } = await submit(db(), aSubmission())
    await act(db(), 'junk', { reference, junk: true })
    expect(await claim(db())).toEqual([])
    await act(db(), 'junk', { reference, junk: false })
    expect(await claim(db())).toHaveLength(1)
  })

  it.runIf(parallel)('is told each event by one of two senders at work at once', async () => {
    for (let many = 0; many < 20; many += 1) await submit(db(), aSubmission())
    const both = (await Promise.all([claim(db(), 15), claim(db(), 15)])).flat()
    expect(new Set(both.map(({ id }) => id)).size).toBe(20)
    expect(both).toHaveLength(20)
  })

  it('fetches a case with its own token, whole and written down, and nothing else', async () => {
    const { id, reference } = await aMarkedComplaint(db(), null)
    const fetch = async (which: string) =>
      (
        await db().as<{ whole: unknown }>('case_system', 'select api.case_for_system($1) as whole', [which])
      )[0]!.whole
    const text = JSON.stringify(await fetch(reference))
    expect(text).toContain(`${marked} Amara`)
    expect(text).toContain(`${marked} Idris`)
    expect(
      await db().query(
        `select actor from heard.audit_events where event = 'case-fetched' and complaint_id = $1`,
        [id],
      ),
    ).toEqual([{ actor: 'case-system' }])
    expect(await fetch('222-222-222')).toBeNull()
    await db().query(`select heard.anonymise($1, 'asked', 'x')`, [id])
    expect(await fetch(reference)).toBeNull()
    await db().query('delete from heard.complaints')
  })

  it.each([
    ['select api.claim_hooks(0, 60)', 'out-of-range'],
    ['select api.claim_hooks(1, 0)', 'out-of-range'],
    [`select api.record_hook_failed('${randomUUID()}', 'What they wrote', 0)`, 'wrong-type'],
    [`select api.record_hook_failed('${randomUUID()}', 'http-500', null)`, 'out-of-range'],
    [`select api.record_hook_failed('${randomUUID()}', 'http-500', 86401)`, 'out-of-range'],
  ])('is not asked for by %s', async (sql, message) => {
    expect(await refusalOf(db().as('mailer', sql))).toMatchObject({ code: 'PT400', message })
  })
})

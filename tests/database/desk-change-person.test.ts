import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { addStaff } from './a-member-of-staff.ts'
import { refusalOf } from './a-submission.ts'
import { aFollowedComplaint, anAddition, call, type FollowedComplaint } from './a-followed-complaint.ts'
import { aMarkedComplaint } from './a-marked-complaint.ts'
import { aComplaint, act, wholeOf } from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

type Json = Record<string, unknown>

/** What the team writes down of a change, by the id of its act. */
const aChange = (id: string, change: Json = {}): Json => ({
  submission_id: id,
  given: null,
  kind: 'contact',
  person: { reply_route: 'email', email: 'new@example.org' },
  language: 'en',
  form_version: 'desk-change-person-1',
  received_at: '2026-11-21T09:30:00Z',
  answers: {},
  transcript: [],
  ...change,
})

const change = (db: Database, reference: string, told: Json = {}, role = 'complainant', id = randomUUID()) =>
  act(db, 'change_person', { id, reference, role, addition: aChange(id, told) })

const lettersOf = (db: Database, reference: string) =>
  db.query(
    `select m.template, m.recipient, m.last_failure, m.addition_id is not null as about_it from heard.outgoing_messages m
     join heard.complaints c on c.id = m.complaint_id
     where c.reference = $1 and m.template in ('addition-received', 'contact-changed') order by 1, 2`,
    [reference],
  )

/** The first letters of a complaint: whether each waits to be sent, and whether the team has to see to it. */
const acknowledgements = (db: Database, reference: string) =>
  db.query<{ id: string; waits: boolean; task: boolean }>(
    `select m.id, m.sent_at is null and m.failed_at is null as waits,
       exists (select from heard.team_tasks t where t.message_id = m.id and t.settled_at is null) as task
     from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
     where c.reference = $1 and m.template = 'acknowledgement'`,
    [reference],
  )

const personOf = async (db: Database, reference: string) =>
  (
    await db.query(
      `select p.email, p.reply_route, p.adjustments from heard.people p join heard.complaints c on c.id = p.complaint_id
       where c.reference = $1 and p.role = 'complainant'`,
      [reference],
    )
  )[0]

onEveryDatabase('a change that the team makes for somebody', (db) => {
  beforeAll(() => addStaff(db()))

  it('is made once, kept with what was there before, and told to the new address and the old', async () => {
    const reference = await aComplaint(db())
    const id = randomUUID()
    const done = await change(db(), reference, {}, 'complainant', id)
    expect(done).toEqual({
      reference,
      role: 'complainant',
      kind: 'contact',
      addition: expect.any(String),
    })
    expect(await change(db(), reference, {}, 'complainant', id)).toEqual(done)
    expect(await personOf(db(), reference)).toMatchObject({ email: 'new@example.org', reply_route: 'email' })
    const kept = await db().query(
      `select a.verified, a.kind, a.changed_from ->> 'email' as before, p.role from heard.additions a
       join heard.complaints c on c.id = a.complaint_id join heard.people p on p.id = a.person_id where c.reference = $1`,
      [reference],
    )
    expect(kept).toEqual([
      { verified: true, kind: 'contact', before: 'lukasz@example.org', role: 'complainant' },
    ])
    expect(await lettersOf(db(), reference)).toEqual([
      { template: 'addition-received', recipient: 'complainant', last_failure: null, about_it: true },
      { template: 'contact-changed', recipient: 'former-address', last_failure: null, about_it: true },
    ])
  })

  it('is told on paper to who chose post, and to nobody who chose the phone', async () => {
    const [byPost, byPhone] = [await aComplaint(db()), await aComplaint(db())]
    await change(db(), byPost, { person: { reply_route: 'post', postal_address: '1 Quay Street' } })
    expect(await lettersOf(db(), byPost)).toMatchObject([
      { template: 'addition-received', last_failure: 'to-print' },
      { template: 'contact-changed' },
    ])
    await change(db(), byPhone, { person: { reply_route: 'phone', phone: '01632 960123' } })
    expect(await lettersOf(db(), byPhone)).toMatchObject([{ template: 'contact-changed' }])
  })

  it('of what they need leaves how they are reached as it was', async () => {
    const reference = await aComplaint(db())
    const before = await personOf(db(), reference)
    await change(db(), reference, { kind: 'needs', person: { adjustments: ['large-print'] } })
    expect(await personOf(db(), reference)).toEqual({ ...before, adjustments: ['large-print'] })
    expect(await lettersOf(db(), reference)).toMatchObject([{ template: 'addition-received' }])
  })

  it('of whom it is about is told to nobody: they may not know of the complaint', async () => {
    const { reference } = await aMarkedComplaint(db())
    const before = await lettersOf(db(), reference)
    await change(db(), reference, {}, 'affected')
    const [theirs] = await db().query<{ email: string }>(
      `select p.email from heard.people p join heard.complaints c on c.id = p.complaint_id
       where c.reference = $1 and p.role = 'affected'`,
      [reference],
    )
    expect(theirs).toEqual({ email: 'new@example.org' })
    expect(await lettersOf(db(), reference)).toEqual(before)
  })

  it.each<[string, (by: FollowedComplaint, email: string) => Promise<unknown>]>([
    [
      'the team',
      ({ reference }, email) => change(db(), reference, { person: { reply_route: 'email', email } }),
    ],
    [
      'their code',
      ({ byCode }, email) =>
        call(
          db(),
          'keep_addition',
          anAddition(byCode, { kind: 'contact', person: { reply_route: 'email', email } as never }),
        ),
    ],
  ])(
    'by %s sends again what came back, to a new address alone, once, and settles the task',
    async (_, make) => {
      const followed = await aFollowedComplaint(db())
      const [came] = await acknowledgements(db(), followed.reference)
      await db().query(
        `update heard.outgoing_messages set sent_at = now(), provider_id = 'a-1', bounced_at = now() where id = $1`,
        [came!.id],
      )
      await db().query(`insert into heard.team_tasks (kind, message_id) values ('letter-bounced', $1)`, [
        came!.id,
      ])
      await make(followed, 'lukasz@example.org')
      expect(await acknowledgements(db(), followed.reference)).toEqual([
        { ...came, waits: false, task: true },
      ])
      for (const email of ['new@example.org', 'newer@example.org']) {
        await make(followed, email)
        const letters = await acknowledgements(db(), followed.reference)
        expect(letters.find(({ id }) => id === came!.id)).toMatchObject({ waits: false, task: false })
        expect(letters.filter(({ id }) => id !== came!.id)).toMatchObject([{ waits: true, task: false }])
      }
    },
  )

  it('is refused for who was erased by themself: they are nobody any more', async () => {
    const { reference } = await aMarkedComplaint(db())
    await act(db(), 'erase', { reference, role: 'representative' })
    expect(await refusalOf(change(db(), reference, {}, 'representative'))).toMatchObject({
      message: 'no-such-person',
    })
  })

  it.each<[string, Json, string, string]>([
    ['that says nothing', { person: null }, 'complainant', 'missing'],
    ['that says no way to reach them', { person: {} }, 'complainant', 'out-of-range'],
    [
      'to a way that is nobody’s to choose',
      { person: { reply_route: 'representative' } },
      'complainant',
      'out-of-range',
    ],
    ['of somebody who is not in it', {}, 'representative', 'no-such-person'],
    ['that is something else', { kind: 'more' }, 'complainant', 'out-of-range'],
    ['that says what nobody asks for', { person: { role: 'affected' } }, 'complainant', 'unknown-key'],
    ['with another id', { submission_id: randomUUID() }, 'complainant', 'wrong-type'],
    ['that brings a code', { given: { link_proof: 'x' } }, 'complainant', 'wrong-type'],
    [
      'to what is no address',
      { person: { reply_route: 'email', email: 'no address' } },
      'complainant',
      'act-refused',
    ],
  ])('is refused %s, and changes nothing', async (_, told, role, message) => {
    const reference = await aComplaint(db())
    const before = await wholeOf(db(), reference)
    expect(await refusalOf(change(db(), reference, told, role))).toMatchObject({ message })
    expect(await wholeOf(db(), reference)).toEqual(before)
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { addStaff } from './a-member-of-staff.ts'
import { refusalOf } from './a-submission.ts'
import { acknowledgement, aComplaint, act, wholeOf } from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('the smaller acts of the desk', (db) => {
  let staff: string
  beforeAll(async () => {
    staff = await addStaff(db())
  })

  it('note something, with who wrote it and when', async () => {
    const reference = await aComplaint(db())
    expect(await act(db(), 'note', { reference, text: ' They rang at ten. ' })).toEqual({ reference })
    const notes = await db().query(
      `select n.text, n.by_staff from heard.notes n join heard.complaints c on c.id = n.complaint_id where c.reference = $1`,
      [reference],
    )
    expect(notes).toEqual([{ text: 'They rang at ten.', by_staff: staff }])
  })

  it('join complaints about one thing, and take one out again', async () => {
    const [one, two] = [await aComplaint(db()), await aComplaint(db())]
    const { group } = await act(db(), 'join_group', {
      reference: one,
      with: [two],
      about: 'The bridge that is shut',
    })
    const together = () =>
      db().query('select reference from heard.complaints where group_id = $1 order by 1', [group])
    expect(await together()).toEqual([one, two].sort().map((reference) => ({ reference })))
    expect(await act(db(), 'leave_group', { reference: two })).toEqual({ reference: two, group })
    expect(await together()).toEqual([{ reference: one }])
    expect(await refusalOf(act(db(), 'leave_group', { reference: two }))).toMatchObject({
      message: 'in-no-group',
    })
  })

  it.each([
    [{ with: [] }, 'out-of-range'],
    [{ with: ['222-222-222'], about: 'The bridge' }, 'no-such-complaint'],
    [{ with: [7], about: 'The bridge' }, 'wrong-type'],
  ])('join none with %j', async (given, message) => {
    const reference = await aComplaint(db())
    const before = await wholeOf(db(), reference)
    expect(await refusalOf(act(db(), 'join_group', { reference, ...given }))).toMatchObject({ message })
    expect(await wholeOf(db(), reference)).toEqual(before)
  })

  it('put what came without a code to its complaint, once, and change nobody’s address by it', async () => {
    const reference = await aComplaint(db())
    const addition = { submission_id: randomUUID(), kind: 'contact', reference, sender_name: 'Łukasz' }
    await db().as('portal', 'select api.keep_addition($1::jsonb)', [
      JSON.stringify({
        ...addition,
        given: null,
        person: { reply_route: 'email', email: 'else@example.org' },
        language: 'en',
        form_version: 'add-1',
        received_at: '2026-11-21T09:30:00Z',
        answers: {},
        transcript: [],
      }),
    ])
    const [kept] = await db().query<{ id: string }>(
      'select id from heard.additions where submission_id = $1',
      [addition.submission_id],
    )
    const given = { reference, addition: kept!.id }
    expect(await act(db(), 'match_addition', given)).toEqual(given)
    const [matched] = await db().query(
      `select a.verified, a.person_id, p.email from heard.additions a join heard.people p using (complaint_id) where a.id = $1`,
      [kept!.id],
    )
    expect(matched).toEqual({ verified: false, person_id: null, email: 'lukasz@example.org' })
    expect(await refusalOf(act(db(), 'match_addition', given))).toMatchObject({ message: 'nothing-to-match' })
  })

  it('say what is junk, whose letters are then held, and what is not, whatever the signs', async () => {
    const reference = await aComplaint(db())
    const junk = async () => {
      const [row] = await db().query<{ junk: boolean; behind: number }>(
        `select heard.is_junk(c.id) as junk, min(m.behind)::int as behind from heard.complaints c
         join heard.outgoing_messages m on m.complaint_id = c.id where c.reference = $1 group by c.id`,
        [reference],
      )
      return row
    }
    expect(await act(db(), 'junk', { reference, junk: true })).toEqual({ reference, junk: true })
    expect(await junk()).toEqual({ junk: true, behind: 3 })
    await act(db(), 'junk', { reference, junk: false })
    expect(await junk()).toEqual({ junk: false, behind: 0 })
    expect(await refusalOf(act(db(), 'junk', { reference }))).toMatchObject({ message: 'missing' })
  })

  it('settle a task, of a complaint or of none, once', async () => {
    const reference = await aComplaint(db())
    const make = async (complaint: string | null) => {
      const [task] = await db().query<{ id: string }>(
        `insert into heard.team_tasks (kind, complaint_id)
         values ('hook-not-sent', (select id from heard.complaints where reference = $1)) returning id`,
        [complaint],
      )
      return task!.id
    }
    for (const complaint of [reference, null]) {
      const task = await make(complaint)
      expect(await act(db(), 'settle_task', { task })).toEqual({
        reference: complaint,
        task,
        kind: 'hook-not-sent',
      })
      const [kept] = await db().query(
        'select settled_at is not null as settled from heard.team_tasks where id = $1',
        [task],
      )
      expect(kept).toEqual({ settled: true })
      expect(await refusalOf(act(db(), 'settle_task', { task }))).toMatchObject({
        message: 'nothing-to-settle',
      })
    }
    for (const task of [randomUUID(), 'seven'])
      expect(await refusalOf(act(db(), 'settle_task', { task }))).toMatchObject({
        message: 'nothing-to-settle',
      })
  })

  it('have a task for each letter that goes on paper, until it is posted', async () => {
    const reference = await aComplaint(db(), (it) =>
      Object.assign(it.record.person, { reply_route: 'post', postal_address: '1 Quay Street' }),
    )
    await act(db(), 'acknowledge', { reference, ...acknowledgement })
    const tasks = () =>
      db().query<{ kind: string; message: string; settled: boolean }>(
        `select t.kind, t.message_id as message, t.settled_at is not null as settled from heard.team_tasks t
         join heard.complaints c on c.id = t.complaint_id where c.reference = $1`,
        [reference],
      )
    const [task] = await tasks()
    expect(task).toMatchObject({ kind: 'letter-to-print', settled: false })
    await act(db(), 'printed', { message: task!.message })
    expect(await tasks()).toMatchObject([{ kind: 'letter-to-print', settled: true }])
  })
})

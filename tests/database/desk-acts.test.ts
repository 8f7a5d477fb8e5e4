import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { addStaff, officer } from './a-member-of-staff.ts'
import { refusalOf } from './a-submission.ts'
import { aComplaint, act, acknowledgement, answered, deskLetters, promise, reply, wholeOf } from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('an act of the desk', (db, { parallel }) => {
  let staff: string
  beforeAll(async () => {
    staff = await addStaff(db())
  })

  it('sent twice is one act, and answered alike', async () => {
    const reference = await aComplaint(db())
    await promise(db(), reference)
    const given = { id: randomUUID(), reference, ...acknowledgement }
    const first = await act(db(), 'acknowledge', given)
    expect(await act(db(), 'acknowledge', given)).toEqual(first)
    expect(first).toEqual({ reference, stage: 1, letter: 'email' })
    expect(await deskLetters(db(), reference)).toHaveLength(1)
  })

  it.skipIf(!parallel)('sent twice at once is one act', async () => {
    const reference = await aComplaint(db())
    const given = { id: randomUUID(), reference, text: 'They rang.' }
    await Promise.all(Array.from({ length: 6 }, () => act(db(), 'note', given)))
    const notes = await db().query('select from heard.notes where id = $1', [given.id])
    expect(notes).toHaveLength(1)
  })

  it('is no other’s, nor another act: an id that was used for one is refused for another', async () => {
    const reference = await aComplaint(db())
    const id = randomUUID()
    await act(db(), 'note', { id, reference, text: 'They rang.' })
    const refused = { code: 'PT400', message: 'not-yours', detail: 'act.id' }
    expect(await refusalOf(act(db(), 'close', { id, reference }))).toEqual(refused)
    const other = { email: 'otis.lane@example.org', name: 'Otis Lane' }
    await addStaff(db(), other)
    const asOther = db().as(
      'staff',
      'select api.desk_note($1::jsonb)',
      [JSON.stringify({ id, reference, text: 'x' })],
      {
        email: other.email,
      },
    )
    expect(await refusalOf(asOther)).toEqual(refused)
  })

  it('is written into the audit with who did it, and without a word of it', async () => {
    const reference = await answered(db())
    const events = await db().query<{ event: string; actor: string; details: Record<string, unknown> }>(
      `select e.event, e.actor, e.details from heard.audit_events e join heard.complaints c on c.id = e.complaint_id
       where c.reference = $1 and e.event like 'desk-%' order by e.id`,
      [reference],
    )
    expect(events.map(({ event, actor }) => ({ event, actor }))).toEqual([
      { event: 'desk-acknowledge', actor: `staff-${staff}` },
      { event: 'desk-reply', actor: `staff-${staff}` },
    ])
    const written = JSON.stringify(events)
    for (const word of [
      reply.apology,
      reply.investigated,
      acknowledgement.outcome,
      'Quill',
      'Łukasz',
      officer.name,
    ])
      expect(written).not.toContain(word)
  })

  it.each([
    ['unknown-key', { wish: 'x' }],
    ['wrong-type', { text: 7 }],
    ['missing', { text: ' ' }],
    ['missing', { id: null, text: 'They rang.' }],
    ['no-such-complaint', { reference: '222-222-222', text: 'They rang.' }],
    ['no-such-complaint', { reference: null, text: 'They rang.' }],
    ['act-refused', { id: 'seven', text: 'They rang.' }],
  ])('is refused as %s with %j, and changes nothing', async (message, change) => {
    const reference = await aComplaint(db())
    const before = await wholeOf(db(), reference)
    expect(await refusalOf(act(db(), 'note', { reference, ...change }))).toMatchObject({
      code: 'PT400',
      message,
    })
    expect(await wholeOf(db(), reference)).toEqual(before)
  })

  it('is refused to who is on no list, before it is known whether there is such a complaint', async () => {
    for (const reference of [await aComplaint(db()), '222-222-222']) {
      const call = db().as(
        'staff',
        'select api.desk_note($1::jsonb)',
        [JSON.stringify({ id: randomUUID(), reference })],
        {
          email: 'stranger@example.org',
        },
      )
      expect(await refusalOf(call)).toMatchObject({ code: 'PT403', message: 'not-staff' })
    }
  })

  it('that breaks a rule at its end is undone whole', async () => {
    const reference = await aComplaint(db())
    const before = await wholeOf(db(), reference)
    const broken = {
      ...reply,
      points: [{ text: 'The bin', answer: 'We came late.', decision: 'upheld' }],
      learning_kind: 'No id',
    }
    expect(await refusalOf(act(db(), 'reply', { reference, ...broken }))).toEqual({
      code: 'PT400',
      message: 'act-refused',
      detail: 'learning_kind_is_an_id',
    })
    expect(await wholeOf(db(), reference)).toEqual(before)
  })
})

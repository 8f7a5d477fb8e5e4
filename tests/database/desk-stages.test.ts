import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { addStaff } from './a-member-of-staff.ts'
import { aCompliment, refusalOf, submit } from './a-submission.ts'
import {
  acknowledgement,
  aComplaint,
  act,
  answered,
  deskFacts,
  deskLetters,
  handler,
  inDays,
  promise,
  reply,
  stagesOf,
  wholeOf,
} from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

type Json = Record<string, unknown>

/** A complaint that came today, with a reply promised. */
async function open(db: Database, change?: Parameters<typeof aComplaint>[1]): Promise<string> {
  const reference = await aComplaint(db, change)
  await promise(db, reference)
  return reference
}

async function refusedUnchanged(db: Database, name: string, reference: string, given: Json, refused: object) {
  const before = await wholeOf(db, reference)
  expect(await refusalOf(act(db, name, { reference, ...given })), name).toMatchObject({
    code: 'PT400',
    ...refused,
  })
  expect(await wholeOf(db, reference)).toEqual(before)
}

const secondStage = async (db: Database, number = 2) => ({
  requested_on: await inDays(db, 0),
  stage: {
    number,
    id: `stage-${number}`,
    acknowledge_by: await inDays(db, 7),
    respond_by: await inDays(db, 30),
  },
})
const extension = async (db: Database, until = 15, latest = 20) => ({
  reason: 'The crew’s record comes on Tuesday.',
  until: await inDays(db, until),
  latest: await inDays(db, latest),
})
const byPost = (it: { record: { person: Json } }) =>
  Object.assign(it.record.person, { reply_route: 'post', postal_address: '1 Quay Street' })
const key = () => ({
  id: randomUUID(),
  code_proof: 'c'.repeat(43),
  link_proof: randomUUID().replaceAll('-', '').padEnd(43, 'l'),
})

onEveryDatabase('the stages of a complaint at the desk', (db) => {
  beforeAll(async () => {
    await addStaff(db())
  })

  it('are acknowledged with the points, whose they are, who handles it, and a day that may come nearer', async () => {
    const reference = await open(db())
    const sooner = await inDays(db(), 8)
    await act(db(), 'acknowledge', { reference, ...acknowledgement, respond_by: sooner })
    expect(await stagesOf(db(), reference)).toMatchObject([
      {
        investigator: handler.name,
        investigator_role: handler.role,
        due: sooner,
        understood_outcome: acknowledgement.outcome,
      },
    ])
    expect(await deskLetters(db(), reference)).toEqual([
      { template: 'acknowledged', recipient: 'complainant', failed: null, stage: 1 },
    ])
    expect(await deskFacts(db(), reference, 'acknowledged')).toMatchObject({
      may_be_told: true,
      handler: { ...handler, email: null },
      desired_outcome: acknowledgement.outcome,
      points: [
        { text: 'The bin was not emptied.', ours: true, whose: null, answer: null, decision: null },
        { text: 'The lane is not swept.', ours: false, whose: 'Northmere Highways' },
      ],
      decision: null,
      actions: [],
      extension: null,
      refusal: null,
    })
  })

  it('keep the first day of their acknowledgement, and take their points anew until the reply', async () => {
    const reference = await open(db())
    const [before] = await stagesOf(db(), reference)
    expect(before!['acknowledged']).toBe('2026-11-20')
    await act(db(), 'acknowledge', { reference, ...acknowledgement })
    await act(db(), 'acknowledge', {
      reference,
      ...acknowledgement,
      points: [{ text: 'Only this.', ours: true }],
    })
    expect(await stagesOf(db(), reference)).toMatchObject([{ acknowledged: '2026-11-20' }])
    const { points } = (await deskFacts(db(), reference, 'acknowledged'))!
    expect(points).toHaveLength(1)
  })

  it.each([
    ['no points', { points: [] }, 'out-of-range'],
    ['a point without words', { points: [{ text: ' ', ours: true }] }, 'missing'],
    ['a point of nobody’s', { points: [{ text: 'The bin' }] }, 'missing'],
    [
      'a point of ours that is another’s too',
      { points: [{ text: 'The bin', ours: true, whose: 'They' }] },
      'act-refused',
    ],
    ['nobody to handle it', { handler: null }, 'wrong-type'],
    ['no role', { handler: { name: 'Bo Quill' } }, 'missing'],
    ['two addresses', { handler: { ...handler, email: 'bo@example.org, bo@example.org' } }, 'act-refused'],
    ['a day that has gone', { respond_by: '2020-01-01' }, 'out-of-range'],
    ['a later day than was promised', { respond_by: '2099-01-01' }, 'out-of-range'],
    ['no day', { respond_by: 'soon' }, 'not-a-day'],
  ])('are not acknowledged with %s', async (_, change, message) => {
    await refusedUnchanged(
      db(),
      'acknowledge',
      await open(db()),
      { ...acknowledgement, ...change },
      { message },
    )
  })

  it('can be handled by somebody else, who is named to the person once they knew another', async () => {
    const reference = await open(db())
    const other = { name: 'Ada Moor', role: 'Waste Manager' }
    expect(await act(db(), 'assign', { reference, handler })).toMatchObject({ letter: 'none' })
    expect(await act(db(), 'assign', { reference, handler: other })).toMatchObject({ letter: 'none' })
    await act(db(), 'acknowledge', { reference, ...acknowledgement, handler: other })
    expect(await act(db(), 'assign', { reference, handler: other })).toMatchObject({ letter: 'none' })
    expect(await act(db(), 'assign', { reference, handler })).toMatchObject({ letter: 'email' })
    expect((await deskLetters(db(), reference)).map(({ template }) => template)).toEqual([
      'acknowledged',
      'handler-changed',
    ])
  })

  it('are extended with a reason, to a later day that the procedure allows, and again from there', async () => {
    const reference = await open(db())
    await act(db(), 'extend', { reference, ...(await extension(db(), 12)) })
    expect(await deskFacts(db(), reference, 'extended')).toMatchObject({
      extension: { until: await inDays(db(), 12), instead_of: await inDays(db(), 10) },
    })
    await act(db(), 'extend', { reference, ...(await extension(db(), 15)) })
    expect(await stagesOf(db(), reference)).toMatchObject([
      { due: await inDays(db(), 10), extended: await inDays(db(), 15) },
    ])
    const [{ desk }] = (await db().query<{ desk: Json }>(
      `select heard.desk_in_letter(c.id, 1::smallint) as desk from heard.complaints c where reference = $1`,
      [reference],
    )) as [{ desk: Json }]
    expect(desk['extension']).toMatchObject({ instead_of: await inDays(db(), 12) })
  })

  it.each([
    ['an earlier day', 10, 20, 'out-of-range'],
    ['a day beyond what the procedure allows', 21, 20, 'out-of-range'],
  ])('are not extended to %s', async (_, until, latest, message) => {
    await refusedUnchanged(db(), 'extend', await open(db()), await extension(db(), until, latest), {
      message,
    })
  })

  it('are not extended without a reason, nor where no day was promised, nor to a day that has gone', async () => {
    const reference = await open(db())
    await refusedUnchanged(
      db(),
      'extend',
      reference,
      { ...(await extension(db())), reason: '' },
      { message: 'missing' },
    )
    await refusedUnchanged(
      db(),
      'extend',
      reference,
      { ...(await extension(db())), latest: null },
      { message: 'missing' },
    )
    const undated = await aComplaint(db(), (it) => Object.assign(it.stage!, { respond_by: null }))
    await refusedUnchanged(db(), 'extend', undated, await extension(db()), { message: 'no-day-to-extend' })
    await db().query(
      `update heard.stages s set respond_by = requested_on from heard.complaints c where c.id = s.complaint_id and c.reference = $1`,
      [reference],
    )
    await db().query(
      `update heard.stages s set requested_on = '2020-01-01', acknowledge_by = null, respond_by = '2020-01-02', acknowledged_on = null
       from heard.complaints c where c.id = s.complaint_id and c.reference = $1`,
      [reference],
    )
    const gone = { ...(await extension(db())), until: '2020-01-09' }
    await refusedUnchanged(db(), 'extend', reference, gone, { message: 'out-of-range' })
  })

  it('are answered point by point, with what is done and by whom, and the letter says all of it', async () => {
    const reference = await answered(db())
    expect(await stagesOf(db(), reference)).toMatchObject([
      { answered: true, decision: 'upheld', investigated: reply.investigated, apology: reply.apology },
    ])
    const desk = (await deskFacts(db(), reference, 'replied'))!
    expect(desk).toMatchObject({
      investigated: reply.investigated,
      decision: 'upheld',
      apology: reply.apology,
      outcome_description: reply.outcome_description,
      remedy: reply.remedy,
      learning: reply.learning,
      actions: [{ action: 'A second round', owner: 'Waste team', by: '2027-01-08' }],
      replied_on: await inDays(db(), 0),
    })
    expect(desk['points']).toMatchObject([
      { answer: 'The lorry could not pass.', decision: 'upheld' },
      { ours: false, answer: null, decision: null },
    ])
  })

  it('are counted by what they were sorted as: the reason, the learning, each kind of action', async () => {
    const reference = await open(db())
    const points = [{ text: 'The bin', answer: 'We came late.', decision: 'not-upheld' }]
    await act(db(), 'reply', {
      reference,
      ...reply,
      points,
      decision: 'not-upheld',
      theme: 'delay',
      learning_kind: 'service-quality',
    })
    const [counted] = await db().query<Json>(
      `select c.theme, c.acceptance, s.outcome, s.learning, s.actions -> 0 ->> 'kind' as action
       from heard.counted_stages() s join heard.complaints c on c.id = s.complaint_id where c.reference = $1`,
      [reference],
    )
    expect(counted).toEqual({
      theme: 'delay',
      acceptance: 'accepted',
      outcome: 'not-upheld',
      learning: 'service-quality',
      action: 'change-service',
    })
  })

  it.each([
    ['a point that has no answer', { points: [] }, 'out-of-range'],
    ['a point that is answered twice', { points: [reply.points[0], reply.points[0]] }, 'out-of-range'],
    ['a point that nobody made', { points: [{ ...reply.points[0], point: 9 }] }, 'out-of-range'],
    ['a point of ours left out', { points: [{ ...reply.points[0], point: 2 }] }, 'missing'],
    ['no decision on a point', { points: [{ point: 1, answer: 'The lorry.' }] }, 'missing'],
    ['a word for a decision', { points: [{ ...reply.points[0], decision: 'fine' }] }, 'act-refused'],
    ['no decision', { decision: null }, 'missing'],
    ['a withdrawal for a decision', { decision: 'withdrawn' }, 'out-of-range'],
    ['nothing of how it was looked into', { investigated: '' }, 'missing'],
    ['an action that is nobody’s', { actions: [{ ...reply.actions[0], owner: '' }] }, 'missing'],
    ['an action without a day', { actions: [{ ...reply.actions[0], by: 'soon' }] }, 'not-a-day'],
  ])('are not answered with %s', async (_, change, message) => {
    const reference = await open(db())
    await act(db(), 'acknowledge', { reference, ...acknowledgement })
    await refusedUnchanged(db(), 'reply', reference, { ...reply, ...change }, { message })
  })

  it('end with the reply: nothing is acknowledged, assigned, extended, answered or refused after it', async () => {
    const reference = await answered(db())
    const message = 'answered-before'
    await refusedUnchanged(db(), 'acknowledge', reference, acknowledgement, { message })
    await refusedUnchanged(db(), 'assign', reference, { handler }, { message })
    await refusedUnchanged(db(), 'extend', reference, await extension(db()), { message })
    await refusedUnchanged(db(), 'reply', reference, reply, { message })
    await refusedUnchanged(
      db(),
      'refuse',
      reference,
      { reason: 'court', explanation: 'It is at court.' },
      { message },
    )
  })

  it('are answered and closed in one act, which asks how we did, once', async () => {
    const reference = await open(db())
    await act(db(), 'acknowledge', { reference, ...acknowledgement })
    const closing = { close: true, survey_key: key(), survey_until: '2099-01-01T00:00:00Z' }
    expect(await act(db(), 'reply', { reference, ...reply, ...closing })).toMatchObject({
      closed: true,
      asked: true,
    })
    await refusedUnchanged(db(), 'close', reference, {}, { message: 'closed-before' })
    expect((await deskLetters(db(), reference)).map(({ template }) => template).sort()).toEqual([
      'acknowledged',
      'replied',
      'survey-invitation',
    ])
    // Another stage opens it again, and closing that asks nobody a second time.
    await act(db(), 'next_stage', { reference, ...(await secondStage(db())) })
    await refusedUnchanged(db(), 'close', reference, {}, { message: 'not-answered' })
    const points = [{ text: 'Still the bin', answer: 'We agree.', decision: 'upheld' }]
    const again = { close: true, survey_key: key(), survey_until: '2099-01-01T00:00:00Z' }
    expect(await act(db(), 'reply', { reference, ...reply, points, ...again })).toMatchObject({
      closed: true,
      asked: false,
    })
  })

  it('are closed without a reply only where none is due: thanks, or what was taken back', async () => {
    const { reference: thanks } = await submit(db(), aCompliment())
    expect(await act(db(), 'close', { reference: thanks })).toMatchObject({ closed: true, asked: false })
    const reference = await open(db())
    await refusedUnchanged(db(), 'close', reference, {}, { message: 'not-answered' })
    await withdraw(db(), reference)
    await refusedUnchanged(db(), 'reply', reference, reply, { message: 'withdrawn' })
    await refusedUnchanged(
      db(),
      'refuse',
      reference,
      { reason: 'court', explanation: 'At court.' },
      { message: 'withdrawn' },
    )
    expect(await act(db(), 'close', { reference })).toMatchObject({ closed: true })
  })

  it('are followed by the next, where the last has its reply, from a day that is no later than today', async () => {
    const reference = await open(db())
    const next = await secondStage(db())
    await refusedUnchanged(db(), 'next_stage', reference, next, { message: 'not-answered' })
    await act(db(), 'reply', {
      reference,
      ...reply,
      points: [{ text: 'The bin', answer: 'Late.', decision: 'upheld' }],
    })
    for (const change of [
      { requested_on: await inDays(db(), 1) },
      { requested_on: await inDays(db(), -1) },
      await secondStage(db(), 3),
    ])
      await refusedUnchanged(
        db(),
        'next_stage',
        reference,
        { ...next, ...change },
        { message: 'out-of-range' },
      )
    const twice = { ...next, stage: { ...next.stage, id: 'stage-1' } }
    await refusedUnchanged(db(), 'next_stage', reference, twice, {
      message: 'act-refused',
      detail: 'a_stage_comes_once',
    })
    await refusedUnchanged(db(), 'next_stage', reference, { ...next, stage: null }, { message: 'wrong-type' })
    expect(await act(db(), 'next_stage', { reference, ...next, reasons: 'You missed a point.' })).toEqual({
      reference,
      stage: 2,
      letter: 'email',
    })
    expect(await stagesOf(db(), reference)).toMatchObject([
      { number: 1 },
      { number: 2, request_reasons: 'You missed a point.' },
    ])
    expect(await deskFacts(db(), reference, 'next-stage')).toMatchObject({
      requested_on: next.requested_on,
      handler: null,
    })
  })

  it('are decided by somebody new where the procedure says so', async () => {
    const reference = await answered(db())
    await act(db(), 'next_stage', { reference, ...(await secondStage(db())) })
    const same = { handler: { ...handler, name: ' bo quill ' }, new_decider: true }
    await refusedUnchanged(db(), 'assign', reference, same, { message: 'decided-before' })
    await refusedUnchanged(
      db(),
      'acknowledge',
      reference,
      { ...acknowledgement, ...same },
      { message: 'decided-before' },
    )
    expect(await act(db(), 'assign', { reference, ...same, new_decider: false })).toMatchObject({ stage: 2 })
  })

  it('are not begun of what is not taken on: that is closed, with the reason, and nothing follows', async () => {
    const reference = await open(db())
    const given = {
      reason: 'already-decided',
      kind: 'answered-before',
      explanation: 'We answered this in May.',
    }
    expect(await act(db(), 'refuse', { reference, ...given, where_else: 'The Ombudsman' })).toEqual({
      reference,
      reason: 'already-decided',
      letter: 'email',
    })
    expect(await deskFacts(db(), reference, 'not-taken-on')).toMatchObject({
      refusal: {
        reason: 'already-decided',
        explanation: 'We answered this in May.',
        where_else: 'The Ombudsman',
      },
    })
    const [counted] = await db().query(
      `select s.ending, s.refusal, c.closed_at is not null as closed from heard.counted_stages() s
       join heard.complaints c on c.id = s.complaint_id where c.reference = $1`,
      [reference],
    )
    expect(counted).toEqual({ ending: 'refused', refusal: 'answered-before', closed: true })
    const message = 'refused-before'
    await refusedUnchanged(db(), 'refuse', reference, given, { message })
    await refusedUnchanged(db(), 'reply', reference, reply, { message })
    await refusedUnchanged(db(), 'next_stage', reference, await secondStage(db()), { message })
  })

  it.each([
    ['no reason', { reason: null, explanation: 'No.' }, 'missing'],
    ['no explanation', { reason: 'court', explanation: ' ' }, 'missing'],
    ['another reason', { reason: 'dull', explanation: 'No.' }, 'act-refused'],
  ])('are not refused with %s', async (_, given, message) => {
    await refusedUnchanged(db(), 'refuse', await open(db()), given, { message })
  })

  it('of what is no complaint are none', async () => {
    const { reference } = await submit(db(), aCompliment())
    await refusedUnchanged(db(), 'reply', reference, reply, { message: 'no-stage' })
    await refusedUnchanged(
      db(),
      'refuse',
      reference,
      { reason: 'other', explanation: 'No.' },
      { message: 'no-stage' },
    )
    await refusedUnchanged(db(), 'next_stage', reference, await secondStage(db()), {
      message: 'not-answered',
    })
  })

  it('have their letters on paper for who did not choose email, and none for who gave no name', async () => {
    const onPaper = await open(db(), byPost)
    expect(await act(db(), 'acknowledge', { reference: onPaper, ...acknowledgement })).toMatchObject({
      letter: 'print',
    })
    expect(await deskLetters(db(), onPaper)).toMatchObject([{ template: 'acknowledged', failed: 'to-print' }])
    const [message] = await db().query<{ id: string }>(
      `select m.id from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
       where c.reference = $1 and m.template = 'acknowledged'`,
      [onPaper],
    )
    const printed = { message: message!.id }
    expect(await act(db(), 'printed', printed)).toMatchObject({
      reference: onPaper,
      template: 'acknowledged',
    })
    await refusedUnchanged(db(), 'printed', onPaper, printed, { message: 'nothing-to-print' })
    const unknown = { message: randomUUID() }
    await refusedUnchanged(db(), 'printed', onPaper, unknown, { message: 'no-such-complaint' })

    const nameless = await open(db(), (it) => (it.record.person = { reply_route: 'anonymous' }))
    expect(await act(db(), 'acknowledge', { reference: nameless, ...acknowledgement })).toMatchObject({
      letter: 'nobody',
    })
    expect(await deskLetters(db(), nameless)).toEqual([])
  })
})

const withdraw = (db: Database, reference: string) =>
  db.query(
    `insert into heard.withdrawals (complaint_id, stage_number, withdrawn_at, withdrawn_on, take_up_by)
     select id, 1, now(), heard.today(), heard.today() + 28 from heard.complaints where reference = $1`,
    [reference],
  )

import { expect, it } from 'vitest'
import type { Given } from '../../src/complaints/by-code.ts'
import type { Review, ReviewKept } from '../../src/complaints/follow/ports.ts'
import { aFollowedComplaint, anAddition, aWrongCode, call, lettersOf, reply } from './a-followed-complaint.ts'
import { refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const stage = { number: 2, id: 'stage-2', acknowledge_by: '2026-12-09', respond_by: '2027-01-08' }

const aReview = (given: Given | null, change: Partial<Review> = {}): Review => ({
  addition: anAddition(given, {
    kind: 'review',
    received_at: '2026-12-02T12:00:00.000Z',
    answers: { 'review-reasons': 'You did not ask my neighbours.' },
  }),
  stage,
  template: 'review-acknowledgement',
  reasons: 'You did not ask my neighbours.',
  outcome: null,
  late_reason: null,
  ...change,
})

onEveryDatabase('a request for review', (db, engine) => {
  const ask = (review: unknown) => call<ReviewKept>(db(), 'request_review', review)
  const stagesOf = (complaint: string) =>
    db().query<{ number: number; requested_on: string; request_reasons: string | null }>(
      `select number, requested_on::text, request_reasons, acknowledge_by::text, respond_by::text
       from heard.stages where complaint_id = $1 order by number`,
      [complaint],
    )

  it('begins the next stage with its own clock, once the stage before has its reply', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await reply(db(), id)
    expect(await ask(aReview(byLink))).toMatchObject({
      opened: true,
      begun: true,
      stage: 'stage-2',
      acknowledge_by: '2026-12-09',
      respond_by: '2027-01-08',
    })
    expect((await stagesOf(id))[1]).toEqual({
      number: 2,
      requested_on: '2026-12-02',
      request_reasons: 'You did not ask my neighbours.',
      acknowledge_by: '2026-12-09',
      respond_by: '2027-01-08',
    })
    expect(await lettersOf(db(), 'complaint_id', id)).toEqual([
      'new-review to complaints-team',
      'review-acknowledgement to complainant',
    ])
  })

  it('needs no reasons', async () => {
    const { byCode, id } = await aFollowedComplaint(db())
    await reply(db(), id)
    expect(await ask(aReview(byCode, { reasons: null }))).toMatchObject({ begun: true })
  })

  it('before the reply is an addition for the team, and begins nothing', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    expect(await ask(aReview(byLink))).toMatchObject({ opened: true, begun: false, stage: null })
    expect(await stagesOf(id)).toHaveLength(1)
    expect(await lettersOf(db(), 'complaint_id', id)).toEqual([
      'addition-received to complainant',
      'new-addition to complaints-team',
    ])
  })

  it.each([
    ['no further stage', { stage: null }],
    ['a stage that is not the next', { stage: { ...stage, number: 3, id: 'stage-3' } }],
  ])('for %s is an addition for the team', async (_, change) => {
    const { byLink, id } = await aFollowedComplaint(db())
    await reply(db(), id)
    expect(await ask(aReview(byLink, change))).toMatchObject({ begun: false })
    expect(await stagesOf(id)).toHaveLength(1)
  })

  it('while the complaint is withdrawn begins nothing', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await call(db(), 'withdraw_complaint', byLink, '2026-11-21T12:00:00Z', '2026-12-05')
    await reply(db(), id)
    expect(await ask(aReview(byLink))).toMatchObject({ begun: false })
  })

  it('twice is once: the same one again, and another after it', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await reply(db(), id)
    const review = aReview(byLink)
    const first = await ask(review)
    expect(await ask(review)).toEqual(first)
    expect(await ask(aReview(byLink))).toMatchObject({ begun: false })
    expect(await stagesOf(id)).toHaveLength(2)
  })

  it('with a code that opens nothing is not kept', async () => {
    const { reference, id } = await aFollowedComplaint(db())
    await reply(db(), id)
    expect(await ask(aReview(aWrongCode(reference)))).toEqual({ opened: false })
    expect(await stagesOf(id)).toHaveLength(1)
  })

  it('is acknowledged by its letter where the procedure counts that, and not by a receipt', async () => {
    for (const [template, day] of [
      ['review-acknowledgement', true],
      ['review-receipt', false],
    ] as const) {
      const { byLink, id } = await aFollowedComplaint(db())
      await reply(db(), id)
      await ask(aReview(byLink, { template }))
      const [letter] = await db().query<{ id: string }>(
        'select id from heard.outgoing_messages where complaint_id = $1 and template = $2',
        [id, template],
      )
      await db().as('mailer', 'select api.record_message_sent($1, $2)', [letter!.id, 'mail-1'])
      const [row] = await db().query<{ acknowledged: boolean }>(
        'select acknowledged_on is not null as acknowledged from heard.stages where complaint_id = $1 and number = 2',
        [id],
      )
      expect(row).toEqual({ acknowledged: day })
    }
  })

  it('is refused with a code and no word of what was sent', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await reply(db(), id)
    const bad = aReview(byLink, { stage: { ...stage, respond_by: 'MARKED' } })
    expect(await refusalOf(ask(bad))).toEqual({
      code: 'PT400',
      message: 'not-a-day',
      detail: 'stage.respond_by',
    })
    const wrongKind = { ...aReview(byLink), addition: anAddition(byLink) }
    expect(await refusalOf(ask(wrongKind))).toMatchObject({
      message: 'out-of-range',
      detail: 'addition.kind',
    })
    const tooLong = await refusalOf(ask(aReview(byLink, { reasons: 'MARKED'.repeat(5000) })))
    expect(tooLong).toEqual({
      code: 'PT400',
      message: 'review-refused',
      detail: 'request_reasons_is_bounded',
    })
  })

  if (engine.parallel)
    it('made in two tabs at once begins one stage', async () => {
      const { byLink, id } = await aFollowedComplaint(db())
      await reply(db(), id)
      const answers = await Promise.all(Array.from({ length: 6 }, () => ask(aReview(byLink))))
      expect(answers.filter((answer) => answer.opened && answer.begun)).toHaveLength(1)
      expect(await stagesOf(id)).toHaveLength(2)
    })
})

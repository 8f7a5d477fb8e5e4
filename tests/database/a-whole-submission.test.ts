import { expect, it } from 'vitest'
import {
  aCompliment,
  aSubmission,
  refusalOf,
  rowsOf,
  sizeOfRecord,
  submit,
  type Submission,
} from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('a whole submission', (db) => {
  it('is kept in one call, with its person, stage, messages and an audit event', async () => {
    const sent = aSubmission()
    const receipt = await submit(db(), sent)

    expect(new Date(receipt.received_at)).toEqual(new Date('2026-11-20T09:30:00Z'))
    expect(receipt).toMatchObject({
      reference: sent.references[0],
      created: true,
      same_answers: true,
      stage_id: 'stage-1',
      acknowledge_by: '2026-11-27',
      respond_by: '2026-12-04',
    })
    expect(await rowsOf(db(), sent.submission_id)).toEqual({
      complaints: 1,
      people: 1,
      stages: 1,
      messages: 2,
      events: 1,
    })
  })

  it('keeps every field where it belongs, and what was left empty as nothing', async () => {
    const sent = aSubmission()
    await submit(db(), sent)
    const [kept] = await db().query(
      `select to_jsonb(c) as complaint, to_jsonb(p) as person, to_jsonb(s) as stage
       from heard.complaints c join heard.people p on p.complaint_id = c.id join heard.stages s on s.complaint_id = c.id
       where c.submission_id = $1`,
      [sent.submission_id],
    )
    expect(kept).toMatchObject({
      complaint: {
        ...sent.record.complaint,
        received_on: '2026-11-20',
        answers: sent.answers,
        transcript: sent.transcript,
        form_version: '2026-11',
        language: 'en',
        channel: 'web',
        closed_at: null,
      },
      person: {
        ...sent.record.person,
        phone: null,
        postal_address: null,
        role: 'complainant',
        language: 'en',
      },
      stage: { number: 1, stage: 'stage-1', requested_on: '2026-11-20', acknowledged_on: '2026-11-20' },
    })
  })

  it('counts the day of receipt in London, where a summer night is a day ahead of UTC', async () => {
    const sent = aSubmission((submission) => {
      submission['received_at'] = '2026-06-30T23:30:00Z'
      submission.stage = { id: 'stage-1', acknowledge_by: '2026-07-08', respond_by: null }
    })
    await submit(db(), sent)
    const [kept] = await db().query(
      'select received_on::text as received, respond_by from heard.complaints c join heard.stages s on s.complaint_id = c.id where submission_id = $1',
      [sent.submission_id],
    )
    expect(kept).toEqual({ received: '2026-07-01', respond_by: null })
  })

  it('gives a compliment no stage and no dates', async () => {
    const sent = aCompliment()
    const receipt = await submit(db(), sent)
    expect(receipt).toMatchObject({ created: true, stage_id: null, acknowledge_by: null, respond_by: null })
    expect(await rowsOf(db(), sent.submission_id)).toMatchObject({ complaints: 1, stages: 0, messages: 2 })
  })

  it('takes a person who gives no name and no address', async () => {
    const sent = aSubmission((submission) => {
      submission.record.person = { reply_route: 'anonymous' }
    })
    await submit(db(), sent)
    expect(await rowsOf(db(), sent.submission_id)).toMatchObject({ complaints: 1, people: 1 })
  })

  it.each<[string, string, (submission: Submission) => void]>([
    ['its person', 'email_is_one_address', ({ record }) => (record.person['email'] = 'no address')],
    ['its stage', 'stage_is_an_id', ({ stage }) => (stage!['id'] = 'Stage one')],
    ['its last message', 'recipient_is_known', ({ messages }) => (messages[1]!['recipient'] = 'the-press')],
  ])('keeps nothing at all when %s is wrong', async (_part, rule, spoil) => {
    const before = await sizeOfRecord(db())
    const refusal = await refusalOf(submit(db(), aSubmission(spoil)))
    expect(refusal).toEqual({ code: 'PT400', message: 'submission-refused', detail: rule })
    expect(await sizeOfRecord(db())).toEqual(before)
  })
})

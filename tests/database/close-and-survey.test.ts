import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { keys } from '../../src/adapters/keys.ts'
import { closing } from '../../src/complaints/survey/closing.ts'
import { surveyKey } from '../../src/complaints/survey/survey-key.ts'
import { council } from '../../src/council/council.ts'
import type { Database } from '../support/databases.ts'
import { aCompliment, aSubmission, refusalOf, submit, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const made = keys('a'.repeat(43))

/** What the team's desk will call, as the owner calls it until there is one. */
async function close(db: Database, reference: string, change: object = {}) {
  const newId = randomUUID()
  const given = {
    ...closing({ reference, actor: 'ann', closedAt: new Date(), keys: made, newId: () => newId, council }),
    ...change,
  }
  const [row] = await db.query<{ closed: Record<string, unknown> }>(
    'select api.close_complaint($1::jsonb) as closed',
    [JSON.stringify(given)],
  )
  return { ...row!.closed, link: made.link(newId) } as { closed: boolean; asked: boolean; link: string }
}

async function submitted(db: Database, change?: (it: Submission) => void) {
  const sent = aSubmission(change)
  return { sent, reference: (await submit(db, sent)).reference }
}

const open = async (db: Database, link: string) => {
  const { link_proof, answers_id } = surveyKey(link, made)
  const [row] = await db.as<{ opened: Record<string, unknown> | null }>(
    'portal',
    'select api.open_survey($1::jsonb, $2) as opened',
    [JSON.stringify({ link_proof }), answers_id],
  )
  return row!.opened
}

const answer = async (db: Database, link: string, answers: object) => {
  const { link_proof, answers_id } = surveyKey(link, made)
  const [row] = await db.as<{ taken: boolean }>(
    'portal',
    'select api.answer_survey($1::jsonb, $2, $3::jsonb) as taken',
    [JSON.stringify({ link_proof }), answers_id, JSON.stringify(answers)],
  )
  return row!.taken
}

const messagesOf = (db: Database, reference: string) =>
  db.query<{ template: string; recipient: string }>(
    `select template, recipient from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
     where c.reference = $1 and template = 'survey-invitation'`,
    [reference],
  )

onEveryDatabase('closing a complaint', (db) => {
  it('makes the key to the survey and queues its letter, in one go, once', async () => {
    const { reference } = await submitted(db())
    expect(await close(db(), reference)).toMatchObject({ closed: true, asked: true })
    expect(await close(db(), reference)).toMatchObject({ closed: false, asked: false })
    expect(await messagesOf(db(), reference)).toEqual([
      { template: 'survey-invitation', recipient: 'complainant' },
    ])
    const kept = await db().query(
      `select k.purpose, (k.expires_at - c.closed_at) = interval '28 days' as for_28_days, c.closed_at is not null as closed
       from heard.access_keys k join heard.complaints c on c.id = k.complaint_id where c.reference = $1`,
      [reference],
    )
    expect(kept).toEqual([{ purpose: 'survey', for_28_days: true, closed: true }])
  })

  it('asks nobody who did not choose email, and nobody about thanks', async () => {
    const byPost = await submitted(db(), (it) =>
      Object.assign(it.record.person, { reply_route: 'post', postal_address: '1 Quay Street' }),
    )
    const nameless = await submitted(db(), (it) => (it.record.person = { reply_route: 'anonymous' }))
    const praise = await submit(db(), aCompliment())
    for (const reference of [byPost.reference, nameless.reference, praise.reference]) {
      expect(await close(db(), reference)).toMatchObject({ closed: true, asked: false })
      expect(await messagesOf(db(), reference)).toEqual([])
    }
  })

  it.each([
    ['wrong-type', { actor: null }],
    ['wrong-type', { actor: 'portal' }],
    ['unknown-key', { decision: 'upheld' }],
    ['no-such-complaint', { reference: '222-222-222' }],
    ['not-a-moment', { closed_at: 'now' }],
    ['not-a-moment', { survey_until: 'infinity' }],
    ['closing-refused', { survey_key: { id: 'x', code_proof: 'x', link_proof: 'x' } }],
  ])('is refused as %s with %j, and changes nothing', async (message, change) => {
    const { reference } = await submitted(db())
    expect(await refusalOf(close(db(), reference, change))).toMatchObject({ code: 'PT400', message })
    const open_ = await db().query(
      'select from heard.complaints where reference = $1 and closed_at is null',
      [reference],
    )
    expect(open_).toHaveLength(1)
  })
})

onEveryDatabase('the survey', (db) => {
  it('opens by its link, says which service and until when, and nothing else of the complaint', async () => {
    const { reference } = await submitted(db())
    const { link } = await close(db(), reference, {
      closed_at: '2026-11-20T10:00:00Z',
      survey_until: '2099-12-18T23:30:00Z',
    })
    expect(await open(db(), link)).toEqual({
      service: 'bins',
      language: 'en',
      until: '2099-12-18',
      answers: null,
    })
  })

  it('keeps one set of answers, which can be changed until it ends', async () => {
    const { reference } = await submitted(db())
    const { link } = await close(db(), reference)
    expect(await answer(db(), link, { found_out: 'no', easier: 'A shorter form.' })).toBe(true)
    expect(await answer(db(), link, { found_out: 'yes', fair: 'prefer-not-to-say' })).toBe(true)
    expect((await open(db(), link))!['answers']).toEqual({
      found_out: 'yes',
      kept_told: null,
      fair: 'prefer-not-to-say',
      easier: null,
    })
    await db().query(
      `update heard.access_keys set expires_at = now() - interval '1 second'
       where link_proof = $1`,
      [surveyKey(link, made).link_proof],
    )
    expect(await open(db(), link)).toBeNull()
    expect(await answer(db(), link, { found_out: 'no' })).toBe(false)
  })

  it('has a row that shares nothing with the complaint but its service and procedure, nor its transaction', async () => {
    const { sent, reference } = await submitted(db())
    const { link } = await close(db(), reference)
    const events = 'select count(*)::int as events from heard.audit_events'
    const before = await db().query(events)
    await answer(db(), link, { kept_told: 'partly' })
    expect(await db().query(events)).toEqual(before)
    const { link_proof, answers_id } = surveyKey(link, made)
    const [row] = await db().query<{ row: Record<string, unknown>; xmin: string }>(
      'select to_jsonb(s) as row, s.xmin::text from heard.survey_answers s where id = $1',
      [answers_id],
    )
    expect(Object.keys(row!.row).sort()).toEqual(
      ['easier', 'fair', 'found_out', 'id', 'kept_in', 'kept_told', 'procedure', 'service'].sort(),
    )
    const text = JSON.stringify(row)
    for (const value of [reference, link, link_proof, sent.submission_id, sent.record.person['email']])
      expect(text).not.toContain(value)
    expect(row!.row['kept_in']).toMatch(/-01$/)
    for (const table of ['complaints', 'people', 'access_keys', 'outgoing_messages', 'stages'])
      expect(
        await db().query(`select from heard.${table} where xmin::text = $1`, [row!.xmin]),
        table,
      ).toEqual([])
  })

  it('cuts even the link off once nothing can be changed, and not before', async () => {
    const { reference } = await submitted(db())
    const { link } = await close(db(), reference)
    await answer(db(), link, { easier: 'Old enough.' })
    const { answers_id } = surveyKey(link, made)
    const settle = () => db().as<{ settled: number }>('mailer', 'select api.settle_surveys() as settled')
    const age = (months: number) =>
      db().query(
        `update heard.survey_answers
         set kept_in = (date_trunc('month', now() at time zone 'Europe/London') - make_interval(months => $2))::date
         where id = $1`,
        [answers_id, months],
      )
    await age(1)
    expect(await settle()).toEqual([{ settled: 0 }])
    await age(2)
    expect(await settle()).toEqual([{ settled: 1 }])
    expect(await settle()).toEqual([{ settled: 0 }])
    expect(await db().query('select from heard.survey_answers where id = $1', [answers_id])).toEqual([])
    expect(await db().query(`select from heard.survey_answers where easier = 'Old enough.'`)).toHaveLength(1)
  })

  it('opens with no other key, and its own opens nothing else', async () => {
    const { reference } = await submitted(db())
    const { link } = await close(db(), reference)
    expect(await open(db(), `${link}x`)).toBeNull()
    expect(await answer(db(), 'nonsense', { fair: 'yes' })).toBe(false)
    const [opened] = await db().as<{ opened: unknown }>(
      'portal',
      'select api.open_report($1::jsonb) as opened',
      [JSON.stringify({ link_proof: made.proof(link) })],
    )
    expect(opened).toEqual({ opened: null })
  })

  it.each([
    ['an answer to no question', 'unknown-key', { reference: 'x' }],
    ['a number', 'wrong-type', { fair: 7 }],
    ['another word', 'submission-refused', { fair: 'very' }],
    ['too many words', 'submission-refused', { easier: 'x'.repeat(5001) }],
  ])('refuses what a form never sends: %s, as %s', async (_, message, answers) => {
    const { reference } = await submitted(db())
    const { link } = await close(db(), reference)
    expect(await refusalOf(answer(db(), link, answers))).toMatchObject({ code: 'PT400', message })
  })
})

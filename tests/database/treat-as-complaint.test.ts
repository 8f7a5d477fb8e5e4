import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { keys } from '../../src/adapters/keys.ts'
import type { Database } from '../support/databases.ts'
import { aSubmission, refusalOf, rowsOf, submit, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const { code, link, proof } = keys('a'.repeat(43))

/** A report or a comment with its key, as the site sends it. */
function aReport(kind = 'service-request', change: (submission: Submission) => void = () => {}) {
  const key = randomUUID()
  const report = aSubmission((it) => {
    Object.assign(it.record.complaint, { kind, procedure: null, told_before: 'no' })
    delete it.record.complaint['told_before_details']
    it.stage = null
    it['keys'] = [
      {
        id: key,
        purpose: 'follow',
        role: 'complainant',
        code_proof: proof(code(key)),
        link_proof: proof(link(key)),
      },
    ]
    it.messages = [{ template: 'report-receipt', recipient: 'complainant' }]
    change(it)
  })
  return {
    report,
    byLink: { link_proof: proof(link(key)) },
    byCode: { reference: report.references[0], code_proof: proof(code(key)) },
  }
}

const aTurn = (change = {}) => ({
  received_at: '2026-11-24T23:30:00.000Z',
  procedure: 'corporate',
  stage: { id: 'stage-1', acknowledge_by: '2026-12-01', respond_by: '2026-12-08' },
  reasons: 'It was filled in, and broke again.',
  exchange: {
    id: 'unhappy-about',
    question: 'What are you unhappy about?',
    answer: ['It was filled in, and broke again.'],
  },
  messages: [{ template: 'acknowledgement', recipient: 'complainant' }],
  ...change,
})

interface Turned {
  reference: string
  created: boolean
  acknowledge_by: string
}

const turn = async (db: Database, given: object, to: object = aTurn()): Promise<Turned | null> => {
  const sql = 'select api.treat_as_complaint($1::jsonb, $2::jsonb) as turned'
  const rows = await db.as<{ turned: Turned | null }>('portal', sql, [
    JSON.stringify(given),
    JSON.stringify(to),
  ])
  return rows[0]!.turned
}

const kept = async (db: Database, { submission_id: id }: Submission) => {
  const [row] = await db.query<Record<string, unknown>>(
    `select c.*, c.reported_at = '2026-11-20T09:30:00Z' as first_told, c.report_closed_at is not null as was_closed,
       c.received_on::text as received, s.request_reasons, s.requested_on::text as requested
     from heard.complaints c left join heard.stages s on s.complaint_id = c.id where submission_id = $1`,
    [id],
  )
  return row!
}

onEveryDatabase('a first report', (db) => {
  it('is kept as a request for service, with no procedure, no stage and no clock', async () => {
    const { report } = aReport()
    await submit(db(), report)
    expect(await kept(db(), report)).toMatchObject({ kind: 'service-request', procedure: null })
    expect(await rowsOf(db(), report.submission_id)).toMatchObject({ complaints: 1, stages: 0, messages: 1 })
  })

  it('never has a procedure', async () => {
    const { report } = aReport('service-request', (it) => {
      it.record.complaint['procedure'] = 'corporate'
      it.stage = { id: 'stage-1' }
    })
    expect(await refusalOf(submit(db(), report))).toMatchObject({
      detail: 'only_complaints_have_a_procedure',
    })
  })

  it.each(['link', 'code'] as const)(
    'becomes a complaint by its %s: the same row and reference, with a stage and a clock from that day',
    async (by) => {
      const { report, byLink, byCode } = aReport()
      await submit(db(), report)
      const turned = await turn(db(), by === 'link' ? byLink : byCode)
      expect(turned).toMatchObject({
        reference: report.references[0],
        created: true,
        acknowledge_by: '2026-12-01',
      })
      const row = await kept(db(), report)
      // 23:30 in November is the same day in London.
      expect(row).toMatchObject({
        kind: 'complaint',
        procedure: 'corporate',
        reported_as: 'service-request',
        first_told: true,
        received: '2026-11-24',
        requested: '2026-11-24',
        request_reasons: 'It was filled in, and broke again.',
        summary: 'Our bin was not emptied three weeks running.',
      })
      expect((row['transcript'] as { question: string }[]).map(({ question }) => question)).toEqual([
        'What are you unhappy about?',
        'What happened?',
      ])
      expect(await rowsOf(db(), report.submission_id)).toEqual({
        complaints: 1,
        people: 1,
        stages: 1,
        messages: 2,
        events: 2,
      })
    },
  )

  it('becomes one without a reason', async () => {
    const { report, byLink } = aReport()
    await submit(db(), report)
    await turn(db(), byLink, aTurn({ reasons: null, exchange: null }))
    expect(await kept(db(), report)).toMatchObject({ kind: 'complaint', request_reasons: null })
  })

  it('that was closed is open again as a complaint, and when it was closed stays known', async () => {
    const { report, byLink } = aReport()
    await submit(db(), report)
    await db().query(`update heard.complaints set closed_at = '2026-11-22' where submission_id = $1`, [
      report.submission_id,
    ])
    await turn(db(), byLink)
    expect(await kept(db(), report)).toMatchObject({ closed_at: null, was_closed: true })
  })

  it('becomes a complaint once, however often it is asked', async () => {
    const { report, byLink, byCode } = aReport()
    await submit(db(), report)
    await turn(db(), byLink)
    const before = [await kept(db(), report), await rowsOf(db(), report.submission_id)]
    const again = await turn(
      db(),
      byCode,
      aTurn({ received_at: '2026-11-30T10:00:00.000Z', reasons: 'Again.' }),
    )
    expect(again).toMatchObject({ created: false, acknowledge_by: '2026-12-01' })
    expect([await kept(db(), report), await rowsOf(db(), report.submission_id)]).toEqual(before)
  })

  it('becomes one where a comment was sent, and never where thanks were', async () => {
    const comment = aReport('comment')
    const praise = aReport('compliment')
    await submit(db(), comment.report)
    await submit(db(), praise.report)
    expect(await turn(db(), comment.byLink)).toMatchObject({ created: true })
    expect(await kept(db(), comment.report)).toMatchObject({ reported_as: 'comment' })
    expect(await turn(db(), praise.byLink)).toBeNull()
    expect(await kept(db(), praise.report)).toMatchObject({ kind: 'compliment', reported_as: null })
  })

  it('opens to nobody without its code or link, and answers the same where there is no such reference', async () => {
    const { report, byCode } = aReport()
    await submit(db(), report)
    const wrong = { code_proof: proof('2222-2222-2222') }
    for (const reference of [byCode.reference, '222-222-222'])
      expect(await turn(db(), { reference, ...wrong })).toBeNull()
    expect(await turn(db(), { link_proof: proof('x') })).toBeNull()
    expect(await kept(db(), report)).toMatchObject({ kind: 'service-request' })
  })

  it('shows what is needed to make it a complaint, and no word of it', async () => {
    const { report, byLink } = aReport()
    await submit(db(), report)
    const [row] = await db().as<{ opened: object }>('portal', 'select api.open_report($1::jsonb) as opened', [
      JSON.stringify(byLink),
    ])
    expect(Object.keys(row!.opened).sort()).toEqual([
      'kind',
      'language',
      'received_at',
      'reference',
      'reply_route',
      'role',
      'safeguarding_flag',
      'service',
    ])
  })

  it.each([
    ['unknown-key', { decision: 'upheld' }],
    ['wrong-type', { reasons: 7 }],
    ['wrong-type', { stage: null }],
    ['not-a-moment', { received_at: 'now' }],
    ['not-a-day', { stage: { id: 'stage-1', respond_by: 'infinity' } }],
    ['submission-refused', { reasons: 'x'.repeat(20_001) }],
    ['procedure-and-stage-go-together', { procedure: null }],
  ])('refuses as %s what would turn it with %j, and stays a report', async (message, change) => {
    const { report, byLink } = aReport()
    await submit(db(), report)
    expect(await refusalOf(turn(db(), byLink, aTurn(change)))).toMatchObject({ code: 'PT400', message })
    expect(await kept(db(), report)).toMatchObject({ kind: 'service-request' })
  })
})

onEveryDatabase('two who ask at once', (db, { parallel }) => {
  it.skipIf(!parallel)('get one complaint', async () => {
    const { report, byLink, byCode } = aReport()
    await submit(db(), report)
    const turned = await Promise.all([byLink, byCode, byLink, byCode].map((given) => turn(db(), given)))
    expect(turned.filter((one) => one?.created)).toHaveLength(1)
    expect(await rowsOf(db(), report.submission_id)).toMatchObject({ stages: 1, messages: 2, events: 2 })
  })
})

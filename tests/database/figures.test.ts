import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { rowsSchema, type Rows } from '../../src/figures/rows.ts'
import type { Database } from '../support/databases.ts'
import { aReference, refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

type Row = Record<string, unknown>

/** Stands in every column that a person writes in: it must never come out. */
const marked = 'MARKED words of a person'

/** Keeps a made-up record of something that came on a day, with every free text marked. */
async function keep(db: Database, received_on: string, complaint: Row = {}, ...stages: Row[]): Promise<void> {
  const id = randomUUID()
  await insert(db, 'complaints', [
    {
      id,
      submission_id: randomUUID(),
      reference: aReference(),
      kind: 'complaint',
      service: 'bins',
      procedure: (complaint['kind'] ?? 'complaint') === 'complaint' ? 'corporate' : null,
      channel: 'web',
      language: 'en',
      form_version: 'test',
      received_at: `${received_on}T12:00:00Z`,
      received_on,
      summary: marked,
      desired_outcome: marked,
      late_reason: marked,
      told_before_details: marked,
      discrimination_details: marked,
      location: marked,
      provider: marked,
      service_request: marked,
      ombudsman_outcome: marked,
      answers: { 'what-happened': marked },
      transcript: [{ question: marked, answer: marked }],
      ...complaint,
    },
  ])
  await insert(db, 'people', [
    {
      id: randomUUID(),
      complaint_id: id,
      role: 'complainant',
      language: 'en',
      name: marked,
      adjustments: [],
    },
  ])
  const written = stages.map((stage, i) => ({
    complaint_id: id,
    number: i + 1,
    stage: `stage-${i + 1}`,
    requested_on: received_on,
    investigator: marked,
    outcome_description: marked,
    remedy: marked,
    request_reasons: marked,
    referred_to: marked,
    actions: [],
    ...stage,
    ...(stage['extended_to'] ? { extension_reason: marked } : {}),
  }))
  for (const stage of written) await insert(db, 'stages', [stage])
}

async function insert(db: Database, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ')
  await db.query(
    `insert into heard.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::heard.${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

async function figures(db: Database, first: string, last: string): Promise<Rows> {
  const [row] = await db.as<{ rows: unknown }>('reports', 'select api.figures($1::date, $2::date) as rows', [
    first,
    last,
  ])
  return rowsSchema.parse(row!.rows)
}

const total = (among: readonly { n: number }[]) => among.reduce((sum, { n }) => sum + n, 0)

onEveryDatabase('figures', (db) => {
  beforeEach(() => db().query('delete from heard.complaints'))

  const year = (y: number) => figures(db(), `${y}-04-01`, `${y + 1}-03-31`)

  it('count what came by the day it was received, from the first of the period to the last', async () => {
    for (const day of ['2031-03-31', '2031-04-01', '2032-03-31', '2032-04-01']) await keep(db(), day)
    expect((await year(2031)).received.map(({ month, n }) => [month, n])).toEqual([
      ['2031-04', 1],
      ['2032-03', 1],
    ])
  })

  it('count compliments, comments and enquiries from members of Parliament apart from complaints', async () => {
    await keep(db(), '2033-05-01', {}, {})
    await keep(db(), '2033-05-02', { kind: 'compliment' })
    await keep(db(), '2033-05-03', { kind: 'comment' })
    await keep(db(), '2033-05-04', { channel: 'mp' }, {})
    const rows = await year(2033)
    expect(rows.received.map(({ kind, procedure }) => [kind, procedure]).sort()).toEqual([
      ['comment', null],
      ['complaint', 'corporate'],
      ['compliment', null],
      ['mp-enquiry', null],
    ])
    expect(rows.asked).toHaveLength(1)
    expect(rows.reasons).toEqual([{ reason: 'not-recorded', month: '2033-05', n: 1 }])
  })

  it('count a reply when it was sent, though the complaint came the year before', async () => {
    await keep(
      db(),
      '2035-03-20',
      {},
      { respond_by: '2035-04-05', responded_on: '2035-04-04', decision: 'upheld' },
    )
    expect(total((await year(2034)).answered)).toBe(0)
    expect((await year(2034)).open).toEqual([
      { stage: 1, procedure: 'corporate', on_day: '2035-03-31', n: 1 },
    ])
    const rows = await year(2035)
    expect(rows.received).toEqual([])
    expect(rows.open).toEqual([{ stage: 1, procedure: 'corporate', on_day: '2035-03-31', n: 1 }])
    expect(rows.answered).toMatchObject([{ month: '2035-04', outcome: 'upheld', n: 1 }])
  })

  it('make what was open and came, less what ended, what is open still', async () => {
    await keep(db(), '2037-03-01', {}, { responded_on: '2037-04-20', decision: 'upheld' })
    await keep(db(), '2037-05-01', {}, { decision: 'withdrawn', responded_on: '2037-05-03' })
    await keep(db(), '2037-05-01', { closed_at: '2037-06-01T12:00:00Z' }, {})
    await keep(
      db(),
      '2037-05-01',
      {
        acceptance: 'refused',
        refusal_reason: marked,
        refusal_kind: 'too-old',
        closed_at: '2037-05-09T12:00:00Z',
      },
      {},
    )
    await keep(db(), '2037-05-01', {}, {}, { requested_on: '2037-07-01' })
    await keep(db(), '2038-03-30', {}, {})
    await keep(db(), '2038-03-30')
    const { asked, open, answered, unanswered } = await year(2037)
    const stage = (n: number) => (among: readonly { stage: number; n: number }[]) =>
      total(among.filter((each) => each.stage === n))
    const first = stage(1)
    const [before, after] = ['2037-03-31', '2038-03-31'].map((day) =>
      first(open.filter(({ on_day }) => on_day === day)),
    )
    expect([before, first(asked), first(answered), first(unanswered), after]).toEqual([1, 6, 1, 4, 2])
    expect(before! + first(asked)).toBe(first(answered) + first(unanswered) + after!)
    expect(unanswered.map(({ ending, refusal, n }) => [ending, refusal, n]).sort()).toEqual([
      ['closed', null, 2],
      ['refused', 'too-old', 1],
      ['withdrawn', null, 1],
    ])
    expect(stage(2)(asked)).toBe(1)
    expect(stage(2)(open)).toBe(1)
  })

  it('do not know what happened after the last day, so that a year counted again gives the same', async () => {
    const action = {
      kind: 'apology',
      what: marked,
      owner: marked,
      due_on: '2040-03-01',
      done_on: '2040-04-02',
    }
    await keep(
      db(),
      '2040-02-01',
      {},
      {
        acknowledge_by: '2040-02-08',
        acknowledged_on: '2040-02-03',
        responded_on: '2040-02-20',
        decision: 'upheld',
        actions: [action],
      },
    )
    await keep(db(), '2040-03-30', {}, { acknowledge_by: '2040-04-06', acknowledged_on: '2040-04-02' })
    const rows = await year(2039)
    expect(rows.asked.map(({ acknowledged_on }) => acknowledged_on).sort()).toEqual(['2040-02-03', null])
    expect(rows.actions).toEqual([{ kind: 'apology', state: 'overdue', n: 1 }])
    expect((await figures(db(), '2040-02-01', '2040-04-30')).actions).toEqual([
      { kind: 'apology', state: 'done', n: 1 },
    ])
  })

  it('count an ombudsman’s decision on its own day, and learning by its main kind', async () => {
    const decided = { ombudsman: 'lgsco', ombudsman_decision: 'no-fault', ombudsman_decided_on: '2043-01-10' }
    await keep(db(), '2041-05-01', decided, {
      responded_on: '2041-05-20',
      learning: marked,
      learning_kind: 'service-quality',
    })
    expect((await year(2041)).ombudsman).toEqual([])
    expect((await year(2042)).ombudsman).toEqual([{ ombudsman: 'lgsco', decision: 'no-fault', n: 1 }])
    expect((await year(2041)).learning).toEqual([{ learning: 'service-quality', actions: false, n: 1 }])
    expect((await year(2041)).answered).toMatchObject([{ outcome: 'not-recorded' }])
  })

  it('put alike together, so that no row tells two complaints of one day apart', async () => {
    for (let i = 0; i < 3; i += 1)
      await keep(db(), '2044-05-01', {}, { respond_by: '2044-05-20', responded_on: '2044-05-19' })
    const rows = await year(2044)
    for (const list of [rows.received, rows.reasons, rows.asked, rows.answered, rows.days])
      expect(list).toMatchObject([{ n: 3 }])
  })

  describe('of a record with marked words in every column that takes words', () => {
    beforeEach(async () => {
      const action = { kind: 'apology', what: marked, owner: marked, due_on: '2046-03-01' }
      await keep(
        db(),
        '2045-05-01',
        { acceptance: 'refused', refusal_reason: marked, refused_where_else: marked, theme: 'delay' },
        {
          extended_to: '2045-06-20',
          respond_by: '2045-05-20',
          responded_on: '2045-06-01',
          learning: marked,
          actions: [action],
        },
      )
      await keep(
        db(),
        '2045-05-02',
        {},
        { responded_on: '2045-06-01', decision: 'upheld', learning: marked, actions: [action] },
      )
    })

    /** Every column of the record that takes a person's or an officer's words, as the record's own rules know it. */
    const wordy = () =>
      db().query<{ relation: string; name: string }>(
        `select distinct relname as relation, attname as name from pg_attribute
         join pg_class class on class.oid = attrelid join pg_namespace n on n.oid = relnamespace
         join pg_constraint on conrelid = class.oid and contype = 'c' and attnum = any (conkey)
         where nspname = 'heard' and relname in ('complaints', 'stages') and conname ~ '_is_bounded$'
           and atttypid = 'text'::regtype`,
      )

    it('let no mark out of any of them', async () => {
      const columns = await wordy()
      expect(columns.length).toBeGreaterThan(12)
      for (const { relation, name } of columns) {
        await db().query(`update heard.${relation} set ${name} = '${marked}' where ${name} is not null`)
        const found = await db().query(`select from heard.${relation} where ${name} like '%MARKED%' limit 1`)
        if (found.length === 0) await db().query(`update heard.${relation} set ${name} = '${marked}'`)
      }
      const [row] = await db().as<{ text: string }>(
        'reports',
        `select api.figures('2045-04-01', '2046-03-31')::text as text`,
      )
      expect(row!.text).not.toMatch(/MARKED/)
    })

    it('hold none of them, no reference and no key', async () => {
      const [row] = await db().as<{ text: string }>(
        'reports',
        `select api.figures('2045-04-01', '2046-03-31')::text as text`,
      )
      expect(row!.text.length).toBeGreaterThan(500)
      expect(row!.text).not.toMatch(/MARKED/)
      const kept = await db().query<{ reference: string; id: string; submission_id: string }>(
        'select reference, id::text, submission_id::text from heard.complaints',
      )
      for (const each of kept) for (const value of Object.values(each)) expect(row!.text).not.toContain(value)
    })
  })

  it.each([
    ['2026-03-31', '2025-04-01'],
    ['2024-04-01', '2026-03-31'],
    ['-infinity', 'infinity'],
    [null, '2026-03-31'],
  ])('are refused from %s to %s', async (first, last) => {
    const refusal = await refusalOf(
      db().as('reports', 'select api.figures($1::date, $2::date)', [first, last]),
    )
    expect(refusal).toMatchObject({ code: 'PT400', message: 'out-of-range' })
  })

  it.each<[string, Row]>([
    ['a kind', { kind: 'Saying sorry' }],
    ['an owner', { owner: '' }],
    ['a day', { due_on: 'soon' }],
    ['nothing more', { person: marked }],
  ])('can rely on an action to have %s', async (_, spoilt) => {
    const action = { kind: 'apology', what: 'Write.', owner: 'A manager', due_on: '2046-05-01', ...spoilt }
    const refusal = await refusalOf(keep(db(), '2046-05-01', {}, { actions: [action] }))
    expect(refusal.message).toContain('actions_have_a_kind_an_owner_and_a_day')
  })
})

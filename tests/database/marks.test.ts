import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { aSubmission, refusalOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const aCaller = () => `caller-${randomUUID()}`

/** Keeps a submission with these marks, from this caller, and gives its reference. */
const marked = async (db: Database, marks: readonly string[], caller: string | null = null) =>
  (await submit(db, { ...aSubmission(), marks, caller })).reference

const marksOf = async (db: Database, reference: string): Promise<string[]> =>
  (
    await db.query<{ mark: string }>(
      `select m.mark from heard.marks m join heard.complaints c on c.id = m.complaint_id
       where c.reference = $1 order by 1`,
      [reference],
    )
  ).map(({ mark }) => mark)

const isJunk = async (db: Database, reference: string): Promise<boolean> =>
  (
    await db.query<{ junk: boolean }>(
      'select heard.is_junk(c.id) as junk from heard.complaints c where c.reference = $1',
      [reference],
    )
  )[0]!.junk

const waits = async (db: Database, reference: string): Promise<number[]> =>
  (
    await db.query<{ behind: number }>(
      `select distinct m.behind from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
       where c.reference = $1`,
      [reference],
    )
  ).map(({ behind }) => behind)

onEveryDatabase('marks', (db) => {
  it('a complaint with no mark is no junk, and its letters wait behind nothing', async () => {
    const reference = await marked(db(), [])
    expect([await isJunk(db(), reference), await waits(db(), reference)]).toEqual([false, [0]])
  })

  it.each(['origin', 'quick', 'hidden-field'])(
    'one mark is a slip: kept, no junk, its letters behind (%s)',
    async (mark) => {
      const reference = await marked(db(), [mark])
      expect([
        await marksOf(db(), reference),
        await isJunk(db(), reference),
        await waits(db(), reference),
      ]).toEqual([[mark], false, [1]])
    },
  )

  it('two marks are junk, and it is kept like any other', async () => {
    const reference = await marked(db(), ['origin', 'quick'])
    expect([await isJunk(db(), reference), await waits(db(), reference)]).toEqual([true, [2]])
    const [kept] = await db().query('select summary from heard.complaints where reference = $1', [reference])
    expect(kept).toEqual({ summary: aSubmission().record.complaint['summary'] })
  })

  it('the team’s word goes before every mark, and the last one holds', async () => {
    const reference = await marked(db(), ['origin', 'quick'])
    const say = (junk: boolean) =>
      db().query('select heard.say_junk(c.id, $2) from heard.complaints c where c.reference = $1', [
        reference,
        junk,
      ])
    await say(false)
    expect([await isJunk(db(), reference), await waits(db(), reference)]).toEqual([false, [0]])
    await say(true)
    expect([await isJunk(db(), reference), await waits(db(), reference)]).toEqual([true, [3]])
    await say(false)
    expect(await isJunk(db(), reference)).toBe(false)
  })

  it('more than 20 from one place in an hour are marked, more than 120 are junk, and all are kept', async () => {
    const caller = aCaller()
    const references: string[] = []
    for (let nth = 0; nth < 122; nth += 1) references.push(await marked(db(), [], caller))
    expect(new Set(references).size).toBe(122)
    expect(await marksOf(db(), references[19]!)).toEqual([])
    expect(await marksOf(db(), references[20]!)).toEqual(['many'])
    expect(await isJunk(db(), references[119]!)).toBe(false)
    expect([await marksOf(db(), references[120]!), await isJunk(db(), references[120]!)]).toEqual([
      ['flood'],
      true,
    ])
    // Another place is no worse for it.
    expect(await marksOf(db(), await marked(db(), [], aCaller()))).toEqual([])
  }, 60_000)

  it('an addition without a code is counted with the rest, and its letter to a stranger waits', async () => {
    const caller = aCaller()
    for (let nth = 0; nth < 20; nth += 1) await marked(db(), [], caller)
    const id = randomUUID()
    const addition = {
      submission_id: id,
      given: null,
      kind: 'more',
      reference: null,
      sender_email: 'stranger@example.org',
      language: 'en',
      form_version: '2026-11',
      received_at: '2026-11-20T09:30:00.000Z',
      answers: {},
      transcript: [],
      marks: ['quick'],
      caller,
    }
    await db().as('portal', 'select api.keep_addition($1::jsonb)', [JSON.stringify(addition)])
    // Sent twice, it is marked once.
    await db().as('portal', 'select api.keep_addition($1::jsonb)', [JSON.stringify(addition)])
    const found = await db().query(
      `select m.template, m.behind,
         array(select k.mark from heard.marks k where k.addition_id = a.id order by 1) as marks
       from heard.additions a join heard.outgoing_messages m on m.addition_id = a.id
       where a.submission_id = $1 order by 1`,
      [id],
    )
    expect(found).toEqual(
      ['addition-unmatched', 'new-addition'].map((template) => ({
        template,
        behind: 2,
        marks: ['many', 'quick'],
      })),
    )
  })

  it('sent again, a submission keeps the marks it had', async () => {
    const submission = { ...aSubmission(), marks: [], caller: null }
    const { reference } = await submit(db(), submission)
    await submit(db(), { ...submission, marks: ['origin', 'quick'] })
    expect(await marksOf(db(), reference)).toEqual([])
  })

  it.each([
    ['a mark that only the record gives', { marks: ['flood'] }, 'out-of-range'],
    ['a mark that there is not', { marks: ['Zofia Nowak'] }, 'out-of-range'],
    ['marks that are no list', { marks: 'quick' }, 'wrong-type'],
    ['a caller that is an address', { caller: '192.0.2.7' }, 'out-of-range'],
    ['a caller that is no text', { caller: 7 }, 'wrong-type'],
  ])('refuses %s, keeps nothing and quotes nothing', async (_, change, code) => {
    const submission = { ...aSubmission(), ...change }
    const refused = await refusalOf(submit(db(), submission))
    expect(refused).toMatchObject({ code: 'PT400', message: code })
    expect(JSON.stringify(refused)).not.toMatch(/Zofia|192\.0/)
    expect(
      await db().query('select from heard.complaints where submission_id = $1', [submission.submission_id]),
    ).toEqual([])
  })

  it('keeps of where things came from only a hash, under a salt that is forgotten with its day', async () => {
    const caller = aCaller()
    await marked(db(), [], caller)
    const kept = JSON.stringify([
      await db().query('select * from heard.callers'),
      await db().query('select submission_id, answers, transcript from heard.complaints'),
      await db().query('select * from heard.audit_events'),
    ])
    expect(kept).not.toContain(caller)

    await db().query(`update heard.caller_salts set on_day = on_day - 1`)
    await db().query(`update heard.callers set in_hour = in_hour - interval '1 hour'`)
    expect(await db().as('portal', 'select api.forget_callers()')).not.toEqual([{ forget_callers: 0 }])
    expect(await db().query('select from heard.callers')).toEqual([])
    expect(await db().query('select from heard.caller_salts')).toEqual([])
  })

  it('begins a new salt with a new day, by itself', async () => {
    const caller = aCaller()
    await marked(db(), [], caller)
    const hashes = () => db().query<{ caller_hash: string }>('select caller_hash from heard.callers')
    const before = await hashes()
    await db().query('update heard.caller_salts set on_day = on_day - 1')
    await db().query(`update heard.callers set in_hour = in_hour - interval '1 day'`)
    await marked(db(), [], caller)
    const after = await hashes()
    expect(after).toHaveLength(1)
    expect(before).not.toContainEqual(after[0])
  })
})

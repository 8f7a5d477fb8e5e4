import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { addStaff, atTheDesk } from './a-member-of-staff.ts'
import { aMarkedComplaint, insert, keepAddition, marked, rowsWith } from './a-marked-complaint.ts'
import { refusalOf } from './a-submission.ts'
import { act } from './an-act.ts'
import { onEveryDatabase } from './on-every-database.ts'

type Json = Record<string, unknown>
interface Copy {
  readonly complaints: readonly Json[]
  readonly [part: string]: unknown
}

const copy = (db: Database, who: Json) => atTheDesk<Copy>(db, 'desk_export_person', { act: who })
const keeper = async <Answer>(db: Database, call: string, ...args: unknown[]): Promise<Answer> =>
  (await db.as<{ answer: Answer }>('keeper', `select ${call} as answer`, args))[0]!.answer
const events = (db: Database, event: string) =>
  db.query('select complaint_id, details, actor from heard.audit_events where event = $1 order by id', [
    event,
  ])

onEveryDatabase('one person’s record', (db) => {
  let staff: string
  beforeAll(async () => {
    staff = await addStaff(db())
  })

  it('comes out whole, under names that they can read, with nobody’s ids or keys', async () => {
    const { id, reference } = await aMarkedComplaint(db())
    const given = await copy(db(), { reference })
    expect(given.complaints).toHaveLength(1)
    const [it] = given.complaints
    expect(it).toMatchObject({
      reference,
      'found by': ['reference'],
      'who wrote it': 'this person',
      complaint: { 'what happened': marked, 'where it happened': marked, 'what would put it right': marked },
      stages: [{ decision: 'upheld', 'outcome description': marked }],
      files: [{ name: `${marked}.jpg`, 'how to get it': expect.stringContaining('at the desk') }, {}],
      letters: [{ letter: 'acknowledgement' }],
    })
    expect((it!['people'] as Json[])[0]).toMatchObject({
      name: `${marked} Amara`,
      address: `${marked} Amara Lane`,
    })
    const text = JSON.stringify(given)
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
    expect(text).not.toMatch(/\w_\w+":/)
    const [keys] = await db().query<Json>('select * from heard.access_keys where complaint_id = $1', [id])
    expect(text).not.toContain(keys!['link_proof'])
    expect(await events(db(), 'person-exported')).toContainEqual({
      complaint_id: id,
      details: { found_by: ['reference'] },
      actor: `staff-${staff}`,
    })
  })

  it('leaves out the details of others, and marks what others wrote', async () => {
    const { reference } = await aMarkedComplaint(db())
    const given = await copy(db(), { reference, role: 'affected' })
    const text = JSON.stringify(given)
    expect(text).toContain('Idris Lane')
    expect(text).not.toMatch(/Amara|960111/)
    expect(given.complaints[0]).toMatchObject({
      'who wrote it': expect.stringContaining('take out what is not about this person'),
      'added later': [{ 'left out': 'the words of another person' }],
      letters: [],
      files: [{ 'left out': 'a file from another person' }, { 'left out': 'a file from another person' }],
    })
    expect(JSON.stringify(await copy(db(), { reference }))).not.toMatch(/Idris|960222/)
  })

  it.each([
    ['their email address, however it is written', { email: ' marked.AMARA@example.org ' }, 'email'],
    ['their phone number, however it is written', { phone: '01632 960 111' }, 'phone'],
    ['their name', { name: 'marked  amara' }, 'name'],
  ])('is found over all complaints by %s', async (_, who, by) => {
    await db().query('delete from heard.complaints')
    const [one, two] = [await aMarkedComplaint(db()), await aMarkedComplaint(db(), null)]
    const { complaints } = await copy(db(), who)
    expect(complaints.map(({ reference }) => reference).sort()).toEqual([one.reference, two.reference].sort())
    expect(complaints[0]).toMatchObject({ 'found by': [by] })
  })

  it('tells of what came without a code, and of what it cannot hold', async () => {
    await db().query('delete from heard.additions')
    await keepAddition(db(), null)
    const given = await copy(db(), { email: `${marked}@example.org` })
    expect(given['sent without a code, and by nobody we can be sure of']).toHaveLength(1)
    expect(JSON.stringify(given['what this cannot hold'])).toContain('kept apart')
  })

  it('holds every table that a complaint has, also those that come later', async () => {
    const { id, reference } = await aMarkedComplaint(db())
    const secret = ['access_keys', 'desk_acts', 'holds', 'outgoing_hooks']
    await insert(db(), 'team_tasks', {
      id: randomUUID(),
      kind: 'letter-bounced',
      complaint_id: id,
      made_at: '2020-01-08T10:00:00Z',
    })
    expect((await copy(db(), { reference })).complaints[0]).toMatchObject({
      'also kept': { 'team tasks': [{ kind: 'letter-bounced' }] },
    })
    const tables = await db().query<{ of_table: string }>(
      `select distinct of_table from heard.column_fates where fate = 'goes' and of_column = 'complaint_id'`,
    )
    for (const table of secret.slice(0, 3)) expect(tables.map(({ of_table }) => of_table)).toContain(table)
  })

  it.each([
    [{}, 'missing'],
    [{ reference: '222-222-222' }, 'no-such-complaint'],
    [{ name: 'A', role: 'neighbour' }, 'wrong-type'],
    [{ email: 'a@example.org', everybody: true }, 'unknown-key'],
  ])('is not given for %j', async (who, message) => {
    expect(await refusalOf(copy(db(), who))).toMatchObject({ code: 'PT400', message })
  })
})

onEveryDatabase('erasing', (db) => {
  let staff: string
  beforeAll(async () => {
    staff = await addStaff(db())
  })
  const forgetAll = () => db().query('delete from heard.complaints')

  it('makes a complaint anonymous at once, whoever’s time it is, and writes down who did it', async () => {
    const { id, reference, files } = await aMarkedComplaint(db(), '2026-11-01')
    const erasing = { id: randomUUID(), reference }
    expect(await act(db(), 'erase', erasing)).toEqual({ erased: 'complaint' })
    expect(await rowsWith(db(), [marked, reference, ...files])).toEqual([])
    expect(await events(db(), 'complaint-anonymised')).toContainEqual({
      complaint_id: id,
      details: { why: 'asked' },
      actor: `staff-${staff}`,
    })
    // Sent twice, it is done once and answered alike.
    expect(await act(db(), 'erase', erasing)).toEqual({ erased: 'complaint' })
    expect(await refusalOf(act(db(), 'erase', { reference }))).toMatchObject({ message: 'no-such-complaint' })
  })

  it('takes one person out of a complaint that stays', async () => {
    const { reference } = await aMarkedComplaint(db())
    expect(await act(db(), 'erase', { reference, role: 'affected' })).toEqual({ erased: 'person' })
    expect(await rowsWith(db(), ['Idris', '960222'])).toEqual([])
    expect((await rowsWith(db(), ['Amara'])).length).toBeGreaterThan(0)
    await forgetAll()
  })

  it('takes out what came without a code', async () => {
    const addition = await keepAddition(db(), null)
    expect(await act(db(), 'erase', { addition })).toEqual({ erased: 'addition' })
    expect(await rowsWith(db(), [marked])).toEqual([])
    expect(await refusalOf(act(db(), 'erase', { addition }))).toMatchObject({ message: 'nothing-to-erase' })
  })

  it('passes by what is held, and says so, until the hold is lifted; each says why', async () => {
    const { reference } = await aMarkedComplaint(db())
    const before = () => rowsWith(db(), [marked])
    expect(await act(db(), 'hold', { reference, reason: 'The Ombudsman has asked for it.' })).toEqual({
      reference,
      held: true,
    })
    expect(await refusalOf(act(db(), 'hold', { reference, reason: 'Again.' }))).toMatchObject({
      message: 'already-held',
    })
    const kept = await before()
    for (const what of [{ reference }, { reference, role: 'affected' }])
      expect(await refusalOf(act(db(), 'erase', what))).toMatchObject({ message: 'on-hold' })
    expect(await before()).toEqual(kept)
    expect(await refusalOf(act(db(), 'release', { reference }))).toMatchObject({ message: 'missing' })
    expect(await act(db(), 'release', { reference, reason: 'It is settled.' })).toEqual({
      reference,
      held: false,
    })
    expect(await refusalOf(act(db(), 'release', { reference, reason: 'Again.' }))).toMatchObject({
      message: 'not-held',
    })
    const [held] = await db().query('select reason, set_by, lifted_reason, lifted_by from heard.holds')
    expect(held).toEqual({
      reason: 'The Ombudsman has asked for it.',
      set_by: `staff-${staff}`,
      lifted_reason: 'It is settled.',
      lifted_by: `staff-${staff}`,
    })
    expect(await act(db(), 'erase', { reference })).toEqual({ erased: 'complaint' })
  })

  it('leaves an open complaint alone', async () => {
    const { reference } = await aMarkedComplaint(db(), null)
    expect(await refusalOf(act(db(), 'erase', { reference }))).toMatchObject({ message: 'still-open' })
    await forgetAll()
  })

  it('is done again after a backup was restored, from a list of ids alone', async () => {
    const since = new Date(Date.now() - 1000).toISOString()
    const [whole, part] = [await aMarkedComplaint(db()), await aMarkedComplaint(db())]
    const addition = await keepAddition(db(), null)
    const backup = await Promise.all(
      ['complaints', 'people', 'stages', 'additions'].map(async (table) => ({
        table,
        rows: await db().query<Json>(`select to_jsonb(t) as row from heard.${table} t`),
      })),
    )
    await act(db(), 'erase', { reference: whole.reference })
    await act(db(), 'erase', { reference: part.reference, role: 'affected' })
    await act(db(), 'erase', { addition })
    const list = await keeper<Json[]>(db(), 'api.erased($1)', since)
    expect(list.slice(-3)).toEqual([
      { complaint: whole.id },
      { complaint: part.id, person: expect.any(String) },
      { addition },
    ])

    await forgetAll()
    for (const { table, rows } of backup)
      for (const { row } of rows)
        if (
          !(
            await db().query(`select from heard.${table} t where to_jsonb(t) = $1::jsonb`, [
              JSON.stringify(row),
            ])
          ).length
        )
          await insert(db(), table, row as Json)
    expect((await rowsWith(db(), [marked, 'Idris'])).length).toBeGreaterThan(3)
    expect(await keeper(db(), 'api.erase_again($1)', JSON.stringify(list))).toEqual({ erased: 3, held: 0 })
    expect(await rowsWith(db(), [whole.reference, 'Idris', addition])).toEqual([
      expect.stringContaining('audit_events'),
      expect.stringContaining('audit_events'),
    ])
    expect(await keeper(db(), 'api.erase_again($1)', JSON.stringify(list))).toEqual({ erased: 0, held: 0 })
    await forgetAll()
  })
})

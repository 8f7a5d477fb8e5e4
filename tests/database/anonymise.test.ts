import { expect, it } from 'vitest'
import { madeUpRecord } from '../../src/local/demo/record.ts'
import { writeRecord } from '../../src/local/demo/write-record.ts'
import type { Database } from '../support/databases.ts'
import { aMarkedComplaint, marked, rowsWith } from './a-marked-complaint.ts'
import { onEveryDatabase } from './on-every-database.ts'

const anonymise = (db: Database, id: string) =>
  db.query(`select heard.anonymise($1, 'time-is-over', 'keeper')`, [id])

const figures = async (db: Database) => {
  const years = await Promise.all(
    [2023, 2024, 2025].map((year) =>
      db.as('reports', 'select api.figures($1::date, $2::date) as rows', [
        `${year}-04-01`,
        `${year + 1}-03-31`,
      ]),
    ),
  )
  return years.map(([row]) => row!['rows'])
}

onEveryDatabase('a complaint that is made anonymous', (db) => {
  it('holds no word, name, address, key or file of anybody, and is found by nothing that people hold', async () => {
    const { id, reference, submission, files } = await aMarkedComplaint(db())
    expect((await rowsWith(db(), [marked])).length).toBeGreaterThan(9)
    await anonymise(db(), id)
    expect(await rowsWith(db(), [marked, reference, submission, ...files])).toEqual([])
  })

  it('becomes what is said of each of its columns, and keeps the rest as it was', async () => {
    const { id } = await aMarkedComplaint(db())
    const whole = async (table: string, key: string) => {
      const [row] = await db().query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from heard.${table} t where ${key} = $1`,
        [id],
      )
      return row!.row
    }
    const fates = await db().query<{ of_table: string; of_column: string; fate: string; becomes: string }>(
      `select * from heard.column_fates where fate in ('kept', 'blanked')`,
    )
    const before = {
      complaints: await whole('complaints', 'id'),
      stages: await whole('stages', 'complaint_id'),
    }
    await anonymise(db(), id)
    const after = {
      complaints: await whole('complaints', 'id'),
      stages: await whole('stages', 'complaint_id'),
    }
    for (const { of_table, of_column, fate, becomes } of fates) {
      if (of_table !== 'complaints' && of_table !== 'stages') continue
      const [was, is] = [before[of_table][of_column], after[of_table][of_column]]
      if (of_column === 'anonymised_at') expect(is).not.toBeNull()
      else if (fate === 'kept') expect(is, of_column).toEqual(was)
      else if (becomes === 'null') expect(is, of_column).toBeNull()
    }
    expect(after.complaints).toMatchObject({ summary: '-', answers: {}, transcript: [], language: 'und' })
    expect(after.stages).toMatchObject({
      extension_reason: '-',
      learning_kind: 'not-recorded',
      actions: [{ kind: 'training', what: '-', owner: '-', due_on: '2020-03-01' }],
    })
    expect(new Date(String(after.complaints['received_at'])).toISOString()).toBe('2020-01-07T00:00:00.000Z')
  })

  it('leaves one event, which says why and of whom nothing', async () => {
    const { id } = await aMarkedComplaint(db())
    await anonymise(db(), id)
    expect(
      await db().query('select event, actor, details from heard.audit_events where complaint_id = $1', [id]),
    ).toEqual([{ event: 'complaint-anonymised', actor: 'keeper', details: { why: 'time-is-over' } }])
  })

  it('leaves other complaints alone', async () => {
    const [one, other] = [await aMarkedComplaint(db()), await aMarkedComplaint(db())]
    const before = await rowsWith(db(), [other.id])
    await anonymise(db(), one.id)
    expect(await rowsWith(db(), [other.id])).toEqual(before)
    await db().query('delete from heard.complaints where id = $1', [other.id])
  })

  it('is refused while it still names anybody', async () => {
    const { id } = await aMarkedComplaint(db())
    await expect(
      db().query('update heard.complaints set anonymised_at = now() where id = $1', [id]),
    ).rejects.toThrow('what_is_anonymised_names_nobody')
    await db().query('delete from heard.complaints where id = $1', [id])
  })

  it('is counted as before: figures are the same once every closed complaint names nobody', async () => {
    await writeRecord(madeUpRecord(240, 11), (sql) => db().query(sql))
    // What made-up cases may lack: learning without a kind, an action, and what the ombudsman decided.
    const [answered] = await db().query<{ complaint_id: string }>(
      'select complaint_id from heard.stages where responded_on is not null and number = 1 order by 1 limit 1',
    )
    await db().query(
      `update heard.stages set learning = 'words', learning_kind = null,
         actions = '[{"kind": "training", "what": "words", "owner": "words", "due_on": "2025-01-01"}]'
       where complaint_id = $1`,
      [answered!.complaint_id],
    )
    await db().query(
      `update heard.complaints set ombudsman = 'lgsco', ombudsman_decision = 'upheld', ombudsman_decided_on = '2025-01-06'
       where id = $1`,
      [answered!.complaint_id],
    )
    const before = await figures(db())
    const closed = await db().query<{ id: string }>(
      'select id from heard.complaints where closed_at is not null',
    )
    expect(closed.length).toBeGreaterThan(100)
    await db().query(
      `select heard.anonymise(id, 'time-is-over', 'keeper') from heard.complaints where closed_at is not null`,
    )
    expect(await figures(db())).toEqual(before)
    expect(
      await db().query(
        'select from heard.people p join heard.complaints c on c.id = p.complaint_id where c.closed_at is not null',
      ),
    ).toEqual([])
  })
})

import { randomInt, randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { envelope } from '../../src/adapters/envelope.ts'
import type { AboutSomebody, EqualityRecord, Waiting } from '../../src/complaints/equality/ports.ts'
import { settle } from '../../src/complaints/equality/settle.ts'
import type { Database } from '../support/databases.ts'
import { aSubmission, refusalOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** How many people complain and then, at once, say something of themselves that nobody else says. */
const people = 25
const batch = 10
const secret = 'a'.repeat(43)
const sealing = envelope(secret, 'equality')

/** The record as the site reaches it: as portal and, for batches, as mailer; one call at a time. */
const equalityOf = (db: Database): EqualityRecord => ({
  give: async (sealed) => void (await db.as('portal', 'select api.give_equality_answers($1)', [sealed])),
  async waiting(least) {
    const sql = 'select api.waiting_equality_answers($1) as one'
    return (await db.as<{ one: Waiting }>('mailer', sql, [least])).map(({ one }) => one)
  },
  keep: async (taken, answers) =>
    void (await db.as('mailer', 'select api.keep_equality_batch($1::uuid[], $2::jsonb)', [
      taken,
      JSON.stringify(answers),
    ])),
})

const give = (db: Database, about: AboutSomebody) => equalityOf(db).give(sealing.close(JSON.stringify(about)))
const settling = (db: Database) =>
  settle({ equality: equalityOf(db), envelope: sealing, randomNumber: (below) => randomInt(below), batch })

/** Every row of every table of ours, as text: what a thief of the database has to search in. */
async function everything(db: Database): Promise<{ place: string; row: string }[]> {
  const tables = await db.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('heard', 'api')`,
  )
  const rows = await Promise.all(
    tables.map(async ({ name }) =>
      (await db.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)).map(({ row }) => ({
        place: name,
        row,
      })),
    ),
  )
  return rows.flat()
}

const holding = async (db: Database, text: string) =>
  (await everything(db)).filter(({ row }) => row.includes(text)).map(({ place }) => place)

/** How many files of the write-ahead log, of any PostgreSQL that tests run here, hold a text. */
const logsHolding = (text: string) =>
  globSync(join(tmpdir(), 'heard-postgres-*/data/pg_wal/0*')).filter((file) => {
    try {
      return readFileSync(file).includes(text)
    } catch {
      // Another test's database has gone in the meantime.
      return false
    }
  }).length

onEveryDatabase('what people say of themselves', (db, { parallel: onPostgres }) => {
  /** The n-th person's complaint is about this, and their answer is this: nobody else has either. */
  const run = `zq${randomInt(1_000_000)}`
  const complaintOf = (person: number) => `${run}-complaint-${person}-`
  const answerOf = (person: number) => `${run}-answer-${person}-x`
  const submissions: string[] = []

  beforeAll(async () => {
    for (let person = 0; person < people; person += 1) {
      const sent = aSubmission((it) => (it.record.complaint['summary'] = complaintOf(person)))
      submissions.push(sent.submission_id)
      await submit(db(), sent)
      await give(db(), { religion: answerOf(person), 'age-group': '35-44' })
    }
  })

  describe('while it waits', () => {
    it('is written nowhere that the database, a copy of it or its log could be read from', async () => {
      for (const person of [0, 7, people - 1]) {
        expect(await holding(db(), answerOf(person))).toEqual([])
        expect(await holding(db(), complaintOf(person))).toContain('heard.complaints')
        if (onPostgres) {
          expect(logsHolding(answerOf(person))).toBe(0)
          expect(logsHolding(complaintOf(person))).toBeGreaterThan(0)
        }
      }
    })

    // The control: these orders do give everybody away where the answers can be read. It is what remains.
    it('could be joined by whoever has the secret beside the database', async () => {
      const rows = await db().query<{ sealed: string }>(
        'select sealed from heard.equality_waiting order by ctid',
      )
      const opened = rows.map(
        ({ sealed }) => (JSON.parse(sealing.open(sealed)!) as AboutSomebody)['religion'],
      )
      expect(opened).toEqual(Array.from({ length: people }, (_, person) => answerOf(person)))
    })

    it('cannot be opened without the secret, and shows nothing by its length or by being like another', async () => {
      await give(db(), { religion: answerOf(0), 'age-group': '35-44' })
      const rows = await db().query<{ sealed: string }>('select sealed from heard.equality_waiting')
      expect(rows).toHaveLength(people + 1)
      expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1)
      expect(new Set(rows.map(({ sealed }) => sealed)).size).toBe(people + 1)
      expect(rows.filter(({ sealed }) => envelope('b'.repeat(43), 'equality').open(sealed))).toEqual([])
      expect(rows.filter(({ sealed }) => envelope(secret, 'other').open(sealed))).toEqual([])
    })

    it('holds no time, however it is opened', async () => {
      const [row] = await db().query<{ sealed: string }>('select sealed from heard.equality_waiting limit 1')
      expect(Object.keys(JSON.parse(sealing.open(row!.sealed)!) as object).sort()).toEqual([
        'age-group',
        'religion',
      ])
    })
  })

  describe('once it is kept', () => {
    const kept = <Row>(columns: string, order = '') =>
      db().query<Row & { answer: string }>(
        `select answers ->> 'religion' as answer, ${columns} from heard.equality_answers ${order}`,
      )

    beforeAll(async () => {
      expect(await settling(db())).toBe(people + 1)
    })

    it('is all there, and nothing waits', async () => {
      const answers = (await kept('id')).map(({ answer }) => answer).sort()
      const given = Array.from({ length: people }, (_, person) => answerOf(person))
      expect(answers).toEqual([...given, answerOf(0)].sort())
      expect(await db().query('select from heard.equality_waiting')).toEqual([])
    })

    it('has a random id, a month and the answers, and no column in which more could stand', async () => {
      const columns = await db().query(
        `select table_name as of, column_name as name, data_type as type from information_schema.columns
         where table_name in ('equality_answers', 'equality_waiting') order by 1, ordinal_position`,
      )
      expect(columns).toEqual([
        { of: 'equality_answers', name: 'id', type: 'uuid' },
        { of: 'equality_answers', name: 'kept_in', type: 'date' },
        { of: 'equality_answers', name: 'answers', type: 'jsonb' },
        { of: 'equality_waiting', name: 'id', type: 'uuid' },
        { of: 'equality_waiting', name: 'sealed', type: 'text' },
      ])
    })

    it('shares no value with anything else in the record', async () => {
      const rows = await everything(db())
      const ids = await kept<{ id: string }>('id::text')
      for (const { id, answer } of ids) {
        expect(rows.filter(({ row }) => row.includes(id)).map(({ place }) => place)).toEqual([
          'heard.equality_answers',
        ])
        expect(new Set(rows.filter(({ row }) => row.includes(answer)).map(({ place }) => place))).toEqual(
          new Set(['heard.equality_answers']),
        )
      }
      const theirs = rows
        .filter(({ place }) => place.startsWith('heard.equality'))
        .map(({ row }) => row)
        .join()
      const [people_] = await db().query<{ values: string[] }>(
        `select array(
           select unnest(array[c.id::text, c.submission_id::text, c.reference, c.summary])
           from heard.complaints c where c.submission_id = any ($1::uuid[])
         ) || array(select k.id::text from heard.access_keys k) || array(select p.id::text from heard.people p) as values`,
        [submissions],
      )
      expect(people_!.values.filter((value) => theirs.includes(value))).toEqual([])
      const linked = await db().query(
        `select conname from pg_constraint where contype = 'f'
         and 'equality' in (split_part(conrelid::regclass::text, '.', 2), split_part(confrelid::regclass::text, '.', 2))`,
      )
      expect(linked).toEqual([])
    })

    it('was written in one transaction, under one month: neither tells one row from another', async () => {
      const rows = await kept<{ xmin: string; kept_in: string }>('xmin::text, kept_in::text')
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
      expect(new Set(rows.map(({ kept_in }) => kept_in)).size).toBe(1)
      expect(rows[0]!.kept_in).toMatch(/^\d{4}-\d\d-01$/)
    })

    // By chance one in 25 falls into its place, whatever the order; ten do once in ten million times.
    const chance = 9
    it.each(['ctid', 'id', 'xmin::text, ctid', 'kept_in, ctid', 'ctid desc', 'md5(id::text)'])(
      'stands in no order that is an order of the complaints: %s',
      async (order) => {
        const answers = (await kept('id', `order by ${order}`)).map(({ answer }) => answer)
        for (const theirs of [
          'c.ctid',
          'c.id',
          'c.xmin::text::bigint',
          'c.received_at, c.id',
          'c.reference',
          'c.submission_id',
          '(select min(e.id) from heard.audit_events e where e.complaint_id = c.id)',
          '(select min(m.created_at) from heard.outgoing_messages m where m.complaint_id = c.id)',
          '(select min(m.ctid::text) from heard.outgoing_messages m where m.complaint_id = c.id)',
        ]) {
          const complaints = await db().query<{ summary: string }>(
            `select summary from heard.complaints c where summary like '${run}%' order by ${theirs}`,
          )
          expect(complaints).toHaveLength(people)
          const guessed = complaints.map(({ summary }) => Number(summary.split('-')[2]))
          for (const shift of [0, 1]) {
            const right = guessed.filter(
              (person, place) => answers[place + shift] === answerOf(person),
            ).length
            expect(right, `by ${theirs}`).toBeLessThanOrEqual(chance)
          }
        }
      },
    )

    it('has left no event, no message, no step of a sequence and no wrong code behind', async () => {
      const traces = `select
        (select count(*)::int from heard.audit_events) as events,
        (select count(*)::int from heard.outgoing_messages) as messages,
        (select count(*)::int from heard.wrong_codes) as codes,
        (select coalesce(sum(last_value), 0)::int from pg_sequences where schemaname in ('heard', 'api')) as steps`
      const before = await db().query(traces)
      for (let person = 0; person < batch; person += 1) await give(db(), { religion: 'jewish' })
      expect(await settling(db())).toBe(batch)
      expect(await db().query(traces)).toEqual(before)
    })
  })
})

onEveryDatabase('a batch', (db, { parallel }) => {
  const count = async () => (await db().query('select from heard.equality_answers')).length

  it('is never of few: they wait, and the database gives them to nobody', async () => {
    const equality = equalityOf(db())
    for (let given = 1; given < batch; given += 1) {
      await give(db(), { religion: 'sikh' })
      expect(await settling(db())).toBe(0)
    }
    expect(await count()).toBe(0)
    expect(await equality.waiting(batch)).toEqual([])
    for (const least of [0, 1, 4])
      expect(await refusalOf(equality.waiting(least))).toMatchObject({ code: 'PT400' })
    const [one] = await equality.waiting(5)
    expect(await refusalOf(equality.keep([one!.id], [{ religion: 'sikh' }]))).toMatchObject({
      message: 'out-of-range',
    })
    expect(await count()).toBe(0)
    await give(db(), { religion: 'sikh' })
    expect(await settling(db())).toBe(batch)
    expect(await count()).toBe(batch)
  })

  it('is kept once, or not at all', async () => {
    const equality = equalityOf(db())
    const before = await count()
    for (let given = 0; given < batch; given += 1) await give(db(), { religion: 'hindu' })
    const ids = (await equality.waiting(batch)).map(({ id }) => id)
    const answers = ids.map(() => ({ religion: 'hindu' }))
    const gone = [...ids.slice(1), randomUUID()]
    expect(await refusalOf(equality.keep(gone, answers))).toMatchObject({ message: 'batch-gone' })
    expect(await count()).toBe(before)
    const outcomes = await Promise.allSettled(
      (parallel ? [1, 2, 3] : [1]).map(() => equality.keep(ids, answers)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusalOf(equality.keep(ids, answers))).toMatchObject({ message: 'batch-gone' })
    expect(await count()).toBe(before + batch)
  })

  it.each([
    [{ religion: 'In my own words.' }],
    [{ religion: { other: 'x' } }],
    [{ 'What I think': 'x' }],
    [{ religion: null }],
  ])('takes ids, and no free text such as %j', async (answer) => {
    const equality = equalityOf(db())
    for (let given = 0; given < batch; given += 1) await give(db(), { religion: 'hindu' })
    const ids = (await equality.waiting(batch)).map(({ id }) => id)
    const keeping = equality.keep(ids, [...ids.slice(1).map(() => ({})), answer as unknown as AboutSomebody])
    expect(await refusalOf(keeping)).toMatchObject({ message: 'wrong-type' })
  })

  it('leaves out what cannot be opened any more, and takes it away', async () => {
    await settling(db())
    const before = await count()
    await equalityOf(db()).give(envelope('b'.repeat(43), 'equality').close('{}'))
    for (let given = 0; given < batch; given += 1) await give(db(), { religion: 'hindu' })
    expect(await settling(db())).toBe(batch)
    expect(await count()).toBe(before + batch)
    expect(await db().query('select from heard.equality_waiting')).toEqual([])
  })

  it('takes nothing that is not sealed', async () => {
    for (const text of ['', '{"religion":"jewish"}', 'x'.repeat(30_000)])
      expect(await refusalOf(equalityOf(db()).give(text))).toMatchObject({ code: 'PT400' })
  })
})

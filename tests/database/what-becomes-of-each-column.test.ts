import { expect, it } from 'vitest'
import { onEveryDatabase } from './on-every-database.ts'

const columns = `
  select relname as of_table, attname as of_column, class.oid
  from pg_class class
  join pg_namespace namespace on namespace.oid = relnamespace
  join pg_attribute on attrelid = class.oid and attnum > 0 and not attisdropped
  where nspname = 'heard' and relkind in ('r', 'p')`

/** How to mend it, for whoever adds a table or a column. */
const mend = (column: string) =>
  `nobody has said what becomes of heard.${column} when a complaint's time is over. Say it in the migration that ` +
  `adds it: select heard.say_what_becomes('table', 'kept' | 'blanked' | 'goes' | 'own-time', '{column}'); ` +
  `supabase/CONVENTIONS.md says which is which.`

onEveryDatabase('every column', (db) => {
  it('has it said what becomes of it when a complaint’s time is over', async () => {
    const silent = await db().query<{ name: string }>(
      `select of_table || '.' || of_column as name from (${columns}) as c
       where not exists (
         select from heard.column_fates f where f.of_table = c.of_table and f.of_column = c.of_column
       ) order by 1`,
    )
    expect(silent.map(({ name }) => mend(name))).toEqual([])
  })

  it('is one that there is', async () => {
    const gone = await db().query(
      `select f.of_table, f.of_column from heard.column_fates f
       where not exists (
         select from (${columns}) as c where c.of_table = f.of_table and c.of_column = f.of_column
       )`,
    )
    expect(gone, 'heard.column_fates names columns that are gone: delete their rows').toEqual([])
  })

  it('goes with all of its row, or with none of it', async () => {
    const mixed = await db().query(
      `select of_table from heard.column_fates
       group by 1 having count(distinct case when fate in ('kept', 'blanked') then 'stays' else fate end) > 1`,
    )
    expect(mixed, 'say of a whole table that it goes, has its own time, or stays').toEqual([])
  })

  it('goes only where something takes its row away', async () => {
    const stuck = await db().query(
      `select distinct f.of_table from heard.column_fates f
       where f.fate = 'goes'
         and not exists (
           select from heard.column_fates k where k.of_table = f.of_table and k.of_column = 'complaint_id'
         )
         and not exists (
           select from pg_constraint
           join heard.column_fates parent on ('heard.' || parent.of_table)::regclass = confrelid and parent.fate = 'goes'
           where contype = 'f' and confdeltype = 'c' and conrelid = ('heard.' || f.of_table)::regclass
         )`,
    )
    expect(stuck, 'a table that goes has a complaint_id, or cascades from a table that goes').toEqual([])
  })

  it('stays only in a table that is found by its complaint', async () => {
    const lost = await db().query(
      `select distinct f.of_table from heard.column_fates f
       where f.fate in ('kept', 'blanked') and f.of_table <> 'complaints'
         and not exists (
           select from heard.column_fates k where k.of_table = f.of_table and k.of_column = 'complaint_id'
         )`,
    )
    expect(lost).toEqual([])
  })

  it('that has a time of its own is in a table that something deletes from', async () => {
    // One row each, or nothing about anybody.
    const aboutNobody = ['column_fates', 'case_system']
    const lasting = await db().query<{ of_table: string }>(
      `select distinct f.of_table from heard.column_fates f
       where f.fate = 'own-time' and f.of_table <> all ($1)
         and not exists (
           select from heard.forgotten_by_row(now(), '{}') r where r.of_table = f.of_table
         )
         and not exists (
           select from pg_proc where prosrc ~ ('delete from heard[.]' || f.of_table || '\\M')
         )`,
      [aboutNobody],
    )
    expect(lasting, 'give these rows an end: heard.forgotten_by_row says when the others go').toEqual([])
  })

  it('may name somebody of the team only where the purge waits for it before it lets them go', async () => {
    const naming = await db().query<{ of_table: string }>(
      `select relname as of_table from pg_constraint join pg_class class on class.oid = conrelid
       where contype = 'f' and confrelid = 'heard.staff'::regclass order by 1`,
    )
    const [waits] = await db().query<{ condition: string }>(
      `select condition from heard.forgotten_by_row(now(), '{"audit": 96}') where kind = 'staff'`,
    )
    for (const { of_table } of naming) expect(waits!.condition).toContain(`from heard.${of_table} `)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded, type Database } from '../support/databases.ts'
import { aSubmission, refusalOf, sizeOfRecord, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { whoMayDoWhat } from './who-may-do-what.ts'

/** What each role may run, as supabase/ROLES.md has it. */
const granted = Object.fromEntries(
  Object.entries(whoMayDoWhat()).map(([role, { functions }]) => [role, functions]),
)
const { nobody: forTheTeam = [] } = granted
const roles = [...Object.keys(granted).filter((role) => role !== 'nobody'), 'stranger']
const callers = roles.filter((role) => granted[role]?.length || role === 'staff')
const api = [...new Set(callers.flatMap((role) => granted[role]!))].sort()

/** Set off by Supabase's own role when somebody signs in; nobody can call a trigger. */
const forSupabase = ['heard.role_of_who_signs_in()']

const ours = `namespace.nspname in ('heard', 'api')`

interface Thing {
  name: string
  kind: 'table' | 'sequence' | 'function' | 'schema'
}

/** Everything of ours that the catalogues know, with what each kind can be used for. */
const everything = `
  select nspname || '.' || relname as name, case when relkind = 'S' then 'sequence' else 'table' end as kind, class.oid
  from pg_class class join pg_namespace namespace on namespace.oid = relnamespace
  where relkind in ('r', 'v', 'm', 'p', 'f', 'S') and ${ours}
  union all
  select proc.oid::regprocedure::text, 'function', proc.oid
  from pg_proc proc join pg_namespace namespace on namespace.oid = pronamespace where ${ours}
  union all
  select nspname, 'schema', namespace.oid from pg_namespace namespace where ${ours}`

const reachableBy = `
  select kind, name from (${everything}) as things
  where case kind
    when 'table' then has_table_privilege($1, oid, 'select, insert, update, delete, truncate, references, trigger')
      or has_any_column_privilege($1, oid, 'select, insert, update, references')
    when 'sequence' then has_sequence_privilege($1, oid, 'usage, select, update')
    when 'function' then has_function_privilege($1, oid, 'execute')
    else has_schema_privilege($1, oid, 'usage, create')
  end
  order by 1, 2`

onEveryDatabase('the record', (db) => {
  it('has tables, sequences, functions and schemas for these rules to look at', async () => {
    const kinds = await db().query<{ kind: string; many: number }>(
      `select kind, count(*)::int as many from (${everything}) as things group by 1 order by 1`,
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['function', 'schema', 'sequence', 'table'])
    expect(kinds.every(({ many }) => many > 0)).toBe(true)
  })

  it('has no role that supabase/ROLES.md does not name', async () => {
    const known = await db().query<{ name: string }>(
      `select rolname as name from pg_roles
       where not rolcanlogin and not rolsuper and rolname !~ '^(pg|supabase)_' order by 1`,
    )
    expect(known.map(({ name }) => name)).toEqual([...roles].sort())
  })

  it.each(roles.filter((role) => !callers.includes(role)))('grants %s nothing', async (role) => {
    expect(await db().query(reachableBy, [role])).toEqual([])
  })

  it.each(callers)('grants %s its functions of the API and nothing else', async (role) => {
    expect(await db().query(reachableBy, [role])).toEqual([
      ...granted[role]!.map((name) => ({ kind: 'function', name })),
      { kind: 'schema', name: 'api' },
    ])
  })

  it.each(callers)('lets %s do nothing by what it is, or by what it belongs to', async (role) => {
    const [what] = await db().query(
      `select rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls,
         (select count(*)::int from pg_auth_members where member = pg_roles.oid) as belongs_to,
         has_schema_privilege(rolname, 'public', 'create') as makes_tables
       from pg_roles where rolname = $1`,
      [role],
    )
    expect(new Set(Object.values(what!))).toEqual(new Set([false, 0]))
  })

  it('has row level security on every table, and no policy that opens it', async () => {
    const open = await db().query(
      `select relname from pg_class class join pg_namespace namespace on namespace.oid = relnamespace
       where relkind in ('r', 'p') and ${ours} and not relrowsecurity`,
    )
    expect(open).toEqual([])
    expect(await db().query('select policyname from pg_policies')).toEqual([])
  })

  it('runs no function with a search path that a caller could bend', async () => {
    const bent = await db().query(
      `select proc.oid::regprocedure::text as name from pg_proc proc join pg_namespace namespace on namespace.oid = pronamespace
       where ${ours} and coalesce(array_to_string(proconfig, ','), '') <> 'search_path=""'`,
    )
    expect(bent).toEqual([])
  })

  it('lends the rights of its owner to the API alone, and to what looks at who signs in', async () => {
    const lending = await db().query<{ name: string }>(
      `select proc.oid::regprocedure::text as name from pg_proc proc join pg_namespace namespace on namespace.oid = pronamespace
       where ${ours} and prosecdef order by 1`,
    )
    expect(lending.map(({ name }) => name)).toEqual([...api, ...forTheTeam, ...forSupabase].sort())
  })

  it.each(roles)('turns %s away from every table, sequence and function it tries', async (role) => {
    await submit(db(), aSubmission())
    const before = await sizeOfRecord(db())
    const things = await db().query<Thing>(
      `select kind, name from (${everything}) as things where kind <> 'schema'`,
    )
    for (const thing of things) {
      if (granted[role]?.includes(thing.name)) continue
      for (const attempt of await attemptsOn(db(), thing)) {
        expect(await refusalOf(db().as(role, attempt)), `${role}: ${attempt}`).toMatchObject({
          code: '42501',
        })
      }
    }
    expect(await sizeOfRecord(db())).toEqual(before)
  })

  it.each(callers)('lets %s run what it may: it is turned away from none of it', async (role) => {
    for (const name of granted[role]!) {
      const [attempt = ''] = await attemptsOn(db(), { kind: 'function', name })
      const code = await db()
        .as(role, attempt)
        .then(
          () => 'ran',
          (error: { code?: string }) => error.code,
        )
      expect(code, `${role}: ${name}`).not.toBe('42501')
    }
  })
})

async function attemptsOn(db: Database, { kind, name }: Thing): Promise<string[]> {
  if (kind === 'sequence') return [`select nextval('${name}')`, `select last_value from ${name}`]
  if (kind === 'function') {
    const types = /\((.*)\)$/.exec(name)?.[1]?.split(',').filter(Boolean) ?? []
    return [`select ${name.slice(0, name.indexOf('('))}(${types.map((type) => `null::${type}`).join(', ')})`]
  }
  const [column] = await db.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1',
    [name],
  )
  return [
    `select * from ${name}`,
    `select count(*) from ${name}`,
    `insert into ${name} default values`,
    `update ${name} set ${column!.name} = ${column!.name}`,
    `delete from ${name}`,
    `truncate ${name} cascade`,
  ]
}

describe('the record, where the embedded Supabase has granted its tables to everyone', () => {
  let db: Database
  beforeAll(async () => {
    db = await openEmbedded()
    await submit(db, aSubmission())
  })
  afterAll(() => db.close())

  it.each(['anon', 'authenticated'])('still shows and gives %s not one row', async (role) => {
    const before = await sizeOfRecord(db)
    const tables = (await db.query<Thing>(`select kind, name from (${everything}) as things`)).filter(
      ({ kind }) => kind === 'table',
    )
    expect(tables.length).toBeGreaterThan(0)
    for (const { name } of tables) {
      const granted = await db.query('select has_table_privilege($1, $2, $3) as granted', [
        role,
        name,
        'select',
      ])
      expect(granted).toEqual([{ granted: true }])
      expect(await db.as(role, `select * from ${name}`)).toEqual([])
      expect(await refusalOf(db.as(role, `insert into ${name} default values`))).toMatchObject({
        code: /42501|23502/,
      })
      if (name !== 'heard.audit_events') await db.as(role, `delete from ${name}`)
    }
    expect(await sizeOfRecord(db)).toEqual(before)
  })

  it.each(['anon', 'authenticated', 'stranger'])('still runs no function for %s', async (role) => {
    const call = db.as(role, 'select api.submit_complaint($1::jsonb)', [JSON.stringify(aSubmission())])
    expect(await refusalOf(call)).toMatchObject({ code: '42501' })
  })
})

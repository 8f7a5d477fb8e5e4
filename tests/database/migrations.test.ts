import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrationFiles } from '../support/databases.ts'
import { onEveryDatabase } from './on-every-database.ts'

it('migrations have names in the Supabase CLI’s form, no two at one time', () => {
  const names = migrationFiles().map(({ name }) => name)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(name).toMatch(/^\d{14}_[a-z]+(_[a-z]+)*\.sql$/)
  expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(names.length)
})

it('migrations that make something close the doors on it', () => {
  for (const { name, sql } of migrationFiles()) {
    if (/^create (table|view|function|procedure|sequence)/m.test(sql))
      expect(sql, name).toContain('heard.close_doors();')
  }
})

onEveryDatabase('the schema', (db) => {
  it('says what every table and column is for', async () => {
    const silent = await db().query(
      `select relname, attname from pg_class class
       join pg_namespace namespace on namespace.oid = relnamespace
       join pg_attribute on attrelid = class.oid and (attnum > 0 or attnum = -1) and not attisdropped
       where nspname in ('heard', 'api') and relkind in ('r', 'v', 'p')
         and coalesce(case when attnum > 0 then col_description(class.oid, attnum) else obj_description(class.oid, 'pg_class') end, '') = ''`,
    )
    expect(silent).toEqual([])
  })

  it('says what every function is for', async () => {
    const silent = await db().query(
      `select proc.oid::regprocedure::text as name from pg_proc proc join pg_namespace namespace on namespace.oid = pronamespace
       where nspname in ('heard', 'api') and obj_description(proc.oid, 'pg_proc') is null`,
    )
    expect(silent).toEqual([])
  })

  it('says of no function that it waits for a role', async () => {
    const stale = await db().query(
      `select proc.oid::regprocedure::text as name from pg_proc proc join pg_namespace namespace on namespace.oid = pronamespace
       where nspname in ('heard', 'api') and obj_description(proc.oid, 'pg_proc') ~ 'nobody yet'`,
    )
    expect(stale).toEqual([])
  })

  it('says of tasks about letters every kind that OPERATIONS.md says', async () => {
    const operations = readFileSync(join(import.meta.dirname, '../../OPERATIONS.md'), 'utf8')
    const kinds = [...operations.matchAll(/^- \*\*(letters?-[a-z-]+)\*\*/gm)].map(([, kind]) => kind)
    const [column] = await db().query<{ said: string }>(
      `select col_description(attrelid, attnum) as said from pg_attribute
       where attrelid = 'heard.team_tasks'::regclass and attname = 'kind'`,
    )
    expect(kinds.length).toBeGreaterThan(3)
    expect(kinds.filter((kind) => !column!.said.includes(String(kind)))).toEqual([])
  })

  it('names each rule after what it asks, not after its column', async () => {
    const unnamed = await db().query(
      `select conname from pg_constraint join pg_namespace namespace on namespace.oid = connamespace
       where nspname = 'heard' and contype in ('c', 'u', 'x') and conname ~ '_(check|key|excl)[0-9]*$'`,
    )
    expect(unnamed).toEqual([])
  })

  it('bounds every text it keeps', async () => {
    const unbounded = await db().query(
      `select relname, attname from pg_attribute
       join pg_class class on class.oid = attrelid join pg_namespace namespace on namespace.oid = relnamespace
       where nspname = 'heard' and relkind = 'r' and attnum > 0 and not attisdropped
         and atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
         and not exists (select from pg_constraint where contype = 'c' and conrelid = class.oid and attnum = any (conkey))`,
    )
    expect(unbounded).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite'
import pg from 'pg'
import { postgresPrograms, postgresServer } from './postgres-server.ts'

type Row = Record<string, unknown>

/** A database with the migrations of supabase/migrations applied. */
export interface Database {
  /** Runs one statement as the owner of the record. Rejects with PostgreSQL's error: `code`, `message`, `detail`. */
  query<T = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>
  /**
   * Runs one statement in a transaction of its own as a role, the way the API does for a request. `claims` are those of
   * the request's token, such as {email} of somebody who has signed in.
   */
  as<T = Row>(role: string, sql: string, params?: readonly unknown[], claims?: Row): Promise<T[]>
  close(): Promise<void>
}

/** A kind of database to hold the migrations to. */
export interface Engine {
  readonly name: string
  /** Why it cannot be tested here, in one line; null where it can. */
  readonly missing: string | null
  /** True where two connections can be at work at the same time. */
  readonly parallel: boolean
  open(): Promise<Database>
}

/** Roles that a host has beside `portal`; `stranger` stands for whoever only has what PUBLIC has. */
const hostRoles = ['anon', 'authenticated', 'service_role', 'stranger']

/** How the API tells a function whose token came with the request. */
const claimed = `select set_config('request.jwt.claims', $1, true)`

const creating = (role: string): string =>
  `create role ${role} nologin ${role === 'service_role' ? 'bypassrls' : ''}`

const migrations = join(import.meta.dirname, '../../supabase/migrations')

/** Every migration, in the order in which they are applied. */
export const migrationFiles = (): { name: string; sql: string }[] =>
  readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(migrations, name), 'utf8') }))

/** The databases that Heard runs on: PGlite always, and a real PostgreSQL where its programs are installed. */
export function databases(): Engine[] {
  const programs = postgresPrograms()
  return [
    { name: 'PGlite', missing: null, parallel: false, open: openPglite },
    {
      name: 'PostgreSQL',
      missing: programs ? null : 'initdb and postgres, version 15 or newer, are not installed',
      parallel: true,
      open: () => openPostgres(programs ?? ''),
    },
  ]
}

/** PGlite as the embedded Supabase opens it: the migrations find none of a host's roles, which come later. */
async function openPglite(): Promise<Database> {
  const { database } = await pglite()
  return database
}

/**
 * PGlite once the embedded Supabase has answered a request: it then grants anon, authenticated and service_role
 * every table that has row level security, whatever a migration says.
 */
export async function openEmbedded(): Promise<Database> {
  const { connection, database } = await pglite()
  await connection.withContext({ auth: { role: 'anon' } }, async () => {})
  return database
}

async function pglite(): Promise<{ connection: PgliteConnection; database: Database }> {
  const connection = await createPgliteConnection()
  const { driver } = connection
  for (const { sql } of migrationFiles()) await driver.exec(`begin; ${sql}; commit;`)
  for (const role of hostRoles) await driver.exec(creating(role))
  const database: Database = {
    query: async <T>(sql: string, params: readonly unknown[] = []) =>
      (await driver.query<T>(sql, [...params])).rows,
    as: <T>(role: string, sql: string, params: readonly unknown[] = [], claims: Row = {}) =>
      driver.transaction(async (transaction) => {
        await transaction.query(claimed, [JSON.stringify({ ...claims, role })])
        await transaction.exec(`set local role ${role}`)
        return (await transaction.query<T>(sql, [...params])).rows
      }),
    close: () => connection.close(),
  }
  return { connection, database }
}

/** Supabase's accounts, as far as a migration touches them: they belong to its own role. */
const accounts = [
  'create schema auth',
  'grant usage on schema auth to supabase_auth_admin',
  'create table auth.users (id uuid primary key default gen_random_uuid(), email text, role text, encrypted_password text, last_sign_in_at timestamptz)',
  'grant all on auth.users to supabase_auth_admin',
]

/**
 * A cluster of its own with the roles of hosted Supabase: `postgres` owns the database without being a
 * superuser, requests come in as `authenticator`, and new objects are given away by default, more freely than
 * Supabase does it, so that a migration which forgets to take them back is found out.
 */
async function openPostgres(programs: string): Promise<Database> {
  const server = await postgresServer(programs)
  const pool = (user: string): pg.Pool =>
    new pg.Pool({
      host: server.host,
      user,
      database: user === 'supabase_admin' ? 'template1' : 'heard',
      max: 8,
    })
  const admin = pool('supabase_admin')
  for (const statement of [
    'create role postgres login createrole createdb',
    ...hostRoles.map(creating),
    'create role authenticator login noinherit',
    `grant ${hostRoles.join(', ')} to authenticator`,
    'create database heard owner postgres',
    // Who writes the accounts of those who sign in. It is no part of a request, but a test must be able to be it.
    'create role supabase_auth_admin nologin noinherit',
    'grant supabase_auth_admin to authenticator, postgres',
  ]) {
    await admin.query(statement)
  }
  await admin.end()

  const owner = pool('postgres')
  for (const statement of accounts) await owner.query(statement)
  for (const kind of ['tables', 'sequences', 'functions', 'schemas']) {
    await owner.query(`alter default privileges grant all on ${kind} to anon, authenticated, service_role`)
  }
  for (const { sql } of migrationFiles()) await owner.query(`begin; ${sql}; commit;`)

  const requests = pool('authenticator')
  return {
    query: async <T>(sql: string, params: readonly unknown[] = []) =>
      (await owner.query(sql, [...params])).rows as T[],
    async as<T>(role: string, sql: string, params: readonly unknown[] = [], claims: Row = {}) {
      const client = await requests.connect()
      try {
        await client.query(`begin; set local role ${role}`)
        await client.query(claimed, [JSON.stringify({ ...claims, role })])
        const { rows } = await client.query(sql, [...params])
        await client.query('commit')
        return rows as T[]
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    async close() {
      await Promise.all([owner.end(), requests.end()])
      await server.stop()
    },
  }
}

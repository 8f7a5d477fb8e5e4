import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { freePort } from '../support/free-port.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { postgresPrograms, postgresServer, type PostgresServer } from '../support/postgres-server.ts'

/** A portal that can be broken, and what it leaves behind when it is. */
export interface Breakable {
  readonly engine: 'PGlite' | 'PostgreSQL'
  /** The portal as it runs now; another one after each restart. */
  portal(): Portal
  /** Ends the process, if it still runs, as by kill -9, and starts another on what it left. */
  restart(): Promise<Portal>
  /** Ends the process at a place on its way (see preload.ts); '' lets it live. */
  killAt(place: string): void
  /** The signal that ended the process, once it has ended; its exit code where there was none. */
  ended(): Promise<NodeJS.Signals | number | null>
  /** Lets the process's clock be wrong by so many milliseconds. */
  moveClock(milliseconds: number): Promise<void>
  /** By how many milliseconds it is wrong now. */
  clock(): number
  /** Another process of the same portal on the same PostgreSQL, whose mail goes to the first one's mailbox. */
  another(): Promise<Portal>
  /** The PostgreSQL beside the portal; null where the database is embedded and ends with it. */
  readonly server: PostgresServer | null
  close(): Promise<void>
}

const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts')).href

/** What to run every fault on. PostgreSQL is left out, and said to be, where it is not installed. */
export const engines = (): { name: Breakable['engine']; open: () => Promise<Breakable> }[] => {
  const programs = postgresPrograms()
  if (!programs) console.log('No PostgreSQL 15 or newer is installed: only the embedded database is tested.')
  return [
    { name: 'PGlite', open: () => open(null) },
    ...(programs
      ? [{ name: 'PostgreSQL' as const, open: async () => open(await emptyServer(programs)) }]
      : []),
  ]
}

async function open(server: PostgresServer | null): Promise<Breakable> {
  const data = mkdtempSync(join(tmpdir(), 'heard-faults-'))
  const faults = mkdtempSync(join(tmpdir(), 'heard-faults-told-'))
  // Where there is one already, no empty database is copied here.
  if (server) mkdirSync(join(data, 'database'))
  // The same address after each restart, as a site has: it stands in letters, which must not differ between tries.
  const port = String(await freePort())
  const start = (folder = data, more: Record<string, string> = { PORT: port }) =>
    startPortal({
      data: folder,
      env: {
        NODE_OPTIONS: `--import=${preload}`,
        FAULTS: faults,
        ...(server && { HEARD_POSTGRES: server.url }),
        ...more,
      },
    })
  let portal = await start()
  let wrongBy = 0
  const others: string[] = []
  const tell = (name: string, text: string) => writeFileSync(join(faults, name), text)
  return {
    engine: server ? 'PostgreSQL' : 'PGlite',
    portal: () => portal,
    async restart() {
      await portal.kill()
      tell('kill-at', '')
      portal = await start()
      return portal
    },
    ended: () => portal.ended,
    killAt: (place) => tell('kill-at', place),
    async moveClock(milliseconds) {
      tell('clock', String(milliseconds))
      wrongBy = milliseconds
      // The process looks every 20 milliseconds.
      await pause(50)
    },
    clock: () => wrongBy,
    another() {
      const folder = mkdtempSync(join(tmpdir(), 'heard-faults-'))
      others.push(folder)
      mkdirSync(join(folder, 'database'))
      cpSync(join(data, 'secrets.json'), join(folder, 'secrets.json'))
      return start(folder, { FAULTS_MAIL: portal.mailUrl })
    },
    server,
    async close() {
      await portal.kill()
      await server?.stop()
      for (const folder of [data, faults, ...others]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A PostgreSQL with an empty database, for the portal to make its own. */
export async function emptyServer(programs: string, durable = false): Promise<PostgresServer> {
  const server = await postgresServer(programs, { port: await freePort(), durable })
  const client = new pg.Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'supabase_admin',
    database: 'template1',
  })
  await client.connect()
  await client.query('create database heard')
  await client.end()
  return server
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** The folder that holds PostgreSQL's programs, 15 or newer; undefined where there is none. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((one, other) => Number(other) - Number(one))
    : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return folders.find((folder) => {
    if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return false
    const said = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
    return Number(/(\d+)/.exec(said)?.[1]) >= 15
  })
}

/** A PostgreSQL of its own, in a folder of its own. Anybody on this machine may come in as its superuser. */
export interface PostgresServer {
  /** The folder of its socket, which is the host to connect to. */
  readonly host: string
  /** Where it listens on 127.0.0.1; 0 where it was not asked to. */
  readonly port: number
  /** Its address for the database `heard` as its superuser, where it listens. */
  readonly url: string
  /** Ends it without warning (kill -9), and leaves what it wrote. */
  kill(): Promise<void>
  /** Starts it again on what it wrote. */
  again(): Promise<void>
  /** The gentle stop, which waits for connections that are still saying goodbye; its folder goes. */
  stop(): Promise<void>
}

/**
 * Makes a cluster and starts it. `port` lets it listen on 127.0.0.1 too; `durable` makes it wait for the disk, as a
 * real one does. Throws where it does not start.
 */
export async function postgresServer(
  programs: string,
  { port = 0, durable = false } = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'heard-postgres-'))
  const data = join(folder, 'data')
  // PostgreSQL refuses to run as root.
  const somebody = process.getuid?.() === 0 ? unprivileged() : {}
  if (somebody.uid !== undefined) chownSync(folder, somebody.uid, somebody.gid ?? somebody.uid)
  const initdb = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'supabase_admin', '-E', 'UTF8', '--no-locale', '--auth=trust', '--no-sync'],
    { ...somebody, encoding: 'utf8', cwd: folder },
  )
  if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr}`)

  const settings = [
    `fsync=${durable ? 'on' : 'off'}`,
    'shared_buffers=32MB',
    ...(port ? [`port=${port}`] : []),
  ]
  const start = async (): Promise<ChildProcess> => {
    const server = spawn(
      join(programs, 'postgres'),
      [
        ...['-D', data, '-k', folder, '-c', `listen_addresses=${port ? '127.0.0.1' : ''}`],
        ...settings.flatMap((setting) => ['-c', setting]),
      ],
      { ...somebody, cwd: folder, stdio: 'ignore' },
    )
    for (let tries = 0; server.exitCode === null && tries < 300; tries += 1) {
      const client = new pg.Client({
        host: folder,
        user: 'supabase_admin',
        database: 'template1',
        ...(port && { port }),
      })
      const ready = await client.connect().then(
        () => client.end().then(() => true),
        () => false,
      )
      if (ready) return server
      await pause(100)
    }
    server.kill('SIGQUIT')
    throw new Error('PostgreSQL did not start.')
  }

  let server = await start()
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await gone
  }
  process.once('exit', () => server.kill('SIGQUIT'))
  return {
    host: folder,
    port,
    url: `postgres://supabase_admin@127.0.0.1:${port}/heard`,
    kill: () => end('SIGKILL'),
    async again() {
      // What the killed one left in memory goes only once its children have noticed.
      for (let tries = 0; ; tries += 1) {
        try {
          server = await start()
          return
        } catch (error) {
          if (tries === 20) throw error
          await pause(250)
        }
      }
    },
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function unprivileged(): { uid?: number; gid?: number } {
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.')
}

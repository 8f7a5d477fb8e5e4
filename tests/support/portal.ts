import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Running } from '../../src/local/data-folder.ts'
import type { Mail } from '../../src/local/mailbox/mail.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import { emptyDatabase } from './empty-database.ts'
import { orderOutage, type OutageOrder } from './mailbox.ts'

const repository = join(import.meta.dirname, '../..')

export interface PortalOptions {
  /** A data folder to go on with. Without it, a new one, removed by stop(). */
  data?: string
  /** More environment for the process. */
  env?: Record<string, string>
  /** Makes the database from nothing, as a first start does, instead of from a copy of an empty one. */
  fresh?: boolean
  /** The project to serve; this repository unless a test brings its own. */
  root?: string
}

/** A portal running in a process of its own, as `npm start` runs it. */
export interface Portal {
  /** For example http://127.0.0.1:41234, without a slash at the end. */
  readonly url: string
  readonly mailUrl: string
  readonly databaseUrl: string
  readonly blobsUrl: string
  readonly data: string
  /** Newest first. */
  mails(): Promise<Mail[]>
  /** The first mail that fits, waited for; fails after `seconds`, naming the subjects that did arrive. */
  waitForMail(fits: (mail: Mail) => boolean, seconds?: number): Promise<Mail>
  /** Makes the next requests to a part fail. */
  outage(part: 'mail' | 'database' | 'blobs', order: OutageOrder): Promise<void>
  /** Runs a scheduled function now. */
  runSchedule(name: string): Promise<Response>
  /** The rows of a query, as the owner of the tables sees them. */
  sql<Row>(query: string): Promise<Row[]>
  /** Stops as Ctrl-C does, and answers the exit code. A data folder that was made here is removed. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>
  /** Ends the process with no warning at all (kill -9), and leaves the data. */
  kill(): Promise<void>
  /** How the process ended, once it has: by a signal, or with an exit code. */
  readonly ended: Promise<NodeJS.Signals | number | null>
  /** Everything printed so far. */
  log(): string
}

/** What became of a start: a portal, or the exit code and words of a process that ended instead. */
export type Started = Portal | { readonly exit: number | null; readonly log: string }

/** Starts a portal on a free port and waits until it is ready. Throws with its log where it ends instead. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const started = await tryPortal(options)
  if ('exit' in started) throw new Error(`The portal did not start (exit ${started.exit}):\n${started.log}`)
  return started
}

/** Starts a portal that may refuse to. */
export async function tryPortal(options: PortalOptions = {}): Promise<Started> {
  const { data, env = {}, root = repository, fresh = false } = options
  const folder = data ?? mkdtempSync(join(tmpdir(), 'heard-data-'))
  const database = join(folder, 'database')
  if (!fresh && !existsSync(database)) await emptyDatabase(database)
  const child = spawn(process.execPath, [join(repository, 'src/local/start.ts')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '', PORT: '0', HEARD_BUILD: 'no', HEARD_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const ready = new Promise<void>((resolve) => {
    const listen = (text: Buffer) => {
      log += text.toString()
      if (log.includes('Ctrl-C stops it.')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const bySignal = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  )
  const exit = await Promise.race([ready, ended.then((code) => ({ code }))])
  if (exit) return { exit: exit.code, log }

  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  const { url, mailUrl, databaseUrl, blobsUrl } = read<Running>('running.json')
  const mails = async () => (await (await fetch(`${url}/_mail.json`)).json()) as Mail[]
  return {
    url,
    mailUrl,
    databaseUrl,
    blobsUrl,
    data: folder,
    mails,
    async waitForMail(fits, seconds = 20) {
      const began = Date.now()
      for (let runs = 0; Date.now() < began + seconds * 1000; await pause(50)) {
        const found = (await mails()).find(fits)
        if (found) return found
        // What was sent quicker than any person sends it has a mark, and its letters wait for the schedule's minute.
        if (Date.now() > began + (runs + 1) * 2000) {
          runs += 1
          await fetch(`${url}/_schedules/send-mail`, { method: 'POST' })
        }
      }
      const subjects = (await mails()).map(({ subject }) => subject)
      throw new Error(
        `No such mail came in ${seconds} seconds. These did: ${JSON.stringify(subjects)}\n${log}`,
      )
    },
    outage: (part, order) =>
      orderOutage(
        { mail: `${mailUrl}/_mail/outage`, database: `${databaseUrl}/_outage`, blobs: `${blobsUrl}/_outage` }[
          part
        ],
        order,
      ),
    runSchedule: (name) => fetch(`${url}/_schedules/${name}`, { method: 'POST' }),
    async sql<Row>(query: string) {
      const authorization = `Bearer ${read<Secrets>('secrets.json').secretKey}`
      const answer = await fetch(`${databaseUrl}/_sql`, {
        method: 'POST',
        headers: { authorization },
        body: query,
      })
      if (!answer.ok) throw new Error(`The query failed: ${query}`)
      return (await answer.json()) as Row[]
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const code = await ended
      if (data === undefined) rmSync(folder, { recursive: true, force: true })
      return code
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    ended: bySignal,
    log: () => log,
  }
}

import { readFileSync } from 'node:fs'
import { ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { PGlite } from '@electric-sql/pglite'

/**
 * Loaded into a portal's process before the portal itself (`node --import`), so that no code of the portal knows of
 * faults. The folder FAULTS holds two files, which a test writes while the portal runs:
 *
 * - `kill-at` names a place, at which the process ends as by kill -9: `<call>:<when>`, or `<call>:<when>:<which>`.
 *   A call is a function of the API, `email`, or `answer`. `before` and `after` are before the request leaves and
 *   after its answer has come; `commit` and `committed` before the database is told to keep it and after it has.
 * - `clock` holds by how many milliseconds this process's clock is wrong. The embedded database and the mailbox
 *   live in it and share that clock; a PostgreSQL beside it does not.
 */
const folder = process.env['FAULTS'] ?? ''

const said = (name: string): string => {
  try {
    return readFileSync(join(folder, name), 'utf8').trim()
  } catch {
    return ''
  }
}

let armed = ''
const passed = new Map<string, number>()

/** Ends the process here, where a test asked for it. Nothing after this line runs. */
function at(call: string, when: 'before' | 'commit' | 'committed' | 'after'): void {
  const wanted = said('kill-at')
  if (wanted !== armed) passed.clear()
  armed = wanted
  const place = `${call}:${when}`
  if (wanted !== place && !wanted.startsWith(`${place}:`)) return
  passed.set(place, (passed.get(place) ?? 0) + 1)
  if (passed.get(place) !== Number(wanted.split(':')[2] ?? 1)) return
  process.kill(process.pid, 'SIGKILL')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

/** The calls that the database is at work on, oldest first. Tests of places send one request at a time. */
const underway: string[] = []

const realFetch = globalThis.fetch
globalThis.fetch = async (...asked) => {
  const address = asked[0] instanceof Request ? asked[0].url : String(asked[0])
  const [, call] = /\/rest\/v1\/rpc\/(\w+)/.exec(address) ?? []
  const name = call ?? (address.endsWith('/emails') ? 'email' : storeCall(address, asked[1]?.method))
  if (!name) return realFetch(...asked)
  if (name === 'email' && process.env['FAULTS_MAIL']) asked[0] = `${process.env['FAULTS_MAIL']}/emails`
  at(name, 'before')
  if (call) underway.push(call)
  try {
    const answer = await realFetch(...asked)
    await answer.clone().arrayBuffer()
    at(name, 'after')
    return answer
  } finally {
    if (call) underway.splice(underway.indexOf(call), 1)
  }
}

/** A call of the store of sealed submissions, e.g. `store_put`; '' where the address is another's. */
function storeCall(address: string, method = 'GET'): string {
  store ??= (
    JSON.parse(Buffer.from(process.env['NETLIFY_BLOBS_CONTEXT'] ?? 'e30=', 'base64').toString()) as {
      uncachedEdgeURL?: string
    }
  ).uncachedEdgeURL
  return store && address.startsWith(store) ? `store_${method.toLowerCase()}` : ''
}
let store: string | undefined

const isCommit = (text: unknown): boolean => typeof text === 'string' && /^\s*commit\b/i.test(text)

// The embedded database is told in words.
for (const way of ['query', 'exec'] as const) {
  const real = PGlite.prototype[way] as (...told: unknown[]) => Promise<unknown>
  Object.assign(PGlite.prototype, {
    async [way](...told: unknown[]) {
      const [call] = underway
      if (call && isCommit(told[0])) at(call, 'commit')
      const result = await real.apply(this, told)
      if (call && isCommit(told[0])) at(call, 'committed')
      return result
    },
  })
}

// A PostgreSQL is told over a socket, in a message whose first letter is Q.
const realWrite = Socket.prototype.write
Socket.prototype.write = function (this: Socket, ...told: Parameters<typeof realWrite>) {
  const [chunk] = told as unknown as [unknown]
  const [call] = underway
  const commits = call !== undefined && chunk instanceof Uint8Array && commitIn(chunk)
  if (commits) at(call, 'commit')
  if (commits) this.once('data', () => at(call, 'committed'))
  return realWrite.apply(this, told)
} as typeof realWrite

const commitIn = (bytes: Uint8Array): boolean =>
  bytes.length < 64 && /^Q....commit\0/s.test(Buffer.from(bytes).toString('latin1'))

const realHead = ServerResponse.prototype.writeHead
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...told: Parameters<typeof realHead>) {
  if (this.req.method === 'POST' && this.req.url === '/api/complaints') {
    at('answer', 'before')
    this.once('finish', () => at('answer', 'after'))
  }
  return realHead.apply(this, told)
} as typeof realHead

let wrongBy = 0
let readAt = -Infinity
const RealDate = Date
function now(): number {
  if (performance.now() - readAt > 20) {
    wrongBy = Number(said('clock')) || 0
    readAt = performance.now()
  }
  return RealDate.now() + wrongBy
}

globalThis.Date = new Proxy(RealDate, {
  construct: (real, told, asked) =>
    told.length ? (Reflect.construct(real, told, asked) as Date) : new real(now()),
  get: (real, name) => (name === 'now' ? now : (Reflect.get(real, name) as unknown)),
  apply: (real) => new real(now()).toString(),
})

// The driver that stands for Supabase's own API writes once more to a line that was just cut, and would end the process
// by it. Supabase's does not share a process with the functions; the call that was lost so is never answered.
process.on('uncaughtException', (error) => {
  if (error.stack?.includes('/postgres/src/connection.js')) return
  console.error(error)
  process.exit(1)
})

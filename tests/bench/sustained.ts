import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { count } from '../faults/counts.ts'
import { emptyServer } from '../faults/engines.ts'
import { aPerson, press, type Person } from '../faults/people.ts'
import { postgresPrograms } from '../support/postgres-server.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { kilobytes, median, milliseconds, percentile, type Row } from './table.ts'

const seconds = 15
const atOnce = 16

/**
 * How many complaints a second the portal takes, its letters sent meanwhile, kept up for a while; how long a person
 * waits; how much memory it comes to; and whether all of them are there at the end. On the embedded database, and on
 * a PostgreSQL that waits for the disk. Site, functions, API, database and those who send share this one machine.
 */
export async function sustained(): Promise<Row[]> {
  const rows = await measured('PGlite', {})
  const programs = postgresPrograms()
  if (!programs) return rows
  const server = await emptyServer(programs, true)
  try {
    return [...rows, ...(await measured('PostgreSQL', { HEARD_POSTGRES: server.url }))]
  } finally {
    await server.stop()
  }
}

async function measured(engine: string, env: Record<string, string>): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'heard-bench-data-'))
  // Where there is one already, no empty database is copied here.
  if (env['HEARD_POSTGRES']) mkdirSync(join(data, 'database'))
  const portal = await startPortal({ data, env })
  try {
    for (let time = 0; time < 10; time += 1) await press(aPerson(), portal.url)
    const everyone: Person[] = []
    const times: number[] = []
    let notTaken = 0
    const before = memoryOf(portal)
    const small = await sizeOf(portal)
    let most = before
    const watch = setInterval(() => (most = Math.max(most, memoryOf(portal))), 100)
    const started = performance.now()
    const until = started + seconds * 1000
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (performance.now() < until) {
          const person = aPerson()
          everyone.push(person)
          const start = performance.now()
          if ((await press(person, portal.url)) !== 303) notTaken += 1
          times.push(performance.now() - start)
        }
      }),
    )
    const took = (performance.now() - started) / 1000
    clearInterval(watch)
    await allSent(portal)
    const { accepted, stored, due, sent, twice, lost } = await count(portal, everyone)
    return [
      {
        what: `Sustained for ${seconds} s, ${atOnce} at once, on ${engine}`,
        value: `${(accepted / took).toFixed(0)} complaints a second, p50 ${milliseconds(median(times))}, p99 ${milliseconds(percentile(times, 99))}`,
      },
      {
        what: '  accepted, stored, letters due, sent, sent twice, lost, not taken',
        value: [accepted, stored, due, sent, twice, lost, notTaken].join(', '),
        limit: 'twice 0, lost 0',
      },
      {
        what: '  the record grows, with a complaint, by',
        value: kilobytes(((await sizeOf(portal)) - small) / stored),
      },
      {
        what: '  memory of the portal',
        value: `${Math.round(before)} MB before, ${Math.round(most)} MB at most`,
      },
    ]
  } finally {
    await portal.kill()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Runs the sender until nothing is left. */
async function allSent(portal: Portal): Promise<void> {
  for (let run = 0; run < 500; run += 1) {
    const [row] = await portal.sql<{ left: number }>(
      'select count(*)::int as left from heard.outgoing_messages where sent_at is null and failed_at is null',
    )
    if (!row?.left) return
    await portal.runSchedule('send-mail')
  }
}

/** How large the database is, in bytes. */
async function sizeOf(portal: Portal): Promise<number> {
  const [row] = await portal.sql<{ size: number }>(
    'select pg_database_size(current_database())::float8 as size',
  )
  return row?.size ?? Number.NaN
}

/** The resident memory of the portal's process, in megabytes: site, functions, API, and the embedded database. */
function memoryOf({ data }: Portal): number {
  const { pid } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { pid: number }
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

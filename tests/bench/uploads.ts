import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { sealFile, newKey } from '../../src/files/sealed.ts'
import { handleText } from '../../src/form/file-handle.ts'
import { aPdf, joined } from '../support/made-files.ts'
import type { Portal } from '../support/portal.ts'
import { milliseconds, percentile, median, type Row } from './table.ts'

const people = 10
const megabytes = 10

/**
 * Ten people who each upload a PDF of 10 MB at once: sealed, put into the storage, and finished. How long each waits,
 * how much goes through, and how much more memory the whole portal takes meanwhile: functions, database and storage
 * are one process here, and several where it is deployed.
 */
export async function uploads(portal: Portal): Promise<Row[]> {
  // Nothing in it repeats, as in a scanned letter.
  const pdf = aPdf('', `4 0 obj\n${randomBytes(100).toString('hex')}\nendobj\n`)
  const bytes = joined(pdf, randomBytes(megabytes * 1_000_000 - pdf.length))
  const key = newKey()
  const sealed = await sealFile(bytes, key)

  const before = memoryOf(portal)
  let most = before ?? 0
  const watch = setInterval(() => (most = Math.max(most, memoryOf(portal) ?? 0)), 20)
  const started = performance.now()
  const times = await Promise.all(
    Array.from({ length: people }, async () => {
      const start = performance.now()
      const { id, upload } = await say<{ id: string; upload: string }>(portal, 201, {
        do: 'start',
        size: bytes.length,
      })
      const put = await fetch(new URL(upload, portal.url), {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: sealed,
      })
      if (!put.ok) throw new Error(`The storage answered ${put.status}.`)
      const handle = handleText({ id, key, size: bytes.length, name: 'letter.pdf' })
      const finishing = performance.now()
      await say(portal, 200, { do: 'finish', handle })
      return { whole: performance.now() - start, finish: performance.now() - finishing }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  clearInterval(watch)
  const whole = times.map((each) => each.whole)
  const finish = times.map((each) => each.finish)
  return [
    {
      what: `${people} people upload ${megabytes} MB each at once`,
      value: `${((people * megabytes) / seconds).toFixed(1)} MB a second, the slowest ${(Math.max(...whole) / 1000).toFixed(1)} s`,
    },
    {
      what: '  of it checking and storing again',
      value: `median ${milliseconds(median(finish))}, p99 ${milliseconds(percentile(finish, 99))}`,
    },
    ...(before === null
      ? []
      : [
          {
            what: '  memory of the whole portal',
            value: `${Math.round(before)} MB before, ${Math.round(most)} MB at most`,
          },
        ]),
  ]
}

async function say<Answer>(portal: Portal, expected: number, asked: unknown): Promise<Answer> {
  const answer = await fetch(`${portal.url}/api/files`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
  if (answer.status !== expected) throw new Error(`/api/files answered ${answer.status}.`)
  return (await answer.json()) as Answer
}

/** The resident memory of the portal's process, in megabytes; null where the system does not say. */
function memoryOf({ data }: Portal): number | null {
  try {
    const { pid } = JSON.parse(readFileSync(`${data}/running.json`, 'utf8')) as { pid: number }
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes ? Number(kilobytes) / 1000 : null
  } catch {
    return null
  }
}

import { performance } from 'node:perf_hooks'
import { aReference } from '../database/a-submission.ts'
import { ask, encoded, post, referenceAfter, sent, type Posted } from '../http/post.ts'
import type { Portal } from '../support/portal.ts'
import { median, milliseconds, percentile, type Row } from './table.ts'

const tries = 200

/** What somebody sends without a code, and with a wrong one. */
const ways: readonly (readonly [string, Posted])[] = [
  ['Add without a code', {}],
  ['Add with a wrong code', { code: '7KM2-RX9T-CCFH' }],
]

/**
 * How long an addition takes to a reference that exists and to one that does not, in turn, so that whatever else the
 * machine does falls on both alike. Fresh references each time: a wrong code is slowed after 20.
 */
export async function additions(portal: Portal): Promise<Row[]> {
  const real = await references(portal)
  const rows: Row[] = []
  for (const [what, fields] of ways) {
    const times = { exists: [] as number[], not: [] as number[] }
    for (let time = -5; time < tries; time += 1) {
      const exists = await timed(portal, { ...fields, reference: real[(time + 5) % real.length]! })
      const not = await timed(portal, { ...fields, reference: aReference() })
      // What runs once for a process is not what is measured here.
      if (time < 0) continue
      times.exists.push(exists)
      times.not.push(not)
    }
    rows.push(
      { what: `${what}, to a reference that exists (${tries})`, value: spread(times.exists) },
      { what: `${what}, to one that does not (${tries})`, value: spread(times.not) },
    )
  }
  return rows
}

/** As many complaints as keep every one of them under 20 wrong codes. */
async function references(portal: Portal): Promise<string[]> {
  const made: string[] = []
  while (made.length < Math.ceil(tries / 10))
    made.push(await referenceAfter(portal.url, await post(portal.url, sent())))
  return made
}

async function timed(portal: Portal, fields: Posted): Promise<number> {
  const body = encoded({
    submission: crypto.randomUUID(),
    go: 'send',
    'addition-kind': 'more',
    'addition-text': 'It happened again on Friday.',
    ...fields,
  })
  const start = performance.now()
  const { status } = await ask(`${portal.url}/api/additions`, { method: 'POST', body })
  const took = performance.now() - start
  if (status !== ('code' in fields ? 422 : 303)) throw new Error(`An addition was answered with ${status}.`)
  return took
}

const spread = (times: readonly number[]): string =>
  `median ${milliseconds(median(times))}, p95 ${milliseconds(percentile(times, 95))}, p99 ${milliseconds(percentile(times, 99))}`

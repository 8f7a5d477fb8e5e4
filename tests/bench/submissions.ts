import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { api } from '../../src/adapters/api.ts'
import { keys } from '../../src/adapters/keys.ts'
import { complaintsRecord } from '../../src/adapters/complaints-record.ts'
import type { Environment } from '../../src/adapters/environment.ts'
import { submission } from '../../src/complaints/submit.ts'
import { council } from '../../src/council/council.ts'
import { londonDay } from '../../src/council/working-days.ts'
import { pickFields } from '../../src/form/fields.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { validate } from '../../src/form/validate.ts'
import { wordingOf } from '../../src/form/wording.ts'
import { portalToken, type Secrets } from '../../src/local/secrets.ts'
import { loadWords } from '../../src/words/load.ts'
import { encoded, post, sent } from '../http/post.ts'
import type { Portal } from '../support/portal.ts'
import { median, milliseconds, percentile, type Row } from './table.ts'

const alone = 50
const together = 320
const atOnce = 32

/** How long a whole submission takes over HTTP, and its one call to the database: alone, and 32 at once. */
export async function submissions(portal: Portal): Promise<Row[]> {
  let notTaken = 0
  const send = async () => {
    const { status } = await post(portal.url, sent())
    // A record that is slower than the portal's patience: the person would be told, and would press Send again.
    if (status !== 303) notTaken += 1
  }
  const call = await databaseCall(portal)
  // What runs once for a process is not what is measured here.
  for (let time = 0; time < 10; time += 1) await send()

  const web = await timed(alone, 1, send)
  const database = await timed(alone, 1, call)
  const crowd = await timed(together, atOnce, send)
  const crowdedDatabase = await timed(together, atOnce, call)
  const share = Math.round((median(database.times) / median(web.times)) * 100)
  return [
    { what: `Submission over HTTP, alone (${alone})`, value: spread(web.times) },
    { what: '  of it the database call (1 round trip)', value: `${spread(database.times)}: ${share}%` },
    {
      what: `Submissions over HTTP, ${atOnce} at once (${together})`,
      value: `${crowd.perSecond} a second, ${spread(crowd.times)}, ${notTaken} not taken`,
      limit: '0 not taken',
    },
    {
      what: `  the database call, ${atOnce} at once`,
      value: `${crowdedDatabase.perSecond} a second, ${spread(crowdedDatabase.times)}`,
    },
  ]
}

const spread = (times: readonly number[]): string =>
  `median ${milliseconds(median(times))}, p99 ${milliseconds(percentile(times, 99))}`

/** Runs `work` so many times, so many at once. Times are in milliseconds. */
async function timed(count: number, workers: number, work: () => Promise<unknown>) {
  const times: number[] = []
  let begun = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (begun < count) {
        begun += 1
        const start = performance.now()
        await work()
        times.push(performance.now() - start)
      }
    }),
  )
  return { times, perSecond: Math.round((count / (performance.now() - started)) * 1000) }
}

/** The call that a submission makes, by itself: the same record, over the same HTTP. */
async function databaseCall(portal: Portal): Promise<() => Promise<unknown>> {
  const secrets = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
  const record = complaintsRecord(
    api({
      SUPABASE_URL: portal.databaseUrl,
      SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
      PORTAL_TOKEN: await portalToken(secrets.jwtSecret),
    } as Environment),
  )
  const services = council.services.map(({ id }) => id)
  const around = { services, today: londonDay(new Date()), language: 'en' }
  const fields = pickFields(encoded(sent()), complain)
  const wording = wordingOf('en', loadWords('en'), (id) => id)
  return () =>
    record.submit(
      submission({
        submissionId: crypto.randomUUID(),
        formVersion: 'bench',
        answers: validate(complain, fields, around).answers,
        kept: [],
        wording,
        receivedAt: new Date(),
        random: (below) => Math.floor(Math.random() * below),
        newId: () => crypto.randomUUID(),
        keys: keys(secrets.heardSecret),
      }),
    )
}

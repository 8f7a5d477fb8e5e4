import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { api } from '../adapters/api.ts'
import { keeperRecord } from '../adapters/keeper-record.ts'
import { forgetWhatIsOver } from '../complaints/retention/forget.ts'
import { monthsKept } from '../complaints/retention/months.ts'
import type { Erasure, KeeperRecord } from '../complaints/retention/ports.ts'
import { saidOf } from '../complaints/retention/said.ts'
import { parseCouncil } from '../council/parse.ts'
import { openRecord } from './open-record.ts'
import { Refusal } from './refusal.ts'
import { keeperToken } from './secrets.ts'

process.env['DO_NOT_TRACK'] = '1'

/**
 * Takes out of the record what is past its time (content/council.json, retention), as functions/forget.ts does each
 * night, or tells how much that would be. Prints counts, and nothing personal.
 *
 *   npm run retention -- --dry-run
 *   npm run retention -- --dry-run --on 2027-04-01
 *   npm run retention
 *
 * A backup brings back what was erased since it was made, because somebody asked. The list of that is kept beside it:
 *
 *   npm run --silent retention -- --erased-since 2026-11-01 > erased.json
 *   npm run retention -- --erase-again erased.json
 *
 * The record is that of this machine; where SUPABASE_URL is set it is the deployed one, which wants
 * SUPABASE_PUBLISHABLE_KEY and KEEPER_TOKEN too.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      on: { type: 'string' },
      'erased-since': { type: 'string' },
      'erase-again': { type: 'string' },
    },
  })
  const { 'dry-run': dry, on, 'erased-since': since, 'erase-again': again } = values
  if (since !== undefined && !isDay(since))
    throw new Refusal('Say since which day: --erased-since 2026-11-01')
  if (on !== undefined && (!dry || !isDay(on)))
    throw new Refusal('A day goes with a dry run alone: --dry-run --on 2027-04-01')
  const months = monthsKept(parseCouncil(JSON.parse(readFileSync('content/council.json', 'utf8'))))
  await withRecord(async (keeper) => {
    if (since !== undefined)
      return console.log(JSON.stringify(await keeper.erased(new Date(`${since}T00:00:00Z`)), null, 2))
    if (again !== undefined) return await eraseAgain(keeper, again)
    if (dry) {
      const counts = await keeper.tell(months, on === undefined ? undefined : new Date(`${on}T12:00:00Z`))
      return say(on === undefined ? 'Past its time now:' : `Past its time on ${on}:`, saidOf(counts))
    }
    const { counts } = await forgetWhatIsOver({ keeper, months, now: () => new Date(), budget: Infinity })
    say('Taken out:', saidOf(counts))
  })
}

async function eraseAgain(keeper: KeeperRecord, file: string): Promise<void> {
  const erasures = JSON.parse(readFileSync(file, 'utf8')) as readonly Erasure[]
  const done = { erased: 0, held: 0 }
  for (let at = 0; at < erasures.length; at += 500) {
    const { erased, held } = await keeper.eraseAgain(erasures.slice(at, at + 500))
    done.erased += erased
    done.held += held
  }
  say(
    `Erased again: ${done.erased} of ${erasures.length}.`,
    done.held ? [`held, and left: ${done.held}`] : [],
  )
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

const say = (title: string, lines: readonly string[]): void =>
  console.log([title, ...lines.map((line) => `  ${line}`)].join('\n'))

async function withRecord(work: (keeper: KeeperRecord) => Promise<void>): Promise<void> {
  const { SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: publishableKey, KEEPER_TOKEN: token } = process.env
  if (url) {
    if (!publishableKey || !token)
      throw new Refusal(
        'SUPABASE_URL is set, so SUPABASE_PUBLISHABLE_KEY and KEEPER_TOKEN must be too: OPERATIONS.md, "Retention".',
      )
    return await work(
      keeperRecord(api({ SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: publishableKey }, token)),
    )
  }
  const record = await openRecord(process.cwd())
  try {
    const { publishableKey, jwtSecret } = record.secrets
    const place = { SUPABASE_URL: record.url, SUPABASE_PUBLISHABLE_KEY: publishableKey }
    await work(keeperRecord(api(place, await keeperToken(jwtSecret))))
  } finally {
    await record.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
})

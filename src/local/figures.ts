import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresRows } from '../adapters/figures-record.ts'
import { parseCouncil } from '../council/parse.ts'
import { buildFigures } from '../figures/build.ts'
import { periodOf, type Period } from '../figures/period.ts'
import type { Rows } from '../figures/rows.ts'
import { hiddenInWords } from '../figures/said.ts'
import { figuresSchema, type Figures } from '../figures/schema.ts'
import { GivenAway } from '../figures/suppress.ts'
import { writeFigures } from '../figures/write.ts'
import { openRecord } from './open-record.ts'
import { Refusal } from './refusal.ts'
import { reportsToken } from './secrets.ts'

process.env['DO_NOT_TRACK'] = '1'

const folder = 'content/annual-reports'

/**
 * Counts a year, or a quarter, from the record, and writes what of it may be published.
 *
 *   npm run figures -- 2025-26
 *   npm run figures -- 2025-26-q3
 *
 * The record is that of this machine; where SUPABASE_URL is set it is the deployed one, which wants
 * SUPABASE_PUBLISHABLE_KEY and REPORTS_TOKEN too. What the other reports in content/annual-reports say is allowed
 * for: nothing can be worked out by taking one from another.
 */
async function main([asked = '']: readonly string[]): Promise<void> {
  const period = readPeriod(asked)
  const council = parseCouncil(JSON.parse(readFileSync('content/council.json', 'utf8')))
  const others = published().filter(({ period: { id } }) => id !== period.id)
  const { figures, hidden, overtaken } = buildFigures(await rowsOf(period), period, council, others)

  const file = join(folder, period.id, 'figures.json')
  mkdirSync(join(folder, period.id), { recursive: true })
  writeFileSync(file, writeFigures(figuresSchema.parse(figures)))

  const all = figures.tables.flatMap(({ cells }) => cells.flat())
  const shown = all.filter((cell) => 'n' in cell).length
  for (const line of hiddenInWords(figures, hidden)) console.log(line)
  for (const { of, stage, procedure, mean } of figures.averages)
    if ('hidden' in mean)
      console.log(
        `averages: days to ${of} at stage ${stage}, ${procedure}, hidden: too few, or beside hidden figures`,
      )
  for (const id of overtaken)
    console.log(
      `The record has changed since the figures of ${id}. They were not allowed for: count them again.`,
    )
  console.log(`${file}: ${shown} figures, and ${all.length - shown} hidden (threshold ${figures.threshold}).`)
}

function readPeriod(asked: string): Period {
  try {
    return periodOf(asked)
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}

async function rowsOf(period: Period): Promise<Rows> {
  const { SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: publishableKey, REPORTS_TOKEN: token } = process.env
  if (url) {
    if (!publishableKey || !token)
      throw new Refusal(
        'SUPABASE_URL is set, so SUPABASE_PUBLISHABLE_KEY and REPORTS_TOKEN must be too: README.md, "Report".',
      )
    return await figuresRows({ url, publishableKey, token }, period)
  }
  const record = await openRecord(process.cwd())
  try {
    const { publishableKey, jwtSecret } = record.secrets
    return await figuresRows(
      { url: record.url, publishableKey, token: await reportsToken(jwtSecret) },
      period,
    )
  } finally {
    await record.close()
  }
}

/** Every report that is published here. */
function published(): Figures[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((id) => join(folder, id, 'figures.json'))
    .filter((file) => existsSync(file))
    .map((file) => figuresSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof GivenAway)
    console.error(`${error.message} Nothing was written. Take that report back first.`)
  else console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
})

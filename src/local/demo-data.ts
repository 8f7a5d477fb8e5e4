import { parseArgs } from 'node:util'
import { madeUpRecord } from './demo/record.ts'
import { writeRecord } from './demo/write-record.ts'
import { openRecord } from './open-record.ts'
import { Refusal } from './refusal.ts'

process.env['DO_NOT_TRACK'] = '1'

/**
 * Fills the embedded record with made-up cases: 2,500 over three years, the same each time.
 *
 *   npm run demo-data
 *   npm run demo-data -- --cases 500 --seed 7
 *
 * Refused where the record holds anything, unless --add is given.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '2500' },
      seed: { type: 'string', default: '2026' },
      add: { type: 'boolean', default: false },
    },
  })
  const [cases, seed] = [Number(values.cases), Number(values.seed)]
  if (!(Number.isInteger(cases) && cases >= 1 && cases <= 20_000) || !Number.isInteger(seed))
    throw new Refusal('Say how many, from 1 to 20000, and with which seed: --cases 2500 --seed 2026')

  const record = await openRecord(process.cwd())
  try {
    const kept = await record.sql('select 1 from heard.complaints limit 1')
    if (kept.length && !values.add) {
      throw new Refusal(
        'The record holds something already. Set HEARD_DATA to another folder, or write --add to add made-up cases to it.',
      )
    }
    await writeRecord(madeUpRecord(cases, seed), (sql) => record.sql(sql))
    console.log(`${cases} made-up cases are in the record, from April 2023 to March 2026.`)
  } finally {
    await record.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
})

import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { buildSite } from '../../src/local/build-site.ts'
import { published } from '../../src/council/editions.ts'
import { launch } from '../support/chromium.ts'
import { startPortal } from '../support/portal.ts'
import { additions } from './additions.ts'
import { firstPaint } from './first-paint.ts'
import { functions } from './functions.ts'
import { machine } from './machine.ts'
import { manyPages } from './many-pages.ts'
import { siteToMeasure } from './site.ts'
import { sizes } from './sizes.ts'
import { steps } from './steps.ts'
import { submissions } from './submissions.ts'
import { sustained } from './sustained.ts'
import { table, type Row } from './table.ts'
import { uploads } from './uploads.ts'

/**
 * `npm run bench`: measures what DESIGN.md gives a limit, prints one table, and ends. It judges nothing: a time is
 * as good as the machine and what else it is doing. Sizes are held by tests/contract/sizes.test.ts.
 *
 * HEARD_BUILD=no measures dist/ as it is.
 */
const rows: Row[] = machine()

async function measure(what: string, work: () => Promise<Row[]>): Promise<void> {
  process.stderr.write(`Measuring ${what} …\n`)
  rows.push(...(await work()))
}

if (process.env['HEARD_BUILD'] !== 'no')
  await measure('the build', async () => {
    const start = performance.now()
    await buildSite(join(import.meta.dirname, '../..'))
    return [
      {
        what: `Building the site, ${published().length} editions`,
        value: `${((performance.now() - start) / 1000).toFixed(1)} s`,
      },
      ...(await manyPages()),
    ]
  })

const site = siteToMeasure()
const portal = await startPortal({ root: site.root })
const browser = await launch()
try {
  await measure('sizes', () => sizes(portal.url, browser))
  await measure('functions', functions)
  await measure('submissions', () => submissions(portal))
  await measure('sustained submissions', sustained)
  await measure('additions', () => additions(portal))
  await measure('uploads', () => uploads(portal))
  await measure('steps', () => steps(portal.url, browser))
  await measure('first paint', () => firstPaint(portal.url, browser))
} finally {
  await browser.close()
  await portal.stop()
  site.remove()
}
// Only now: what is measured is dist/ as it stood when this was loaded.
const { englishContent } = await import('../site/pages.ts')
const { readabilityTable } = await import('../site/readability.ts')
console.log(`\n${table(rows)}\n\n${readabilityTable(englishContent)}`)

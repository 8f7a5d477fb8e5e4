import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { scriptsOf, weightOf } from '../contract/weight.ts'
import { kilobytes, type Row } from './table.ts'

const dist = join(import.meta.dirname, '../../dist')

/** What each page weighs after brotli, and how many requests a first visit makes. */
export async function sizes(url: string, browser: Browser): Promise<Row[]> {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') && !file.startsWith('problem'))
    .sort()
  const rows: Row[] = []
  for (const page of pages) {
    const path = `/${page.replace(/index\.html$/, '')}`
    const weight = await weightOf(page)
    const requests = await requestsFor(url + path, browser)
    if (readFileSync(join(dist, page), 'utf8').includes('<form')) {
      const scripts = await Promise.all(scriptsOf(page).map(weightOf))
      rows.push(
        { what: `${path} HTML and CSS, brotli`, value: kilobytes(weight), limit: '20 KB' },
        {
          what: `${path} scripts, brotli`,
          value: kilobytes(scripts.reduce((sum, one) => sum + one, 0)),
          limit: '25 KB',
        },
        { what: `${path} requests`, value: String(requests) },
      )
    } else
      rows.push({
        what: `${path} all of it, brotli`,
        value: `${kilobytes(weight)}, ${requests} request`,
        limit: '14 KB, 1',
      })
  }
  return rows
}

async function requestsFor(address: string, browser: Browser): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  let count = 0
  page.on('request', (request) => (count += request.url().startsWith('data:') ? 0 : 1))
  await page.goto(address, { waitUntil: 'networkidle' })
  await context.close()
  return count
}

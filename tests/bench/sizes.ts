import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { council } from '../../src/council/council.ts'
import { editionAt, published, rootOf } from '../../src/council/editions.ts'
import { scriptsOf, weightOf } from '../contract/weight.ts'
import { kilobytes, type Row } from './table.ts'

const dist = join(import.meta.dirname, '../../dist')

interface Weighed {
  readonly path: string
  readonly weight: number
  /** Of a page with a form: what its scripts weigh. */
  readonly scripts: number | null
}

/**
 * What the pages weigh after brotli: every page of every edition, of which the heaviest are shown; and how many
 * requests a first visit makes, of the pages in English, since every edition has the same layouts.
 * tests/site/weight.test.ts holds each page to its limit.
 */
export async function sizes(url: string, browser: Browser): Promise<Row[]> {
  const rows: Row[] = []
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') && !file.startsWith('problem'))
    .sort()
  const weighed = await Promise.all(all.map((page) => weigh(page, `/${page.replace(/index\.html$/, '')}`)))
  for (const { tag } of published()) {
    const own = weighed.filter(({ path }) => editionAt(path).tag === tag)
    rows.push(...rowsOf(tag, own))
    if (rootOf(council, tag) === '/') rows.push(await requestsOf(own, url, browser))
  }
  return rows
}

async function weigh(page: string, path: string): Promise<Weighed> {
  const isForm = readFileSync(join(dist, page), 'utf8').includes('<form')
  const scripts = isForm ? await Promise.all(scriptsOf(page).map(weightOf)) : null
  return {
    path,
    weight: await weightOf(page),
    scripts: scripts && scripts.reduce((sum, one) => sum + one, 0),
  }
}

function rowsOf(tag: string, weighed: readonly Weighed[]): Row[] {
  const heaviest = (pages: readonly Weighed[], weight: (page: Weighed) => number) =>
    [...pages].sort((one, other) => weight(other) - weight(one))[0]
  const say = (page: Weighed | undefined, weight: (page: Weighed) => number) =>
    page ? `${kilobytes(weight(page))} (${page.path})` : 'none'
  const forms = weighed.filter(({ scripts }) => scripts !== null)
  const content = weighed.filter(({ scripts }) => scripts === null)
  const whole = (page: Weighed) => page.weight
  const scripts = (page: Weighed) => page.scripts ?? 0
  return [
    {
      what: `${tag}: the heaviest of ${content.length} pages without a form, all of it, brotli`,
      value: say(heaviest(content, whole), whole),
      limit: '14 KB',
    },
    {
      what: `${tag}: the heaviest of ${forms.length} pages with one, HTML and CSS`,
      value: say(heaviest(forms, whole), whole),
      limit: tag === 'en' ? '20 KB' : '24 KB, pictures apart',
    },
    {
      what: `${tag}: the most script with one`,
      value: say(heaviest(forms, scripts), scripts),
      limit: '25 KB',
    },
  ]
}

/** The most requests that a first visit makes to a page without a form. */
async function requestsOf(weighed: readonly Weighed[], url: string, browser: Browser): Promise<Row> {
  let most = 0
  const content = weighed.filter(({ scripts }) => scripts === null)
  for (const { path } of content) most = Math.max(most, await requestsFor(url + path, browser))
  return {
    what: `Requests of a first visit, the most of ${content.length} pages`,
    value: `${most}`,
    limit: '1, and what reads aloud',
  }
}

async function requestsFor(address: string, browser: Browser): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  let count = 0
  page.on('request', (request) => (count += request.url().startsWith('data:') ? 0 : 1))
  // What a page asks for, it asks for before it has loaded: a longer wait would only wait.
  await page.goto(address, { waitUntil: 'load' })
  await context.close()
  return count
}

import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../src/local/listen.ts'
import { launch } from '../support/chromium.ts'
import { scriptsIn } from '../contract/weight.ts'
import { contentPages } from './pages.ts'
import { serveSite } from './serve-site.ts'

let site: Listening
let browser: Browser

beforeAll(async () => {
  site = await serveSite()
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

describe.each(contentPages)('$address', ({ address, html }) => {
  it('is at most 14 KB', () => {
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(14_000)
  })

  it('asks for nothing but itself, runs nothing and leaves nothing behind', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    page.on('console', (message) => said.push(message.text()))
    await page.goto(`${site.url}${address}`, { waitUntil: 'networkidle' })
    // "Listen to this page" is one file, asked for once the page is there (tests/contract/sizes.test.ts).
    const scripts = scriptsIn(html)
    expect(asked).toEqual([address, ...scripts])
    expect(said).toEqual([])
    expect(await page.evaluate(() => document.scripts.length)).toBe(scripts.length)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })
})

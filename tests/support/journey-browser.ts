import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launch } from './chromium.ts'
import { startPortal, type Portal } from './portal.ts'

/** A portal and a browser that a file's tests share. Each test has people of its own, and pages of its own. */
export interface Journeys {
  readonly portal: Portal
  readonly browser: Browser
  /** A person's own browser: nothing kept, closed after the test. It fails the test where a page throws. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>
  /** A visitor's page.  */
  page(options?: BrowserContextOptions): Promise<Page>
}

/** How long anything is waited for. A busy machine is slow; what hangs is found all the same. */
export const patience = { timeout: 30_000 }

/** For the visitor whose browser runs no script. */
export const scriptless: BrowserContextOptions = { javaScriptEnabled: false }

/** Starts one portal and one browser for the tests of a file. */
export function useJourneys(): Journeys {
  let portal: Portal
  let browser: Browser
  const visitors: BrowserContext[] = []
  const faults: string[] = []

  beforeAll(async () => {
    ;[portal, browser] = await Promise.all([startPortal(), launch()])
  })
  afterEach(async () => {
    await Promise.all(visitors.splice(0).map((visitor) => visitor.close()))
    expect(faults.splice(0), 'a page threw an error').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })

  async function visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: portal.url, ...options })
    context.setDefaultTimeout(patience.timeout)
    context.on('weberror', (fault) => faults.push(String(fault.error())))
    visitors.push(context)
    return context
  }

  return {
    get portal() {
      return portal
    },
    get browser() {
      return browser
    },
    visitor,
    page: async (options) => (await visitor(options)).newPage(),
  }
}

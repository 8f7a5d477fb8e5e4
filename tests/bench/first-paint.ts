import type { Browser } from 'playwright-core'
import { median, milliseconds, type Row } from './table.ts'

const loads = 7

/** As Chromium's developer tools slow a connection: bytes a second, and milliseconds before each answer. */
const networks = {
  'slow 4G': { throughput: 180_000, latency: 562.5 },
  'slow 3G': { throughput: 50_000, latency: 2000 },
}

const pages = { home: '/', 'the form': '/complain/' }

/** First contentful paint on a slow connection and a slow processor, beside a plain page from the same server. */
export async function firstPaint(url: string, browser: Browser): Promise<Row[]> {
  const rows: Row[] = []
  for (const [network, speed] of Object.entries(networks)) {
    // In turn, so that whatever else the machine does meets them all alike.
    const times: Record<string, number[]> = {}
    for (let load = 0; load < loads; load += 1)
      for (const [name, path] of [['plainest', '/plainest.html'], ...Object.entries(pages)] as const)
        (times[name] ??= []).push(await paintOf(url + path, browser, speed))
    const plainest = median(times['plainest'] ?? [])
    for (const name of Object.keys(pages)) {
      const time = median(times[name] ?? [])
      rows.push({
        what: `First paint of ${name}, ${network}, processor 4x slower`,
        value: `${milliseconds(time)}, ${(time / plainest).toFixed(2)} of a plain 2 KB page (${milliseconds(plainest)})`,
        limit: '1.10',
      })
    }
  }
  return rows
}

async function paintOf(
  address: string,
  browser: Browser,
  speed: (typeof networks)['slow 4G'],
): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: speed.latency,
    downloadThroughput: speed.throughput,
    uploadThroughput: speed.throughput,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(address)
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0]
          if (paint) resolve(paint.startTime)
        }).observe({ type: 'paint', buffered: true }),
      ),
  )
  await context.close()
  return time
}

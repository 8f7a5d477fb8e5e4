import type { Browser } from 'playwright-core'
import { median, milliseconds, type Row } from './table.ts'

const loads = 5

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
    const plainest = await paintOf(`${url}/plainest.html`, browser, speed)
    for (const [name, path] of Object.entries(pages)) {
      const time = await paintOf(url + path, browser, speed)
      rows.push({
        what: `First paint of ${name}, ${network}, processor 4x slower`,
        value: `${milliseconds(time)}, ${(time / plainest).toFixed(2)} of a plain 2 KB page (${milliseconds(plainest)})`,
        limit: '1.10',
      })
    }
  }
  return rows
}

async function paintOf(address: string, browser: Browser, speed: { throughput: number; latency: number }) {
  const times: number[] = []
  for (let load = 0; load < loads; load += 1) {
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
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) =>
            new PerformanceObserver((list) => {
              const paint = list.getEntriesByName('first-contentful-paint')[0]
              if (paint) resolve(paint.startTime)
            }).observe({ type: 'paint', buffered: true }),
          ),
      ),
    )
    await context.close()
  }
  return median(times)
}

import type { Browser } from 'playwright-core'
import { median, milliseconds, percentile, type Row } from './table.ts'

const walks = 5

/** How long the form takes from Continue to the next step on the screen, with a processor four times slower. */
export async function steps(url: string, browser: Browser): Promise<Row[]> {
  const times: number[] = []
  let requests = 0
  for (let walk = 0; walk < walks; walk += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(`${url}/complain/`, { waitUntil: 'networkidle' })
    await page.locator('#complain form:not([data-opening])').waitFor()
    page.on('request', () => (requests += 1))
    times.push(...(await page.evaluate(walkTheForm)))
    await context.close()
  }
  return [
    {
      what: `From one step to the next, processor 4x slower (${times.length})`,
      value: `median ${milliseconds(median(times))}, most ${milliseconds(percentile(times, 100))}, ${requests} requests`,
      // What sends files is fetched one step before it is needed (DECISIONS 99).
      limit: `100 ms, 0, and ${walks} of the part for files`,
    },
  ]
}

/** Runs in the page: answers with the first option or some words, goes on, and times each change until it is drawn. */
async function walkTheForm(): Promise<number[]> {
  const drawn = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const times: number[] = []
  for (let step = 0; step < 20; step += 1) {
    const form = document.querySelector<HTMLFormElement>('#complain form')
    const go = form?.querySelector<HTMLButtonElement>('button:not([name], [type="button"])')
    if (!form || !go) break
    const chosen = new Set<string>()
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
      if (field.type === 'radio' && !chosen.has(field.name)) {
        chosen.add(field.name)
        field.click()
      } else if (field instanceof HTMLTextAreaElement) {
        field.value = 'The bins were not emptied, for the third week running. '.repeat(20)
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
    }
    await drawn()
    for (const field of form.querySelectorAll<HTMLInputElement>('#name, #email')) {
      field.value = field.id === 'email' ? 'zofia@example.org' : 'Zofia Nowak'
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    await drawn()
    const before = location.hash
    const start = performance.now()
    form.requestSubmit(go)
    await drawn()
    if (location.hash === before) throw new Error(`The form stayed at ${before || 'its first step'}.`)
    times.push(performance.now() - start)
  }
  return times
}

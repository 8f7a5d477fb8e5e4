import { describe, expect, it } from 'vitest'
import { patience, useJourneys } from '../support/journey-browser.ts'
import {
  answer,
  arriveAt,
  complainStepByStep,
  fieldOf,
  goOn,
  openAt,
  openForm,
  optionOf,
  remembered,
  sendIt,
  walkTo,
} from '../support/journey-form.ts'
import { missedBins, nameless, thanks } from '../support/journey-people.ts'
import { recorded } from '../support/journey-record.ts'
import { askedOn, headingOf, stepsFor } from '../support/journey-words.ts'

const journeys = useJourneys()

describe('what the tab keeps', () => {
  it('keeps the step and its answers over a reload, half-written ones too', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'story', missedBins)
    await fieldOf(page, 'what-happened').fill('Only the first wor')
    await page.reload()
    await arriveAt(page, 'story', missedBins)
    expect(await fieldOf(page, 'what-happened').inputValue()).toBe('Only the first wor')

    await walkTo(page, 'check', missedBins, 'story')
    await page.reload()
    await arriveAt(page, 'check', missedBins)
    const reference = await sendIt(page, 'complaint')
    expect(await recorded(journeys.portal, reference)).toMatchObject({ summary: missedBins['what-happened'] })
  })

  it('keeps them when the tab’s process dies', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'outcome', missedBins)
    await answer(page, askedOn('outcome', missedBins), missedBins)
    // What was typed a moment before may still be on its way out of the tab's process; what a reload found is out.
    await page.reload()
    await arriveAt(page, 'outcome', missedBins)
    expect(await fieldOf(page, 'outcome').inputValue()).toBe(missedBins['outcome'])
    const tab = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    // The tab dies before it can answer.
    tab.send('Page.crash').catch(() => undefined)
    await crashed

    // What drives the browser gives up on a page that crashed, so the tab is asked itself.
    await tab.send('Page.reload')
    // While the new page takes the old one's place there is nobody to answer.
    const ask = async (expression: string): Promise<unknown> =>
      (await tab.send('Runtime.evaluate', { expression }).catch(() => undefined))?.result.value
    await expect
      .poll(() => ask(`document.querySelector('h1')?.textContent`), patience)
      .toBe(headingOf('outcome', missedBins))
    await expect
      .poll(() => ask(`document.querySelector('[name="outcome"]')?.value`), patience)
      .toBe(missedBins['outcome'])
  })

  it('goes on where it was when somebody leaves the form and comes back', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'discrimination', missedBins)
    await page.goto('/contact/')
    await page.goBack()
    await arriveAt(page, 'discrimination', missedBins)
  })

  it('tells another tab nothing', async () => {
    const visitor = await journeys.visitor()
    const page = await visitor.newPage()
    await openForm(page)
    await walkTo(page, 'check', missedBins)
    const other = await visitor.newPage()
    await openForm(other)
    expect(await optionOf(other, 'kind', 'complaint').isChecked()).toBe(false)
  })

  it('forgets all of it once it is sent, and Back shows an empty form', async () => {
    const page = await journeys.page()
    await complainStepByStep(page, missedBins)
    expect(await remembered(page)).toBeNull()

    await page.goBack()
    await arriveAt(page, 'kind', missedBins)
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(await remembered(page)).not.toContain(missedBins['name'])
    expect(await page.content()).not.toContain(missedBins['name'])
  })

  it('takes a second complaint from the same tab as another one', async () => {
    const page = await journeys.page()
    const first = await complainStepByStep(page, nameless)
    const second = await complainStepByStep(page, thanks)
    expect(second).not.toBe(first)
    expect(await recorded(journeys.portal, second)).toMatchObject({
      kind: 'compliment',
      safeguarding_flag: null,
    })
  })

  it('still takes a complaint where the browser refuses to keep anything', async () => {
    const page = await journeys.page()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('Refused.', 'SecurityError')
        },
      })
    })
    const reference = await complainStepByStep(page, nameless)
    expect(await recorded(journeys.portal, reference)).toMatchObject({ summary: nameless['what-happened'] })
  })

  it('puts nothing that is written into an address', async () => {
    const page = await journeys.page()
    const addresses: string[] = []
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
    page.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''))
    await openAt(page, 'needs', missedBins)
    await goOn(page, 'check', missedBins)
    await sendIt(page, 'complaint')
    const written = Object.values(missedBins)
      .flat()
      .filter((text) => text.length > 9)
    for (const text of written) {
      const found = addresses.filter((address) => decodeURIComponent(address).includes(text))
      expect(found).toEqual([])
    }
    expect(addresses.length).toBeGreaterThan(stepsFor(nameless).length)
  })
})

import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../../src/form/question.ts'
import { look, type Look } from '../support/journey-axe.ts'
import { useJourneys } from '../support/journey-browser.ts'
import {
  answer,
  answerAll,
  checkButton,
  continueButton,
  goOn,
  openForm,
  optionOf,
  sendButton,
  sendIt,
} from '../support/journey-form.ts'
import { coldFlat, missedBins } from '../support/journey-people.ts'
import { askedOn, stepsFor } from '../support/journey-words.ts'

const journeys = useJourneys()

/** A word that no page has room for, in every field that takes one. */
const long = 'm'.repeat(200)
const longWords: Fields = {
  ...missedBins,
  risk: 'yes',
  'what-happened': long,
  where: long,
  'told-before-details': long,
  outcome: long,
  'discrimination-details': long,
  name: long,
  email: `${long}@example.org`,
  'interpreter-language': long.slice(0, 100),
  'adjustments-details': long,
}

/** A phone gets every rule. In the dark only the colours are other ones. */
const views: [string, Look, BrowserContextOptions][] = [
  ['on a narrow screen', 'everything', { viewport: { width: 320, height: 640 } }],
  ['in the dark', 'colours', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
]

/** The site's own policy lets no script run but its own, axe's neither. */
const visible = (options: BrowserContextOptions) => journeys.page({ ...options, bypassCSP: true })

describe.each(views)('step by step, %s', (_, what, options) => {
  it('keeps nobody out on any step, with mistakes or without, nor on the page after sending', async () => {
    const page = await visible(options)
    const found: string[] = []
    await openForm(page)
    const way = [...stepsFor(longWords), 'check']
    for (const [index, step] of way.slice(0, -1).entries()) {
      found.push(...(await look(page, step, what)))
      const missing = step === 'needs' ? [] : askedOn(step, longWords).filter(({ optional }) => !optional)
      if (missing.length) {
        await continueButton(page).click()
        await page.locator('.govuk-error-summary').waitFor()
        found.push(...(await look(page, `${step} with a mistake`, what)))
      }
      await answer(page, askedOn(step, longWords), longWords)
      if (step === 'reply') await mistakesInReply(page, what, found)
      found.push(...(await look(page, `${step} answered`, what)))
      await goOn(page, way[index + 1]!, longWords)
    }
    found.push(...(await look(page, 'check', what)))
    await page.context().setOffline(true)
    await sendButton(page, 'complaint').click()
    await page.locator('.govuk-error-summary').waitFor()
    found.push(...(await look(page, 'not sent', what)))
    await page.context().setOffline(false)
    await sendIt(page, 'complaint')
    found.push(...(await look(page, 'sent', what)))
    expect(found).toEqual([])
  })
})

/** Every way to be answered, with what is asked for it and with its mistakes. */
async function mistakesInReply(page: Page, what: Look, found: string[]): Promise<void> {
  for (const route of ['phone', 'post', 'email']) {
    const asked = { ...longWords, 'reply-route': route }
    await optionOf(page, 'reply-route', route).check()
    await answer(page, askedOn('reply', asked), { name: '', email: long, phone: long, address: '' })
    await continueButton(page).click()
    found.push(...(await look(page, `reply by ${route} with mistakes`, what)))
  }
  await answer(page, askedOn('reply', longWords), longWords)
}

describe.each(views)('on one page, %s', (_, what, options) => {
  // Without scripts axe cannot run either. So the page is asked for as a browser without scripts would get it,
  // and ours alone are held back.
  async function plainPage(): Promise<Page> {
    const page = await visible(options)
    await page.route('**/_astro/*.js', (route) => route.abort())
    await page.goto('/complain/')
    await page.evaluate(() => document.querySelector('form')?.removeAttribute('data-opening'))
    await page.evaluate(() => document.querySelector('.waiting')?.remove())
    return page
  }

  it('keeps nobody out of the whole form, its mistakes, the page to check, or a page that says no', async () => {
    const page = await plainPage()
    const found: string[] = []
    found.push(...(await look(page, 'opened', what)))
    await checkButton(page).click()
    await page.locator('.govuk-error-summary').waitFor()
    found.push(...(await look(page, 'empty', what)))
    await answerAll(page, { ...longWords, ...coldFlat, 'happened-on-year': '26', name: '' })
    await checkButton(page).click()
    await page.locator('.govuk-error-summary').waitFor()
    found.push(...(await look(page, 'with mistakes', what)))
    await answerAll(page, { ...longWords, email: 'zoe@example.org' })
    await optionOf(page, 'kind', 'compliment').check()
    await answerAll(page, { kind: 'compliment', 'what-went-well': long })
    await checkButton(page).click()
    await sendButton(page, 'compliment').waitFor()
    found.push(...(await look(page, 'check', what)))
    await journeys.portal.outage('database', { status: 503, count: 1 })
    await journeys.portal.outage('blobs', { status: 503, count: 1 })
    await sendButton(page, 'compliment').click()
    await page.locator('.govuk-error-summary').waitFor()
    found.push(...(await look(page, 'database away', what)))
    await sendIt(page, 'compliment')
    found.push(...(await look(page, 'sent', what)))
    await page.goto('/complain/sent/?t=gone')
    found.push(...(await look(page, 'gone', what)))
    expect(found).toEqual([])
  })
})

it('brings the opening page to a browser that waits for its script without keeping anybody out', async () => {
  const [, what, options] = views[0]!
  const page = await visible(options)
  const found: string[] = []
  await page.route('**/_astro/*.js', (route) => route.abort())
  await page.goto('/complain/')
  found.push(...(await look(page, 'waiting', what)))
  expect(found).toEqual([])
})

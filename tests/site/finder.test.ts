import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textIn } from '../../src/council/council.ts'
import { finder, follow } from '../../src/council/finder.ts'
import { routes } from '../../src/council/routes.ts'
import type { Listening } from '../../src/local/listen.ts'
import { situations } from '../council/finder-situations.ts'
import { launch } from '../support/chromium.ts'
import { builtPages, wordsOf } from './pages.ts'
import { serveSite } from './serve-site.ts'

const html = (address: string): string => {
  const found = builtPages.find((page) => page.address === address)
  if (!found) throw new Error(`${address} is not built.`)
  return found.html.slice(found.html.indexOf('<main'), found.html.indexOf('</main>'))
}
const words = (address: string) => wordsOf(html(address)).replace(/\s+/g, ' ')

describe.each(finder.outcomes)('/find/answer/$id/', ({ id }) => {
  it('leaves a way to complain to us', () => {
    expect(html(`/find/answer/${id}/`)).toContain('href="/complain/"')
  })

  it('leads back to the start', () => {
    expect(html(`/find/answer/${id}/`)).toContain('href="/find/"')
  })
})

describe('/other-routes/', () => {
  it.each(routes)('has $id at an address of its own, with how to complain to us still', (route) => {
    expect(html('/other-routes/')).toContain(`<h3 id="${route.id}"`)
    const said = words('/other-routes/')
    for (const text of [route.about, ...route.todo, route.anyway]) expect(said).toContain(textIn(text, 'en'))
  })

  it('says the rules for saying no (DOMAIN 2.2)', () => {
    const said = words('/other-routes/')
    expect(said).toContain('We look at every complaint for itself.')
    expect(said).toContain('within 12 months')
    expect(said).toContain('You can ask the Ombudsman to look at our decision')
  })
})

it('gives every time limit that has been checked on /time-limits/', () => {
  const said = words('/time-limits/')
  const limits = routes.flatMap(({ limit }) => (limit ? [textIn(limit.text, 'en')] : []))
  expect(limits.length).toBeGreaterThan(7)
  for (const limit of limits) expect(said).toContain(limit)
})

describe('walked in a browser without scripts', () => {
  let site: Listening
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    site = await serveSite()
    browser = await launch()
    page = await browser.newPage({ javaScriptEnabled: false })
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  const walks = [
    'decision parking',
    'service local first-time',
    'decision housing tenant decision',
    'service care child',
    'danger',
    'again first-reply',
  ].map((chooses) => situations.find((situation) => situation.chooses === chooses))

  it.each(walks)('$says', async (situation) => {
    if (!situation) throw new Error('No situation has these answers.')
    await page.goto(`${site.url}/find/`)
    const answers = situation.chooses.split(' ')
    for (const [i, id] of answers.entries()) {
      const at = follow(answers.slice(0, i))
      const answer = 'question' in at && at.question.answers.find((one) => one.id === id)
      if (!answer) throw new Error(`No answer ${id}.`)
      await page
        .locator('main')
        .getByRole('link', { name: textIn(answer.text, 'en'), exact: true })
        .click()
    }
    expect(new URL(page.url()).pathname).toBe(`/find/answer/${situation.reaches}/`)

    for (let left = answers.length; left > 0; left -= 1) await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/find/')
  })

  it('lets somebody change an answer', async () => {
    await page.goto(`${site.url}/find/answer/parking-fine/`)
    await page.getByRole('link', { name: 'A parking fine', exact: true }).click()
    expect(new URL(page.url()).pathname).toBe('/find/decision/')
  })

  it('takes somebody to the form from any question', async () => {
    for (const { id } of finder.questions.slice(1))
      expect(html(`/find/${id}/`)).toContain('href="/complain/"')
    await page.goto(`${site.url}/find/`)
    await page.getByRole('link', { name: 'Tell us what happened' }).click()
    expect(new URL(page.url()).pathname).toBe('/complain/')
  })
})

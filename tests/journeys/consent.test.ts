import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { askedIn, consentIn, representative, type Question } from '../support/consent.ts'
import { look } from '../support/journey-axe.ts'
import { scriptless, useJourneys } from '../support/journey-browser.ts'
import { hasFocus } from '../support/journey-form.ts'
import { press } from '../support/journey-press.ts'
import { errorOf, t, titled, titledError } from '../support/journey-words.ts'

const journeys = useJourneys()

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const choose = (page: Page, question: string, option: string) =>
  page.locator(`[name="${question}"][value="${option}"]`).check()

/** From the question to the page that says what was answered. */
async function sayYes(page: Page): Promise<void> {
  await choose(page, 'consent-answer', 'yes')
  await choose(page, 'consent-may', 'act')
  await choose(page, 'consent-may', 'see')
  await page.locator('#consent-name').fill('Idris Kemble')
  await page.locator('#consent-helper').fill('Rosa Lind, interpreter')
  await press(page, t('form.one-page.button'))
  await press(page, t('consent.send'))
  await heading(page, t('consent.standing.claimed.title'))
}

async function withCode(page: Page, { reference, code }: Question): Promise<void> {
  await page.goto('/consent/')
  await page.locator('#reference').fill(reference)
  await page.locator('#code').fill(code)
  await press(page, t('consent-code.open'))
  await heading(page, t('consent.title'))
}

describe.each<[string, BrowserContextOptions]>([
  ['with scripts', {}],
  ['without scripts', scriptless],
])('%s', (_, options) => {
  it('somebody says yes by the link, and takes it back by the same link', async () => {
    const question = await askedIn(journeys.portal)
    const page = await journeys.page(options)
    await page.goto(question.link)
    await heading(page, t('consent.title'))
    expect(await page.title()).toBe(titled(t('consent.title')))
    expect(await page.locator('main').innerText()).toContain(representative)
    // Nothing is ticked for anybody.
    expect(await page.locator('main :checked').count()).toBe(0)
    await sayYes(page)
    expect(await consentIn(journeys.portal, question)).toMatchObject({
      state: 'claimed',
      may_act: true,
      may_receive: false,
      may_see: true,
      helper: 'Rosa Lind, interpreter',
    })

    await page.goto(question.link)
    await choose(page, 'go-on-alone', 'not-sure')
    await press(page, t('consent.withdraw.button'))
    await heading(page, t('consent.standing.withdrawn.title'))
    expect(await page.getByText(t('consent.alone.not-sure')).isVisible()).toBe(true)
    expect((await consentIn(journeys.portal, question))['state']).toBe('withdrawn')
    expect(page.url()).not.toMatch(/Amara|Idris|Kemble/)
  })

  it('somebody says no by the code of a letter', async () => {
    const question = await askedIn(journeys.portal, { email: null })
    const page = await journeys.page(options)
    await withCode(page, question)
    await choose(page, 'consent-answer', 'no')
    await press(page, t('form.one-page.button'))
    await press(page, t('consent.send'))
    await heading(page, t('consent.standing.refused.title'))
    expect(await consentIn(journeys.portal, question)).toMatchObject({
      state: 'refused',
      answered_by: 'code',
    })
    // They get no email, so none is promised.
    expect(await page.getByText(t('consent.copy.email')).count()).toBe(0)
  })

  it('somebody wants to talk first, and then says yes', async () => {
    const question = await askedIn(journeys.portal)
    const page = await journeys.page(options)
    await page.goto(question.link)
    await choose(page, 'consent-answer', 'talk-first')
    await page.locator('#consent-reach').fill('07700 900123, not before ten')
    await press(page, t('form.one-page.button'))
    await press(page, t('consent.send'))
    await heading(page, t('consent.standing.talk-first.title'))
    expect(await consentIn(journeys.portal, question)).toMatchObject({ state: 'asked', answer: 'talk-first' })
    await page.getByRole('link', { name: t('consent.change.link') }).click()
    await sayYes(page)
    expect((await consentIn(journeys.portal, question))['state']).toBe('claimed')
  })

  it('is told what is missing, on top and in focus, and loses nothing', async () => {
    const page = await journeys.page(options)
    await page.goto((await askedIn(journeys.portal)).link)
    await choose(page, 'consent-answer', 'yes')
    await page.locator('#consent-helper').fill('Rosa')
    await press(page, t('form.one-page.button'))
    const summary = page.locator('.govuk-error-summary')
    expect(await hasFocus(summary)).toBe(true)
    expect(await page.title()).toBe(titledError(t('consent.title')))
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      errorOf('consent-may', 'required'),
      errorOf('consent-name', 'required'),
    ])
    expect(await page.locator('#consent-helper').inputValue()).toBe('Rosa')
    await summary.getByRole('link', { name: errorOf('consent-name', 'required') }).click()
    expect(await hasFocus(page.locator('#consent-name'))).toBe(true)
  })
})

it('asks only what the answer leads to', async () => {
  const page = await journeys.page(scriptless)
  await page.goto((await askedIn(journeys.portal)).link)
  const shown = () =>
    page
      .locator('form [id^="q-"]:visible')
      .evaluateAll((questions) => questions.map(({ id }) => id.replace('q-consent-', '')))
  expect(await shown()).toEqual(['answer', 'helper'])
  await choose(page, 'consent-answer', 'yes')
  expect(await shown()).toEqual(['answer', 'may', 'name', 'helper'])
  await choose(page, 'consent-answer', 'no')
  expect(await shown()).toEqual(['answer', 'helper'])
  await choose(page, 'consent-answer', 'talk-first')
  expect(await shown()).toEqual(['answer', 'reach', 'helper'])
})

it('can be answered, and taken back, with the keyboard alone', async () => {
  const question = await askedIn(journeys.portal)
  const page = await journeys.page()
  const { keyboard } = page
  /** Goes on with Tab until the focus is there, as far as a patient person would. */
  const tabTo = async (selector: string) => {
    for (let times = 0; times < 60; times += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${selector}.`)
  }
  await page.goto('/consent/')
  await tabTo('#reference')
  await keyboard.type(question.reference.toLowerCase())
  await tabTo('#code')
  await keyboard.type(question.code.replaceAll('-', ' '))
  await keyboard.press('Enter')
  await heading(page, t('consent.title'))
  await tabTo('[name="consent-answer"]')
  await keyboard.press('Space')
  await tabTo('[name="consent-may"][value="receive"]')
  await keyboard.press('Space')
  await tabTo('#consent-name')
  await keyboard.type('Idris Kemble')
  await keyboard.press('Enter')
  await heading(page, t('form.check.title'))
  await tabTo('[name="go"][value="send"]')
  await keyboard.press('Enter')
  await heading(page, t('consent.standing.claimed.title'))
  expect(await consentIn(journeys.portal, question)).toMatchObject({ may_act: false, may_receive: true })
  await tabTo('[action="/api/consents/withdraw"] [name="go"]')
  await keyboard.press('Enter')
  await heading(page, t('consent.standing.withdrawn.title'))
})

/** The narrowest screen, a page at 400% on a screen of 1280 (320 wide, 256 high), and the dark. */
const views: [string, BrowserContextOptions][] = [
  ['on a narrow screen', { viewport: { width: 320, height: 640 } }],
  ['at 400% zoom', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ['in the dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
]

it.each(views)('keeps nobody out of any page, with mistakes or without, %s', async (_, options) => {
  const { portal } = journeys
  const long = `${'m'.repeat(60)} ${'Obi '.repeat(20)}`.trim()
  const question = await askedIn(portal, { representative: long })
  const page = await journeys.page({ ...options, bypassCSP: true })
  const found: string[] = []
  const see = async (state: string) => found.push(...(await look(page, state)))
  await page.goto('/consent/')
  await see('code')
  await press(page, t('consent-code.open'))
  await see('code with mistakes')
  await page.goto('/consent/open/?t=old')
  await see('closed')
  await page.goto('/consent/paper/')
  await see('paper')
  await page.goto(question.letter)
  await see('letter')
  await page.goto(question.link)
  await see('question')
  await choose(page, 'consent-answer', 'yes')
  await press(page, t('form.one-page.button'))
  await see('question with mistakes')
  await sayYes(page)
  await see('said yes')
  await page.goto(question.link)
  await press(page, t('consent.withdraw.button'))
  await heading(page, t('consent.standing.withdrawn.title'))
  await see('taken back')
  expect(found).toEqual([])
})

it('fits the question on one sheet of paper, with its reference and code, and the blank one too', async () => {
  const question = await askedIn(journeys.portal, { representative: 'Maximiliana Featherstonehaugh-Okonkwo' })
  const page = await journeys.page()
  const sheets = async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/g)].length
  }
  await page.goto(question.letter)
  expect(await sheets()).toBe(1)
  await page.emulateMedia({ media: 'print' })
  for (const said of [question.reference, question.code, t('questions.consent-may.options.see')])
    expect(await page.getByText(said).isVisible(), said).toBe(true)
  expect(
    await page
      .locator('main :is(p, li)')
      .evaluateAll((all) => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize)))),
  ).toBeGreaterThanOrEqual(16)
  await page.goto('/consent/paper/')
  expect(await sheets()).toBe(1)
})

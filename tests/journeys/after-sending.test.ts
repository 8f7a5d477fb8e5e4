import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { complained, replied, type Complained } from '../http/followed.ts'
import { look } from '../support/journey-axe.ts'
import { scriptless, useJourneys } from '../support/journey-browser.ts'
import { press } from '../support/journey-press.ts'
import { t } from '../support/journey-words.ts'

const journeys = useJourneys()

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const titleOf = ({ reference }: Complained) => t('follow.page.title', { reference })
const seen = (page: Page) => page.locator('main').innerText()

/** Opens a complaint's page by its reference and code. */
async function open(page: Page, complaint: Complained): Promise<void> {
  await page.goto('/follow/')
  await page.fill('#reference', complaint.reference)
  await page.fill('#code', complaint.code)
  await press(page, t('follow.open'))
  await heading(page, titleOf(complaint))
}

/** Reads the check page through and sends. */
async function checkAndSend(page: Page, send: string, after: string): Promise<void> {
  await press(page, t('form.one-page.button'))
  await heading(page, t('form.check.title'))
  await press(page, send)
  await heading(page, after)
}

describe.each<[string, BrowserContextOptions]>([
  ['without scripts', scriptless],
  ['with scripts', {}],
])('after sending, %s,', (_, options) => {
  it('a person follows their complaint, sees what they wrote, adds to it, and sees that too', async () => {
    const complaint = await complained(journeys.portal)
    const page = await journeys.page(options)
    await open(page, complaint)
    expect(await seen(page)).not.toContain('three weeks')
    await page.fill('#known-by', 'zofia nowak')
    await press(page, t('follow.words.button'))
    await page.getByText(t('follow.words.shown')).waitFor()
    expect(await seen(page)).toContain('Our bin was not emptied three weeks running.')

    await press(page, t('follow.add.button'))
    await heading(page, t('add.title'))
    await page.check('[name="addition-kind"][value="correction"]')
    await page.fill('#addition-text', 'It was four weeks.')
    await checkAndSend(page, t('add.send'), t('later.addition.title'))
    await page.getByRole('link', { name: t('later.open') }).click()
    await heading(page, titleOf(complaint))
    expect(await seen(page)).toContain(t('follow.received.correction'))
  })

  it('a person asks for the next stage and sees it on the page', async () => {
    const complaint = await complained(journeys.portal)
    await replied(journeys.portal, complaint)
    const page = await journeys.page(options)
    await open(page, complaint)
    await press(page, t('follow.review.button'))
    await heading(page, t('review.title'))
    await page.fill('#review-reasons', 'You did not ask my neighbours.')
    await checkAndSend(page, t('review.send'), t('later.review.title'))
    await page.getByRole('link', { name: t('later.open') }).click()
    await page.getByRole('heading', { level: 2, name: 'Stage 2', exact: true }).waitFor()
  })

  it('a person takes their complaint back, and changes their mind', async () => {
    const complaint = await complained(journeys.portal)
    const page = await journeys.page(options)
    await page.goto(complaint.link)
    await heading(page, titleOf(complaint))
    await press(page, t('follow.withdraw.button'))
    await heading(page, t('follow.withdraw.ask.title'))
    await press(page, t('follow.withdraw.ask.yes'))
    await heading(page, titleOf(complaint))
    expect(await seen(page)).toContain('You took your complaint back')
    await press(page, t('follow.take-up.button'))
    await page.getByRole('button', { name: t('follow.withdraw.button'), exact: true }).waitFor()
  })

  it('a person adds something without a code, from a page that asks only what applies', async () => {
    const page = await journeys.page(options)
    await page.goto('/add/')
    const shown = () =>
      page
        .locator('form [id^="q-"]:visible')
        .evaluateAll((questions) => questions.map(({ id }) => id.replace('q-', '')))
    const about = ['reference', 'code', 'addition-kind']
    const sender = ['sender-name', 'sender-email']
    expect(await shown()).toEqual([...about, 'files', ...sender])
    await page.check('[value="contact"]')
    expect(await shown()).toEqual([...about, 'files', 'reply-route', 'known-by', ...sender])
    await page.check('[value="needs"]')
    expect(await shown()).toEqual([...about, 'files', 'adjustments', 'adjustments-details', ...sender])
    await page.check('[value="more"]')
    expect(await shown()).toEqual([...about, 'addition-text', 'files', ...sender])
    await page.fill('#reference', 'the one about the bins')
    await page.fill('#addition-text', 'Again.')
    await checkAndSend(page, t('add.send'), t('later.addition.title'))
    await page.getByText(t('later.addition.unmatched')).waitFor()
  })
})

it('all of it can be done with the keyboard alone', async () => {
  const complaint = await complained(journeys.portal)
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
  await page.goto('/follow/')
  await tabTo('#reference')
  await keyboard.press('Enter')
  // The list of what is to mend has the focus, and leads to the field.
  await page.locator('.govuk-error-summary:focus').waitFor()
  await tabTo('[href="#reference"]')
  await keyboard.press('Enter')
  await keyboard.type(complaint.reference.toLowerCase())
  await tabTo('#code')
  await keyboard.type(complaint.code.replaceAll('-', ' '))
  await keyboard.press('Enter')
  await heading(page, titleOf(complaint))
  await tabTo('#known-by')
  await keyboard.type('zofia nowak')
  await keyboard.press('Enter')
  await page.getByText(t('follow.words.shown')).waitFor()
  await tabTo('[action="/api/additions"] button')
  await keyboard.press('Enter')
  await heading(page, t('add.title'))
  await tabTo('[name="addition-kind"]')
  await keyboard.press('Space')
  await tabTo('#addition-text')
  await keyboard.type('It happened again.')
  await tabTo('[name="go"][value="check"]')
  await keyboard.press('Enter')
  await heading(page, t('form.check.title'))
  await tabTo('[name="go"][value="send"]')
  await keyboard.press('Enter')
  await heading(page, t('later.addition.title'))
  await tabTo('[href^="/follow/open/"]')
  await keyboard.press('Enter')
  await heading(page, titleOf(complaint))
  await tabTo('[value="withdraw"]')
  await keyboard.press('Enter')
  await heading(page, t('follow.withdraw.ask.title'))
  await tabTo('[value="confirm-withdraw"]')
  await keyboard.press('Enter')
  await heading(page, titleOf(complaint))
  await tabTo('[value="take-up"]')
  await keyboard.press('Enter')
  await page.locator('[value="withdraw"]').waitFor()
})

describe.each<[string, BrowserContextOptions]>([
  ['on a narrow screen', { viewport: { width: 320, height: 640 } }],
  ['at 400% zoom', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ['in the dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
])('the pages after sending, %s,', (_, options) => {
  it('keep nobody out, with mistakes or without', async () => {
    const { portal } = journeys
    const [complaint, answered] = [await complained(portal), await complained(portal)]
    await replied(portal, answered, 60)
    const page = await journeys.page({ ...options, bypassCSP: true })
    const found: string[] = []
    const see = async (state: string) => found.push(...(await look(page, state)))
    await page.goto('/follow/')
    await see('follow')
    await press(page, t('follow.open'))
    await see('follow with mistakes')
    await page.goto('/follow/open/?t=old')
    await see('a page that has closed')
    await open(page, complaint)
    await see('the complaint')
    await press(page, t('follow.words.button'))
    await see('the complaint with a mistake')
    await page.fill('#known-by', 'Zofia Nowak')
    await press(page, t('follow.words.button'))
    await see('what they wrote')
    await press(page, t('follow.withdraw.button'))
    await see('before it is withdrawn')
    await press(page, t('follow.withdraw.ask.yes'))
    await see('withdrawn')
    await press(page, t('follow.add.button'))
    await see('adding from its page')
    await press(page, t('form.one-page.button'))
    await see('adding from its page, with mistakes')
    await page.goto('/add/')
    await see('adding')
    for (const kind of ['contact', 'needs']) {
      await page.check(`[value="${kind}"]`)
      await press(page, t('form.one-page.button'))
      await see(`adding ${kind}, with mistakes`)
    }
    await page.goto('/review/')
    await see('asking again')
    await press(page, t('form.one-page.button'))
    await see('asking again, with mistakes')
    await open(page, answered)
    await see('a complaint with its reply')
    await press(page, t('follow.review.button'))
    await see('asking again from its page')
    await press(page, t('form.one-page.button'))
    await press(page, t('review.send'))
    await heading(page, t('later.review.title'))
    await see('asked')
    expect(found).toEqual([])
  })
})

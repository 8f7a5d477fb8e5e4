import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { closeComplaint, surveyLinkFor } from '../support/close-complaint.ts'
import { overflow, smallTargets, violations } from '../support/journey-axe.ts'
import { patience, scriptless, useJourneys } from '../support/journey-browser.ts'
import {
  answerAll,
  checkButton,
  checked,
  complainStepByStep,
  fieldOf,
  openAt,
  openForm,
  continueButton,
  optionOf,
  referenceOn,
  sendIt,
  walkTo,
} from '../support/journey-form.ts'
import { brokenPath, idea, missedBins } from '../support/journey-people.ts'
import { errorOf, t } from '../support/journey-words.ts'
import { recorded } from '../support/journey-record.ts'

const journeys = useJourneys()

const potHole = {
  ...missedBins,
  'told-before': 'no',
  'first-report': 'put-right',
  'what-happened': 'There is a hole in the road by the school.',
  service: 'roads',
}
/** axe is put into the page, which its own policy would refuse. */
const looked = { bypassCSP: true }

/** Nothing wrong for axe, nothing sideways at 320 pixels, nothing too small to hit. */
async function sound(page: Page): Promise<void> {
  const before = page.viewportSize()
  expect(await violations(page, 'everything')).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await overflow(page)).toBe(0)
  if (before) await page.setViewportSize(before)
}

/** The link of the letter about a report, as a path. */
async function linkFor(reference: string): Promise<string> {
  const subject = t('letters.report-receipt.subject', { reference })
  const { text } = await journeys.portal.waitForMail((mail) => mail.subject === subject)
  return /(\/make-it-a-complaint\/open\/\?k=\S+)/.exec(text ?? '')?.[1] ?? ''
}

describe('who tells us for the first time', () => {
  it('is asked what to do with it, has to choose, and reads it before sending', async () => {
    const page = await journeys.page(looked)
    await openAt(page, 'told-before', { ...potHole, 'first-report': '' })
    await optionOf(page, 'told-before', 'yes').check()
    expect(await optionOf(page, 'first-report', 'put-right').count()).toBe(0)
    await optionOf(page, 'told-before', 'no').check()
    await optionOf(page, 'first-report', 'put-right').waitFor()
    await sound(page)
    await continueButton(page).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: errorOf('first-report', 'required') })
      .waitFor()
    await sound(page)
  })

  it('sends a report, opens the link of our letter, and makes it a complaint, step by step', async () => {
    const page = await journeys.page(looked)
    await openForm(page)
    await walkTo(page, 'check', potHole)
    const reference = await sendIt(page, 'service-request')
    expect(await page.title()).toContain(t('sent.title.service-request'))
    await sound(page)
    expect(await recorded(journeys.portal, reference)).toMatchObject({ kind: 'service-request' })

    await page.goto(await linkFor(reference))
    await page.getByText(reference).waitFor()
    await sound(page)
    await fieldOf(page, 'unhappy-about').fill('Nobody came.')
    await page.getByRole('button', { name: t('make-it-a-complaint.send') }).click()
    expect(await referenceOn(page)).toBe(reference)
    expect(await page.title()).toContain(t('sent.title.complaint'))
    expect(await recorded(journeys.portal, reference)).toMatchObject({
      kind: 'complaint',
      reported_as: 'service-request',
    })
  })

  it('does the same without a script', async () => {
    const page = await journeys.page(scriptless)
    await page.goto('/complain/')
    await answerAll(page, potHole)
    await checkButton(page).click()
    expect(await checked(page, 'first-report')).toEqual([t('questions.first-report.options.put-right')])
    const reference = await sendIt(page, 'service-request')
    expect(await page.title()).toContain(t('sent.title.service-request'))
    const code = (await page.locator('.code').textContent()) ?? ''

    await page.getByRole('link', { name: t('sent.becoming.link') }).click()
    await fieldOf(page, 'reference').fill(reference)
    await fieldOf(page, 'code').fill('2222-2222-2222')
    await fieldOf(page, 'unhappy-about').fill('Nobody came.')
    await page.getByRole('button', { name: t('make-it-a-complaint.send') }).click()
    await page.getByRole('link', { name: errorOf('code', 'does-not-open') }).click()
    await fieldOf(page, 'code').fill(code)
    expect(await fieldOf(page, 'unhappy-about').inputValue()).toBe('Nobody came.')
    await page.getByRole('button', { name: t('make-it-a-complaint.send') }).click()
    expect(await referenceOn(page)).toBe(reference)
    expect(await recorded(journeys.portal, reference)).toMatchObject({ kind: 'complaint' })
  })

  it('does it with the keyboard alone, and errors are sound', async () => {
    const page = await journeys.page(looked)
    await page.goto('/make-it-a-complaint/')
    await sound(page)
    await fieldOf(page, 'reference').focus()
    await page.keyboard.type('222-222-222')
    await page.keyboard.press('Tab')
    await page.keyboard.type('7KM2')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    await sound(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), patience).toBe('code')
  })
})

describe('who sends a comment', () => {
  it('can make it a complaint too', async () => {
    const page = await journeys.page(looked)
    const reference = await complainStepByStep(page, {
      ...idea,
      'your-comment': 'The lamps hum, and I hate it.',
    })
    await page.getByRole('heading', { name: t('sent.becoming.comment.title') }).waitFor()
    const code = (await page.locator('.code').textContent()) ?? ''
    await page.getByRole('link', { name: t('sent.becoming.link') }).click()
    await fieldOf(page, 'reference').fill(reference)
    await fieldOf(page, 'code').fill(code)
    await page.getByRole('button', { name: t('make-it-a-complaint.send') }).click()
    expect(await referenceOn(page)).toBe(reference)
    expect(await recorded(journeys.portal, reference)).toMatchObject({
      kind: 'complaint',
      reported_as: 'comment',
    })
  })
})

describe.each([
  ['with scripts', {}],
  ['without', scriptless],
])('after a complaint, %s,', (_, how) => {
  it('the questions about the person are a link away, and answered with the keyboard alone', async () => {
    const page = await journeys.page(how)
    await page.goto('/complain/')
    if ('javaScriptEnabled' in how) {
      await answerAll(page, brokenPath)
      await checkButton(page).click()
      await sendIt(page, 'complaint')
    } else await complainStepByStep(page, brokenPath)
    const link = page.getByRole('link', { name: t('about-you.link.go-on') })
    expect(await link.getAttribute('href')).toBe('/about-you/')
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/about-you/')
    expect(await fieldOf(page, 'about-religion').count()).toBe(0)
    await optionOf(page, 'want-to-answer', 'yes').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1951')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/about-you/thanks/')
    expect((await page.context().cookies()).length).toBe(0)
  })
})

describe('the questions about the person', () => {
  it('are sound as they stand, opened, with an error, and when they are done', async () => {
    const page = await journeys.page(looked)
    await page.goto('/about-you/')
    await sound(page)
    await page.getByRole('button', { name: t('about-you.send') }).click()
    await page.getByRole('link', { name: errorOf('want-to-answer', 'required') }).waitFor()
    await sound(page)
    await optionOf(page, 'want-to-answer', 'yes').check()
    await optionOf(page, 'about-long-term-condition', 'yes').check()
    await optionOf(page, 'about-ethnic-group', 'mixed').check()
    await fieldOf(page, 'about-date-of-birth-day').fill('31')
    await sound(page)
    await page.getByRole('button', { name: t('about-you.send') }).click()
    await page.getByRole('link', { name: t('about-you.date.errors.date-needs-year') }).waitFor()
    expect(await optionOf(page, 'about-ethnic-group', 'mixed').isChecked()).toBe(true)
    await sound(page)
    await page.goto('/about-you/thanks/')
    await sound(page)
  })
})

describe.each([
  ['with scripts', looked],
  ['without', scriptless],
])('once a complaint is closed, %s,', (_, how) => {
  it('the survey is answered by its link, and changed', async () => {
    const sender = await journeys.page()
    const reference = await complainStepByStep(sender, { ...missedBins, 'what-happened': `Closed ${_}.` })
    await closeComplaint(journeys.portal, reference)
    const link = await surveyLinkFor(journeys.portal, reference)

    const page = await journeys.page(how)
    await page.goto(link)
    if (how === looked) await sound(page)
    await optionOf(page, 'survey-kept-told', 'partly').focus()
    await page.keyboard.press('Space')
    await fieldOf(page, 'survey-easier').fill(`Sooner, ${_}.`)
    await page.getByRole('button', { name: t('survey.send') }).click()
    await page.waitForURL('**/survey/thanks/')
    if (how === looked) await sound(page)
    expect(await page.getByRole('link', { name: t('about-you.link.go-on') }).count()).toBe(1)

    await page.goto(link)
    expect(await optionOf(page, 'survey-kept-told', 'partly').isChecked()).toBe(true)
    await fieldOf(page, 'survey-easier').fill('x'.repeat(5001))
    await page.getByRole('button', { name: t('survey.send') }).click()
    await page.getByRole('link', { name: errorOf('survey-easier', 'too-long', 5000) }).waitFor()
    if (how === looked) await sound(page)
  })
})

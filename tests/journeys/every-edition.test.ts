import { describe, expect, it } from 'vitest'
import { published } from '../../src/council/editions.ts'
import { complained, replied } from '../http/followed.ts'
import { closeComplaint } from '../support/close-complaint.ts'
import { visitorOf, type Walker } from '../support/edition-walk.ts'
import { useJourneys } from '../support/journey-browser.ts'
import { forMother, missedBins } from '../support/journey-people.ts'
import { recorded } from '../support/journey-record.ts'

const journeys = useJourneys()

/**
 * An edition that runs from right to left, and Easy Read: between them they have all that differs but the words.
 * English has tests of its own for each journey, and is walked here only where no other edition is published.
 */
const walked = published().filter(({ tag }) => ['ur', 'en-simple'].includes(tag))
const editions = walked.length ? walked : published().slice(0, 1)

/** A path of a letter's link, such as /survey/open/?k=…, in the newest letter to this person. */
async function linkIn(to: string, place: string): Promise<string> {
  const path = new RegExp(`(${place}\\?k=[^\\s\\u2069]+)`)
  const { text } = await journeys.portal.waitForMail(
    (mail) => mail.to.some((address) => address.includes(to)) && path.test(mail.text ?? ''),
  )
  return path.exec(text ?? '')?.[1] ?? ''
}

let people = 0
const somebody = () => `somebody.${(people += 1)}@example.org`

/** The form from its start to the page after sending, with a mistake on the way. Answers the reference. */
async function complainAs(one: Walker, scripts: boolean, given: typeof missedBins): Promise<string> {
  await one.open('complain/')
  await one.look()
  if (scripts) await stepByStep(one, given)
  else {
    await one.press('form.one-page.button')
    await one.page.locator('.govuk-error-summary').waitFor()
    await one.look()
    await one.answer(one.asked(given), given)
    await one.press('form.one-page.button')
  }
  await one.heading(one.t('form.check.title'))
  await one.look()
  await one.page.getByRole('button', { name: one.t('form.check.send.complaint'), exact: true }).click()
  await one.page.waitForURL('**/complain/sent/?t=*')
  await one.look()
  return (await one.page.locator('.reference').textContent()) ?? ''
}

async function stepByStep(one: Walker, given: typeof missedBins): Promise<void> {
  await one.page.locator('#complain form:not([data-opening])').waitFor()
  const asked = one.asked(given)
  for (const step of one.steps(given)) {
    const here = step.questions.filter((question) => asked.includes(question))
    // Nobody has to need anything.
    if (step.id !== 'needs' && here.some(({ optional }) => !optional)) {
      await one.click('form.continue')
      await one.page.locator('.govuk-error-summary').waitFor()
      await one.look()
    }
    await one.answer(here, given)
    const before = one.page.url()
    await one.click('form.continue')
    await one.page.waitForURL((url) => url.href !== before)
    await one.page.locator('.govuk-error-summary').waitFor({ state: 'detached' })
    await one.look()
  }
}

/** A complaint that came in this edition, opened by its code. */
async function followed(one: Walker, tag: string) {
  const complaint = await complained(journeys.portal, { language: tag, email: somebody() })
  await one.open('follow/')
  await one.look()
  await one.field('reference').fill(complaint.reference)
  await one.field('code').fill('2222-2222-2222')
  await one.press('follow.open')
  await one.look()
  await one.field('code').fill(complaint.code)
  await one.press('follow.open')
  await one.heading(one.t('follow.page.title', { reference: complaint.reference }))
  await one.look()
  return complaint
}

/** From a form through the page to check it to the page after sending. */
async function checkAndSend(one: Walker, send: string): Promise<void> {
  await one.press('form.one-page.button')
  await one.heading(one.t('form.check.title'))
  await one.look()
  await one.press(send)
}

type Walk = (one: Walker, edition: { tag: string; scripts: boolean }) => Promise<void>

const walks: Readonly<Record<string, Walk>> = {
  'complains, and hears back in that language': async (one, { tag, scripts }) => {
    const email = somebody()
    const reference = await complainAs(one, scripts, { ...missedBins, email })
    expect(await recorded(journeys.portal, reference)).toMatchObject({ language: tag })
    const { html = '', subject } = await journeys.portal.waitForMail(({ to }) =>
      to.some((at) => at.includes(email)),
    )
    expect(subject).toBe(one.t('letters.acknowledgement.subject', { reference }))
    expect(html).toContain(`<html lang="${tag}"`)
  },

  'complains for their mother, who is asked in that language': async (one, { tag, scripts }) => {
    const [email, asks] = [somebody(), somebody()]
    await complainAs(one, scripts, { ...forMother, email, 'person-email': asks })
    await one.page.goto(await linkIn(asks, '/consent/open/'))
    await one.heading(one.t('consent.title'))
    await one.look()
    await one.press('form.one-page.button')
    await one.look()
    await one.option('consent-answer', 'yes').check()
    await one.option('consent-may', 'act').check()
    await one.field('consent-name').fill('Ngozi O’Hara-Nwosu')
    await checkAndSend(one, 'consent.send')
    await one.heading(one.t('consent.standing.claimed.title'))
    await one.look()
    expect(tag).toBe(await one.page.locator('html').getAttribute('lang'))
  },

  'follows their complaint and adds to it': async (one, { tag }) => {
    await followed(one, tag)
    await one.press('follow.add.button')
    await one.look()
    await one.press('form.one-page.button')
    await one.look()
    await one.option('addition-kind', 'more').check()
    await one.field('addition-text').fill('It was four weeks.')
    await checkAndSend(one, 'add.send')
    await one.heading(one.t('later.addition.title'))
    await one.look()
  },

  'takes their complaint back': async (one, { tag }) => {
    const { reference } = await followed(one, tag)
    await one.press('follow.withdraw.button')
    await one.look()
    await one.press('follow.withdraw.ask.yes')
    await one.heading(one.t('follow.page.title', { reference }))
    await one.look()
  },

  'asks us to look again, without a code': async (one) => {
    await one.open('review/')
    await one.look()
    await one.field('reference').fill('the one about the bins')
    await one.field('review-reasons').fill('You did not ask my neighbours.')
    await checkAndSend(one, 'review.send')
    await one.page.waitForURL('**/add/sent/?t=*')
    await one.look()
  },

  'asks us to look again, from their page': async (one, { tag }) => {
    const complaint = await complained(journeys.portal, { language: tag, email: somebody() })
    await replied(journeys.portal, complaint)
    await one.page.goto(complaint.link)
    await one.press('follow.review.button')
    await one.look()
    await one.field('review-reasons').fill('You did not ask my neighbours.')
    await checkAndSend(one, 'review.send')
    await one.heading(one.t('later.review.title'))
    await one.look()
  },

  'reports something for the first time, and makes it a complaint': async (one, { tag }) => {
    const { reference, code } = await complained(journeys.portal, {
      language: tag,
      'told-before': 'no',
      'first-report': 'put-right',
      'reply-route': 'phone',
      phone: '07700 900123',
    })
    await one.open('make-it-a-complaint/')
    await one.look()
    await one.press('make-it-a-complaint.send')
    await one.look()
    await one.field('reference').fill(reference)
    await one.field('code').fill(code)
    await one.press('make-it-a-complaint.send')
    await one.page.waitForURL('**/complain/sent/?t=*')
    await one.look()
  },

  'says how we did': async (one, { tag }) => {
    const email = somebody()
    const { reference } = await complained(journeys.portal, { language: tag, email })
    await closeComplaint(journeys.portal, reference)
    await one.page.goto(await linkIn(email, '/survey/open/'))
    await one.look()
    await one.press('survey.send')
    await one.look()
  },

  'answers questions about themself, or none': async (one) => {
    await one.open('about-you/')
    await one.look()
    await one.press('about-you.send')
    await one.look()
  },

  'is told in that language that the record is away': async (one) => {
    await one.open('add/')
    await one.field('reference').fill('the one about the bins')
    await one.option('addition-kind', 'more').check()
    await one.field('addition-text').fill('Again.')
    await one.press('form.one-page.button')
    await journeys.portal.outage('database', { status: 503, count: 1 })
    await one.press('add.send')
    await one.page.locator('.govuk-error-summary').waitFor()
    expect(await one.page.title()).toContain(one.t('form.problem.unavailable.title'))
    await one.look()
  },
}

describe.each(editions)('in $tag', (edition) => {
  describe.each([
    ['with scripts', true],
    ['without scripts', false],
  ] as const)('%s, somebody', (_, scripts) => {
    it.each(Object.entries(walks))('%s', async (_, walk) => {
      await walk(await visitorOf(journeys, edition, scripts), { tag: edition.tag, scripts })
    })
  })
})

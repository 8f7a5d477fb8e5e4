import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { textOf } from '../../src/form/question.ts'
import { scriptless, useJourneys } from '../support/journey-browser.ts'
import {
  answerAll,
  checkButton,
  checked,
  hasFocus,
  openAt,
  referenceOn,
  remembered,
  sendButton,
  sendIt,
} from '../support/journey-form.ts'
import { missedBins, nameless } from '../support/journey-people.ts'
import { recorded, referencesOf } from '../support/journey-record.ts'
import { t, titledError } from '../support/journey-words.ts'

const journeys = useJourneys()
const { phone } = council.contacts.complaints

/** A complaint whose words tell it from every other of these tests. */
const saying = (summary: string) => ({ ...missedBins, 'what-happened': summary })

/** The file that the button for a copy gives, read. */
async function savedCopy(page: Page): Promise<string> {
  const came = page.waitForEvent('download')
  await page.getByRole('button', { name: t('form.copy.button') }).click()
  const download = await came
  expect(download.suggestedFilename()).toBe('answers.txt')
  return readFileSync(await download.path(), 'utf8')
}

describe('sending where the connection is bad', () => {
  it('says so, keeps everything, and sends it once when the network is back', async () => {
    const fields = saying('The signal goes at the end of the lane.')
    const visitor = await journeys.visitor()
    const page = await visitor.newPage()
    await openAt(page, 'check', fields)
    await visitor.setOffline(true)
    await sendButton(page, 'complaint').click()
    await expectNotSent(page, 'offline')
    expect(await checked(page, 'what-happened')).toEqual([fields['what-happened']])
    expect(await remembered(page)).toContain(fields['what-happened'])

    await visitor.setOffline(false)
    const reference = await sendIt(page, 'complaint')
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([reference])
  })

  it('takes a complaint once where the answer was lost on its way and it is sent again', async () => {
    const fields = saying('The answer never came back to me.')
    const page = await journeys.page()
    await openAt(page, 'check', fields)
    await loseTheAnswer(page)
    await sendButton(page, 'complaint').click()
    await expectNotSent(page, 'offline')
    const stored = await referencesOf(journeys.portal, fields['what-happened'])
    expect(stored).toHaveLength(1)

    expect(await sendIt(page, 'complaint')).toBe(stored[0])
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual(stored)
    await page.getByText(t('sent.add'), { exact: true }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain(earlierVersion())
  })

  it('keeps the same complaint over a reload between the two tries', async () => {
    const fields = saying('I closed the lid and opened it again.')
    const page = await journeys.page()
    await openAt(page, 'check', fields)
    await loseTheAnswer(page)
    await sendButton(page, 'complaint').click()
    await expectNotSent(page, 'offline')
    await page.reload()
    const reference = await sendIt(page, 'complaint')
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([reference])
  })

  it('says that the first version stands where the words were changed between the two tries', async () => {
    const fields = saying('This is what I wrote first.')
    const page = await journeys.page()
    await openAt(page, 'check', fields)
    await loseTheAnswer(page)
    await sendButton(page, 'complaint').click()
    await expectNotSent(page, 'offline')

    await page.goto('/complain/#step-outcome')
    await page.locator('[name="outcome"]').fill('Something else instead.')
    await page.goto('/complain/#step-check')
    const reference = await sendIt(page, 'complaint')
    expect(await page.locator('main').innerText()).toContain(earlierVersion())
    expect(await recorded(journeys.portal, reference)).toMatchObject({
      desired_outcome: missedBins['outcome'],
    })
  })

  it('says so where the council’s database is away, and sends it when it is back', async () => {
    const fields = saying('Your side was down, not mine.')
    const page = await journeys.page()
    await openAt(page, 'check', fields)
    await journeys.portal.outage('database', { status: 503, count: 1 })
    await journeys.portal.outage('blobs', { status: 503, count: 1 })
    await sendButton(page, 'complaint').click()
    await expectNotSent(page, 'unavailable')
    expect(await savedCopy(page)).toContain(fields['what-happened'])
    const reference = await sendIt(page, 'complaint')
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([reference])
  })

  it('takes it where only the database is away, and says that it is not in the records yet', async () => {
    const fields = saying('Only your records were down.')
    const page = await journeys.page()
    await openAt(page, 'check', fields)
    await journeys.portal.outage('database', { status: 503, count: 1 })
    const reference = await sendIt(page, 'complaint')
    expect(await page.locator('#sent-waits').innerText()).toBe(t('sent.waits.title'))
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([])
    await journeys.portal.runSchedule('bring-in')
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([reference])
  })

  it('takes a button that is pressed twice as pressed once', async () => {
    const fields = saying('My hand shakes.')
    const page = await journeys.page()
    let posts = 0
    page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0))
    await openAt(page, 'check', fields)
    await sendButton(page, 'complaint').dblclick()
    const reference = await referenceOn(page)
    expect(posts).toBe(1)
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([reference])
  })
})

describe('sending without scripts', () => {
  it('takes a button that is pressed twice as pressed once', async () => {
    const fields = saying('My hand shakes, and I have no script.')
    const page = await plainCheckPage(fields)
    await sendButton(page, 'complaint').dblclick()
    const reference = await referenceOn(page)
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([reference])
  })

  it('gives the whole page back where the database is away, and sends it from there, once', async () => {
    const fields = saying('Down again, and I have no script.')
    const page = await plainCheckPage(fields)
    await journeys.portal.outage('database', { status: 503, count: 1 })
    await journeys.portal.outage('blobs', { status: 503, count: 1 })
    await sendButton(page, 'complaint').click()
    const summary = page.locator('.govuk-error-summary')
    await summary.waitFor()
    const name = t('form.problem.unavailable.title')
    expect(await page.title()).toBe(titledError(name))
    expect(await hasFocus(summary)).toBe(true)
    expect(await summary.innerText()).toContain(t('form.problem.ring', { phone }))
    expect(await checked(page, 'what-happened')).toEqual([fields['what-happened']])
    expect(await savedCopy(page)).toContain(fields['what-happened'])

    const reference = await sendIt(page, 'complaint')
    expect(await referencesOf(journeys.portal, fields['what-happened'])).toEqual([reference])
  })
})

it('takes the same words from two people as two complaints', async () => {
  const fields = { ...nameless, 'what-happened': 'The bridge is shut.' }
  const one = await journeys.page()
  await openAt(one, 'check', fields)
  const other = await journeys.page()
  await openAt(other, 'check', fields)
  const third = await plainCheckPage(fields)
  const references = [
    await sendIt(one, 'complaint'),
    await sendIt(other, 'complaint'),
    await sendIt(third, 'complaint'),
  ]
  expect(new Set(references).size).toBe(3)
  expect((await referencesOf(journeys.portal, fields['what-happened'])).toSorted()).toEqual(
    references.toSorted(),
  )
})

/** Lets the next post reach the portal, and loses what it answers. */
async function loseTheAnswer(page: Page): Promise<void> {
  await page.route(
    '**/api/complaints',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
}

async function expectNotSent(page: Page, why: 'offline' | 'unavailable'): Promise<void> {
  const summary = page.locator('.govuk-error-summary')
  await summary.waitFor()
  expect(await hasFocus(summary)).toBe(true)
  expect(await page.title()).toBe(titledError(t('form.check.title')))
  const said = await summary.innerText()
  expect(said).toContain(t(`form.not-sent.${why}.title`))
  expect(said).toContain(t(`form.not-sent.${why}.lead`))
  expect(said).toContain(phone)
}

async function plainCheckPage(fields: Parameters<typeof answerAll>[1]): Promise<Page> {
  const page = await journeys.page(scriptless)
  await page.goto('/complain/')
  await answerAll(page, fields)
  await checkButton(page).click()
  await sendButton(page, textOf(fields, 'kind')).waitFor()
  return page
}

const earlierVersion = (): string =>
  t('sent.earlier-version', { phone, email: council.contacts.complaints.email })

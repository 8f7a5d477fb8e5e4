import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../../src/form/question.ts'
import { overflow, violations } from '../support/journey-axe.ts'
import { patience, scriptless, useJourneys } from '../support/journey-browser.ts'
import { complainStepByStep, fieldOf, hasFocus, openAt, optionOf } from '../support/journey-form.ts'
import { forClient } from '../support/journey-people.ts'
import { t } from '../support/journey-words.ts'

const journeys = useJourneys()

const details = {
  name: 'Rosa Lind',
  organisation: 'Northmere Advocacy',
  email: 'rosa@example.org',
  phone: '',
}

async function open(page: Page): Promise<void> {
  await page.goto('/for-advocates/')
  await page.locator('#own form').first().waitFor()
  await page.waitForFunction(() => document.querySelector('#own [role="status"]'))
}

async function keepDetails(page: Page, agree = true): Promise<void> {
  for (const [name, text] of Object.entries(details)) await page.locator(`#own-${name}`).fill(text)
  if (agree) await page.getByLabel(t('advocates.details.agree')).check()
  await page.getByRole('button', { name: t('advocates.details.button'), exact: true }).click()
}

const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }))

describe('an advocate’s own device', () => {
  it('keeps nothing without the tick, and says so', async () => {
    const page = await journeys.page()
    await open(page)
    await keepDetails(page, false)
    await page.locator('.govuk-error-summary').waitFor()
    await expect.poll(() => hasFocus(page.locator('.govuk-error-summary')), patience).toBe(true)
    expect(await kept(page)).toEqual({})
  })

  it('keeps their own details on request, and the form fills them in once it is for someone else', async () => {
    const page = await journeys.page()
    await open(page)
    await keepDetails(page)
    await page.getByText(t('advocates.details.kept')).waitFor()

    await openAt(page, 'for-whom', { kind: 'complaint', service: 'bins', risk: 'no' })
    await optionOf(page, 'for-whom', 'myself').check()
    expect(await page.evaluate(() => sessionStorage.getItem('heard:complain'))).not.toContain('Rosa')
    await optionOf(page, 'for-whom', 'someone-else').check()
    const given = await page.evaluate(
      () => (JSON.parse(sessionStorage.getItem('heard:complain') ?? '{}') as { fields: Fields }).fields,
    )
    await openAt(page, 'reply', { ...forClient, name: '', email: '', ...given })
    expect(await fieldOf(page, 'name').inputValue()).toBe(details.name)
  })

  it('fills in what the form had not got yet, and nothing else', async () => {
    const page = await journeys.page()
    await open(page)
    await keepDetails(page)
    await openAt(page, 'for-whom', { kind: 'complaint', service: 'bins', risk: 'no', name: 'Somebody Else' })
    await optionOf(page, 'for-whom', 'someone-else').check()
    await expect
      .poll(() =>
        page.evaluate(
          () => (JSON.parse(sessionStorage.getItem('heard:complain') ?? '{}') as { fields: object }).fields,
        ),
      )
      .toMatchObject({
        name: 'Somebody Else',
        organisation: details.organisation,
        email: details.email,
        'reply-route': 'email',
      })
  })

  it('lists the complaints that they chose to keep, each opening its own page; removes one, forgets all', async () => {
    const page = await journeys.page()
    const email = 'lister@example.org'
    const reference = await complainStepByStep(page, { ...forClient, email })
    const mail = await journeys.portal.waitForMail(
      ({ to, subject }) => to.includes(email) && subject.includes(reference),
    )
    const [link = ''] = /https?:\S+\/follow\/open\/\?k=[\w-]+/.exec(mail.text ?? '') ?? []
    expect(await kept(page)).toEqual({})

    await open(page)
    const add = page.getByRole('button', { name: t('advocates.complaints.button'), exact: true })
    await page.locator('#own-reference').fill('ABC')
    await add.click()
    expect(await page.locator('.govuk-error-summary a').count()).toBe(2)
    await page.locator('#own-reference').fill(reference.toLowerCase())
    await page.locator('#own-note').fill('NA-0193')
    await page.locator('#own-link').fill(`Link: ${link} `)
    await add.click()
    await page.getByText(t('advocates.complaints.kept', { reference })).waitFor()

    await page.reload()
    await page.getByRole('link', { name: t('advocates.complaints.open', { reference }) }).click()
    await page.getByText(reference).first().waitFor()
    await page.getByText(t('follow.waiting.representative')).waitFor()

    await open(page)
    await page.getByRole('button', { name: new RegExp(`^${t('advocates.complaints.remove')} `) }).click()
    await page.getByText(t('advocates.complaints.none')).waitFor()
    await keepDetails(page)
    await page.getByRole('button', { name: t('advocates.forget.button') }).click()
    await page.getByText(t('advocates.forget.done')).waitFor()
    expect(await kept(page)).toEqual({})
  })

  it('sends nothing of it anywhere', async () => {
    const page = await journeys.page()
    await open(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await keepDetails(page)
    await page.getByText(t('advocates.details.kept')).waitFor()
    expect(asked).toEqual([])
  })

  it('without scripts says that it cannot, and where to complain all the same', async () => {
    const page = await journeys.page(scriptless)
    await page.goto('/for-advocates/')
    expect(await page.getByText(t('advocates.script')).isVisible()).toBe(true)
    expect(await page.locator('#own').isVisible()).toBe(false)
    await page.getByRole('link', { name: t('advocates.complain') }).click()
    await page.waitForURL('**/complain/**')
  })

  it('keeps nobody out, with a mistake or without', async () => {
    const page = await journeys.page({ bypassCSP: true, viewport: { width: 320, height: 640 } })
    await open(page)
    expect(await violations(page, 'everything')).toEqual([])
    await keepDetails(page, false)
    await page.locator('.govuk-error-summary').waitFor()
    expect(await violations(page, 'everything')).toEqual([])
    expect(await overflow(page)).toBe(0)
  })
})

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import type { Fields } from '../../src/form/question.ts'
import { launch } from '../support/chromium.ts'
import { look } from '../support/journey-axe.ts'
import { patience, scriptless, useJourneys } from '../support/journey-browser.ts'
import {
  answerAll,
  arriveAt,
  checkButton,
  continueButton,
  fieldOf,
  hasFocus,
  openAt,
  openForm,
  remembered,
  sendIt,
  walkTo,
} from '../support/journey-form.ts'
import { forMother, missedBins } from '../support/journey-people.ts'
import { aPng } from '../support/made-files.ts'
import { handlesOn, postFiles } from '../support/post-files.ts'
import { press } from '../support/journey-press.ts'
import { recorded } from '../support/journey-record.ts'
import { t, titled, titledError } from '../support/journey-words.ts'

const journeys = useJourneys()

const saveButton = (page: Page) => page.getByRole('button', { name: t('form.leave.save'), exact: true })
const clearLink = (page: Page) => page.getByRole('link', { name: t('form.leave.clear'), exact: true })

/** Presses Save, and answers the code on the page that follows. */
async function save(page: Page): Promise<string> {
  await saveButton(page).click()
  await page.getByRole('heading', { level: 1, name: t('resume.saved.title'), exact: true }).waitFor()
  return (await page.locator('.draft-code').innerText()).trim()
}

/** Types a code on the page to go on with saved answers, and presses its button. */
async function resume(page: Page, code: string): Promise<void> {
  await page.goto('/resume/')
  await fieldOf(page, 'draft-code').fill(code)
  await page.getByRole('button', { name: t('resume.open'), exact: true }).click()
}

/** Everything under /complain/ and /api/ that a page's browser went to or said it came from. */
function addressesOf(page: Page): string[] {
  const found: string[] = []
  page.on('framenavigated', (frame) => found.push(frame.url()))
  page.on('request', (request) => found.push(request.url(), request.headers()['referer'] ?? ''))
  return found
}

/** Goes through `work` in a browser of its own, whose process ends with it. */
async function inAnotherBrowser<Found>(
  options: object,
  work: (page: Page) => Promise<Found>,
): Promise<Found> {
  const browser = await launch()
  try {
    const context = await browser.newContext({ baseURL: journeys.portal.url, ...options })
    context.setDefaultTimeout(patience.timeout)
    return await work(await context.newPage())
  } finally {
    await browser.close()
  }
}

const inTheRecord = {
  summary: forMother['what-happened'],
  desired_outcome: forMother['outcome'],
  discrimination_details: forMother['discrimination-details'],
  told_before_details: forMother['told-before-details'],
  location: forMother['where'],
  happened_on: '2026-08-14',
}

describe('saved in one browser, taken up in another, and sent', () => {
  it('loses nothing, step by step', async () => {
    const addresses: string[] = []
    const code = await inAnotherBrowser({}, async (page) => {
      addresses.push(...addressesOf(page))
      await openAt(page, 'outcome', forMother)
      await fieldOf(page, 'outcome').fill('Half a th')
      return save(page)
    })
    const page = await journeys.page()
    const found = addressesOf(page)
    await resume(page, code)
    await arriveAt(page, 'check', forMother)
    const [before] = t('form.resumed.saved-at', { day: '\0', time: '' }).split('\0')
    await page.getByText(before!).waitFor()
    await page.goto('/complain/#step-outcome')
    await page.reload()
    await arriveAt(page, 'outcome', forMother)
    expect(await fieldOf(page, 'outcome').inputValue()).toBe('Half a th')
    await fieldOf(page, 'outcome').fill(String(forMother['outcome']))
    await walkTo(page, 'check', forMother, 'outcome')
    const reference = await sendIt(page, 'complaint')
    expect(await recorded(journeys.portal, reference)).toMatchObject(inTheRecord)
    // Sent, it is kept no more, and the tab has forgotten the code too.
    expect(await remembered(page)).toBeNull()
    await resume(page, code)
    await page.getByText(t('questions.draft-code.errors.opens-nothing')).first().waitFor()
    const seen = [...addresses, ...found]
    expect(seen.length).toBeGreaterThan(10)
    for (const mark of [code, code.replaceAll('-', ''), code.slice(0, 7)])
      expect(seen.filter((address) => decodeURIComponent(address).includes(mark))).toEqual([])
  })

  it('loses nothing without scripts', async () => {
    const code = await inAnotherBrowser(scriptless, async (page) => {
      await page.goto('/complain/')
      // A year and a way to reply that cannot be sent yet.
      await answerAll(page, { ...forMother, 'happened-on-month': 'Augtember', email: 'zoe at home' })
      return save(page)
    })
    const page = await journeys.page(scriptless)
    const found = addressesOf(page)
    await resume(page, code.toLowerCase().replaceAll('-', ''))
    expect(await fieldOf(page, 'email').inputValue()).toBe('zoe at home')
    expect(await fieldOf(page, 'happened-on-month').inputValue()).toBe('Augtember')
    await press(page, t('form.one-page.button'))
    // The list of mistakes offers to save as well, and its link leads to the button.
    await page
      .locator('.govuk-error-summary')
      .getByRole('link', { name: t('form.errors.later') })
      .click()
    expect(await hasFocus(saveButton(page))).toBe(true)
    expect(await save(page)).toBe(code)

    await resume(page, code)
    await fieldOf(page, 'email').fill(String(forMother['email']))
    await fieldOf(page, 'happened-on-month').fill('August')
    await checkButton(page).click()
    const reference = await sendIt(page, 'complaint')
    expect(await recorded(journeys.portal, reference)).toMatchObject(inTheRecord)
    await resume(page, code)
    await page.getByText(t('questions.draft-code.errors.opens-nothing')).first().waitFor()
    expect(found.filter((address) => address.includes(code.slice(0, 7)))).toEqual([])
  })
})

it('keeps the files of what is saved, and sends them with it, without scripts', async () => {
  const picture = { name: 'the bin.png', mimeType: 'image/png', buffer: Buffer.from(aPng()) }
  const code = await inAnotherBrowser(scriptless, async (page) => {
    await page.goto('/complain/')
    await answerAll(page, missedBins)
    await fieldOf(page, 'files').setInputFiles(picture)
    return save(page)
  })
  const keptFor = () =>
    journeys.portal.sql<{ days: number }>(
      `select (kept_until at time zone 'Europe/London')::date - (now() at time zone 'Europe/London')::date as days from heard.files where sent_at is null and key is null`,
    )
  expect(await keptFor()).toEqual([{ days: council.retention.draftDays + 1 }])
  const page = await journeys.page(scriptless)
  await resume(page, code)
  await page.getByText('the bin.png').first().waitFor()
  await checkButton(page).click()
  const reference = await sendIt(page, 'complaint')
  const sent = await journeys.portal.sql(
    `select f.name, f.type from heard.files f join heard.complaints c on c.id = f.complaint_id
     where c.reference = '${reference}' and f.key is not null`,
  )
  expect(sent).toEqual([{ name: 'the bin.png', type: 'image/png' }])
})

it('keeps the files of what is saved, and sends them with it, step by step', async () => {
  const posted = await postFiles(`${journeys.portal.url}/api/complaints`, { language: 'en' }, [
    ['the path.png', aPng()],
  ])
  const files = handlesOn(posted)
  expect(files).toHaveLength(1)
  const code = await inAnotherBrowser({}, async (page) => {
    await openAt(page, 'outcome', { ...missedBins, files })
    return save(page)
  })
  const page = await journeys.page()
  await resume(page, code)
  await arriveAt(page, 'check', missedBins)
  await page.getByText('the path.png').first().waitFor()
  const reference = await sendIt(page, 'complaint')
  const sent = await journeys.portal.sql(
    `select f.name from heard.files f join heard.complaints c on c.id = f.complaint_id
     where c.reference = '${reference}' and f.key is not null`,
  )
  expect(sent).toEqual([{ name: 'the path.png' }])
})

describe('with scripts', () => {
  it('saves from a step with mistakes, goes back to it, and keeps the code for the next time', async () => {
    const page = await journeys.page()
    await openAt(page, 'story', missedBins)
    await fieldOf(page, 'what-happened').fill('')
    await continueButton(page).click()
    await page
      .locator('.govuk-error-summary')
      .getByRole('link', { name: t('form.errors.later') })
      .click()
    expect(await hasFocus(saveButton(page))).toBe(true)
    const code = await save(page)
    expect(await page.title()).toBe(titled(t('resume.saved.title')))
    expect(await hasFocus(page.locator('h1'))).toBe(true)

    await page.getByRole('button', { name: t('resume.saved.now.button'), exact: true }).click()
    await arriveAt(page, 'story', missedBins)
    await fieldOf(page, 'what-happened').fill('Once more, from the start.')
    await page.reload()
    await arriveAt(page, 'story', missedBins)
    expect(await save(page)).toBe(code)
    await page.goBack()
    await arriveAt(page, 'story', missedBins)
    expect(await fieldOf(page, 'what-happened').inputValue()).toBe('Once more, from the start.')
  })

  it('says so where it could not be saved, and loses nothing', async () => {
    const page = await journeys.page()
    await openAt(page, 'story', missedBins)
    await page.context().setOffline(true)
    await saveButton(page).click()
    await page.getByRole('heading', { name: t('form.not-sent.not-saved.title') }).waitFor()
    expect(await hasFocus(page.locator('.govuk-error-summary'))).toBe(true)
    await page.context().setOffline(false)
    await save(page)
  })

  it('says that a code opens nothing, counts it once, and opens the next one', async () => {
    const page = await journeys.page()
    await openAt(page, 'story', missedBins)
    const code = await save(page)
    const tries = async () =>
      (
        await journeys.portal.sql<{ tries: number }>(
          'select coalesce(sum(tries), 0)::int as tries from heard.wrong_draft_codes',
        )
      )[0]?.tries ?? 0
    const before = await tries()
    await resume(page, '668-JH2-W89-WKH-HW8-257-FF2')
    await page.getByText(t('questions.draft-code.errors.opens-nothing')).first().waitFor()
    expect(await hasFocus(page.locator('.govuk-error-summary'))).toBe(true)
    expect(await tries()).toBe(before + 1)
    await fieldOf(page, 'draft-code').fill(code)
    await page.getByRole('button', { name: t('resume.open'), exact: true }).click()
    await arriveAt(page, 'check', missedBins)
  })
})

describe('clearing', () => {
  it('leaves nothing in the tab, behind Back or in the page', async () => {
    const page = await journeys.page()
    await openForm(page)
    await walkTo(page, 'story', missedBins)
    await fieldOf(page, 'what-happened').fill('Nobody here may read this.')
    await clearLink(page).click()
    await page.waitForURL('**/cleared/')
    expect(await remembered(page)).toBeNull()
    await page.goBack()
    await arriveAt(page, 'kind', missedBins)
    expect(await page.content()).not.toContain('Nobody here')
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(await remembered(page)).not.toContain('Nobody here')
  })

  it('keeps an advocate’s own details where a script can tell them from the answers', async () => {
    const page = await journeys.page()
    await openForm(page)
    await page.evaluate(() => localStorage.setItem('heard:own', '{"details":null,"complaints":[]}'))
    await clearLink(page).click()
    await page.waitForURL('**/cleared/')
    expect(await page.evaluate(() => localStorage.getItem('heard:own'))).not.toBeNull()
  })

  it('sends nothing of what was written, without scripts', async () => {
    const page = await journeys.page(scriptless)
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''))
    await page.goto('/complain/')
    await answerAll(page, {
      kind: 'complaint',
      'for-whom': 'myself',
      'what-happened': 'Nobody may read this.',
    } as Fields)
    await clearLink(page).click()
    await page.waitForURL('**/cleared/')
    expect(sent.join(' ')).not.toContain('Nobody')
  })
})

it('all of it can be done with the keyboard alone', async () => {
  const page = await journeys.page()
  const { keyboard } = page
  const to = async (found: ReturnType<Page['locator']>) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await hasFocus(found)) return
      await keyboard.press('Tab')
    }
    throw new Error('The keyboard does not get there.')
  }
  await openAt(page, 'story', missedBins)
  await to(saveButton(page))
  await keyboard.press('Enter')
  await page.locator('.draft-code').waitFor()
  const code = await page.locator('.draft-code').innerText()
  await to(fieldOf(page, 'draft-email'))
  await keyboard.type('keys@example.org')
  await keyboard.press('Enter')
  await page.getByText(t('resume.saved.mail.sent')).waitFor()
  await to(clearLink(page))
  await keyboard.press('Enter')
  await page.waitForURL('**/cleared/')

  await page.goto('/resume/')
  await to(fieldOf(page, 'draft-code'))
  await keyboard.type(code)
  await keyboard.press('Enter')
  await arriveAt(page, 'check', missedBins)
})

it('keeps nobody out: each page, in each state, on a phone', async () => {
  const page = await journeys.page({ bypassCSP: true, viewport: { width: 320, height: 700 } })
  const found: string[] = []
  const see = async (state: string, shows: string) => {
    await page.getByText(shows).first().waitFor()
    found.push(...(await look(page, state)))
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await openAt(page, 'story', missedBins)
  await see('a step with the ways to stop', t('form.leave.clear'))
  const code = await save(page)
  await see('saved', code)
  await fieldOf(page, 'draft-email').fill('nobody')
  await press(t('resume.saved.mail.button'))
  await see('an address to mend', t('questions.draft-email.errors.not-an-email'))
  expect(await hasFocus(page.locator('.govuk-error-summary'))).toBe(true)
  expect(await page.title()).toBe(titledError(t('resume.saved.title')))
  await journeys.portal.outage('mail', { status: 500, count: 9 })
  await fieldOf(page, 'draft-email').fill('look@example.org')
  await press(t('resume.saved.mail.button'))
  await see('mail that could not go', t('resume.saved.mail.failed'))
  await journeys.portal.outage('mail', { status: 500, count: 0 })
  await press(t('resume.saved.mail.button'))
  await see('mail that went', t('resume.saved.mail.sent'))
  expect(await page.locator('.draft-code').innerText()).toBe(code)
  expect(await page.title()).toBe(titled(t('resume.saved.title')))

  await resume(page, code)
  await see('opened again, step by step', t('form.check.title'))
  // Without the script of the page for codes, the whole form comes back on one page.
  await page.route(/_astro\/resume/, (route) => route.abort())
  await resume(page, code)
  await see('opened again, on one page', t('form.one-page.note'))
  await page.goto('/resume/')
  await see('the code to type', t('resume.lost.title'))
  await fieldOf(page, 'draft-code').fill(code)
  await press(t('resume.delete.button'))
  await see('deleted', t('resume.delete.done'))
  await resume(page, code)
  await see('a code that opens nothing', t('questions.draft-code.errors.opens-nothing'))
  await page.goto('/cleared/')
  await see('cleared', t('resume.cleared.title'))
  expect(found).toEqual([])
})

it('prints the code large, and nothing that only a screen can do', async () => {
  const page = await journeys.page({ viewport: { width: 700, height: 900 } })
  await openAt(page, 'story', missedBins)
  await save(page)
  await page.emulateMedia({ media: 'print' })
  const size = await page
    .locator('.draft-code')
    .evaluate((code) => parseFloat(getComputedStyle(code).fontSize))
  expect(size).toBeGreaterThan(32)
  expect(await page.locator('form:visible').count()).toBe(0)
})

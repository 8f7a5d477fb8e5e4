import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seal } from '../../src/adapters/seal.ts'
import { council } from '../../src/council/council.ts'
import { textOf } from '../../src/form/question.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import { scriptless, useJourneys } from '../support/journey-browser.ts'
import { answerAll, checkButton, openAt, referenceOn, sendIt } from '../support/journey-form.ts'
import { coldFlat, missedBins } from '../support/journey-people.ts'
import { everythingStored } from '../support/journey-record.ts'
import { t, titled } from '../support/journey-words.ts'

const journeys = useJourneys()

describe('the page after sending', () => {
  it('says the reference, what happens next, whom to ask, and how to keep a copy', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)
    const reference = await sendIt(page, 'complaint')
    expect(await page.title()).toBe(titled(t('sent.title.complaint')))
    expect(await page.locator('h1').innerText()).toBe(t('sent.title.complaint'))
    const keys = ['sent.next', 'sent.add', 'sent.unhappy', 'sent.copy', 'about-you.link.title']
    const headings = keys.map((key) => t(key))
    expect(await page.locator('h2').allInnerTexts()).toEqual(headings)
    const said = await page.locator('main').innerText()
    const { phone, textRelay, email } = council.contacts.complaints
    for (const part of [reference, t('sent.email-gone'), t('sent.no-harm'), phone, textRelay, email])
      expect(said).toContain(part)
    expect(said).toContain(council.ombudsmen[0]!.phone)
    expect(await page.locator('.govuk-panel a').count()).toBe(0)
  })

  it('shows itself again when it is loaded again, and sends nothing', async () => {
    const page = await journeys.page(scriptless)
    await page.goto('/complain/')
    await answerAll(page, coldFlat)
    await checkButton(page).click()
    const reference = await sendIt(page, 'complaint')
    const before = await everythingStored(journeys.portal)
    const methods: string[] = []
    page.on('request', (request) => methods.push(request.method()))
    await page.reload()
    expect(await referenceOn(page)).toBe(reference)
    expect(await page.locator('h2').first().innerText()).toBe(t('complain.steps.help-now.title'))
    expect(methods).toEqual(['GET'])
    expect(await everythingStored(journeys.portal)).toBe(before)
  })

  it('has an address that nobody can read: neither the reference nor a date nor a name', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)
    const reference = await sendIt(page, 'complaint')
    const [name, sealed, ...more] = new URL(page.url()).search.split('=')
    expect([name, more]).toEqual(['?t', []])
    const readable = (sealed ?? '')
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('utf8'))
      .join(' ')
    for (const secret of [
      reference,
      reference.replaceAll('-', ''),
      'complaint',
      'bins',
      // Whole, since two letters alone may stand in sealed text by chance.
      textOf(missedBins, 'name'),
      'email',
      '2026',
    ])
      expect(sealed + readable).not.toContain(secret)
  })

  it('is nobody’s to keep: no cache holds it, no search engine finds it', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)
    await sendIt(page, 'complaint')
    const answered = await page.reload()
    expect(answered?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    })
  })

  it('goes after an hour, and says plainly what to do', async () => {
    const page = await journeys.page()
    const facts = { language: 'en', reference: '257-CFH-JKM', kind: 'complaint', outlook: { is: 'no-reply' } }
    const { heardSecret } = JSON.parse(
      readFileSync(join(journeys.portal.data, 'secrets.json'), 'utf8'),
    ) as Secrets
    const open = await page.goto(`/complain/sent/?t=${await seal(heardSecret).close(facts, 'sent', 60)}`)
    expect(open?.status()).toBe(200)
    const tooOld = await seal(heardSecret).close(facts, 'sent', -1)
    const forged = await seal('another secret').close(facts, 'sent', 60)
    const otherUse = await seal(heardSecret).close(facts, 'consent', 60)
    for (const address of [`?t=${tooOld}`, `?t=${forged}`, `?t=${otherUse}`, '?t=257-CFH-JKM', '?t=', '']) {
      const answered = await page.goto(`/complain/sent/${address}`)
      expect(answered?.status()).toBe(410)
      expect(await page.title()).toBe(titled(t('form.problem.not-found.title')))
      const said = await page.locator('main').innerText()
      expect(said).toContain(t('form.problem.not-found.lead'))
      expect(said).toContain(council.contacts.complaints.phone)
      expect(said).not.toContain('257-CFH-JKM')
    }
  })

  it('prints the reference and the promises, and not what only a screen needs', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', missedBins)
    const reference = await sendIt(page, 'complaint')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main').innerText()).toContain(reference)
    expect(await page.locator('footer ul').isVisible()).toBe(false)
    const { ink, paper } = await page.locator('.reference').evaluate((text) => {
      const panel = text.closest('.govuk-panel')
      return { ink: getComputedStyle(text).color, paper: panel && getComputedStyle(panel).backgroundColor }
    })
    expect(ink).toBe('rgb(0, 0, 0)')
    expect(['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)']).toContain(paper)
  })
})

import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { launch } from '../support/chromium.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import { ask } from './post.ts'

let portal: Portal
let browser: Browser
beforeAll(async () => {
  portal = await startPortal()
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
})

type Asked = Partial<Record<'service' | 'sent-day' | 'sent-month' | 'sent-year' | 'language', string>>

/** The address that the form leads to, for a day written as 2026-12-18, or for fields one by one. */
const addressOf = (service: string, day: string, more: Asked = {}): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const fields = {
    language: 'en',
    service,
    'sent-day': date,
    'sent-month': month,
    'sent-year': year,
    ...more,
  }
  return `/when/dates/?${new URLSearchParams(fields).toString()}`
}
const when = (service: string, day: string, more?: Asked) => ask(portal.url + addressOf(service, day, more))

describe('the page that says when people will hear', () => {
  it('asks for a service and a day, in a form that needs no script', async () => {
    const { status, text } = await ask(`${portal.url}/when/`)
    expect(status).toBe(200)
    expect(text).toMatch(/<form [^>]*action="\/when\/dates\/"[^>]*method="get"/)
    expect(text).not.toContain('<script')
    for (const { id } of council.services) expect(text).toContain(`<option value="${id}"`)
    expect(brotliCompressSync(text).length).toBeLessThan(20_000)
  })

  it.each([
    // DOMAIN 8.3: the acknowledgement, the reply if it was acknowledged at once, and the code chain.
    [
      'bins',
      '2026-12-18',
      [
        'By Tuesday 29 December',
        'email: by Wednesday 6 January 2027',
        'by Wednesday 13 January 2027',
        'by Wednesday 27 January 2027',
      ],
    ],
    ['bins', '2025-04-16', ['by Friday 25 April 2025', 'email: by Friday 2 May 2025']],
    ['roads', '2028-01-01', ['by Monday 10 January 2028', 'email: by Monday 17 January 2028']],
    // The team acknowledges: 5 days, then 10 more, 15 in all: 2 May is 10, 5 May is no working day, 12 May is 15.
    ['council-homes', '2025-04-16', ['By Friday 25 April 2025', 'By Monday 12 May 2025']],
    [
      'adult-social-care',
      '2026-03-31',
      ['By Tuesday 7 April 2026', 'We agree a day with you', 'by Wednesday 30 September 2026'],
    ],
    [
      'childrens-social-care',
      '2026-12-24',
      ['By Thursday 31 December 2026', 'By Tuesday 12 January 2027', 'by Tuesday 26 January 2027'],
    ],
    // 30 calendar days from 18 December, itself the first: 14 in December, 16 in January.
    ['your-information', '2026-12-18', ['By Saturday 16 January 2027', 'As soon as we have an answer']],
  ])('gives the days for %s sent on %s', async (service, day, expected) => {
    const { status, text } = await when(service, day)
    expect(status).toBe(200)
    expect(titleOf(text)).toMatch(/^When you will hear – /)
    const words = wordsOf(text)
    for (const sentence of expected) expect(words.toLowerCase()).toContain(sentence.toLowerCase())
  })

  it('shows how it counted: day 0, the weekends, and each bank holiday by its name', async () => {
    const words = wordsOf((await when('bins', '2026-12-18')).text)
    expect(words).toContain(
      'Friday 18 December 2026 is day 0. We count 5 working days from there, and come to Tuesday 29 December 2026.',
    )
    expect(words).toMatch(/the weekends of 19\s*–\s*20 December and 26\s*–\s*27 December/)
    expect(words).toContain('Friday 25 December 2026, which is Christmas Day')
    expect(words).toContain('Monday 28 December 2026, the day off for Boxing Day')
    expect(words).toContain('Friday 1 January 2027, which is New Year’s Day')
  })

  it('says so where the first day counts and no day is passed over', async () => {
    const words = wordsOf((await when('your-information', '2026-12-18')).text)
    expect(words).toContain(
      'Friday 18 December 2026 is day 1. We count 30 calendar days, and come to Saturday 16 January 2027.',
    )
    expect(words).toContain('Every day counts')
  })

  it('goes on to the next stage from the last day to ask for it', async () => {
    const words = wordsOf((await when('bins', '2026-12-18')).text)
    // From 13 January: 14, 15 (2), 18–22 (7), 25–29 (12), 1–5 February (17), 8–10 (20); then 5 and 20 more.
    expect(words).toContain('Wednesday 13 January 2027. Then you can ask until Wednesday 10 February 2027')
    expect(words).toContain('By Wednesday 17 February 2027')
    expect(words).toContain('By Wednesday 17 March 2027')
  })

  it('takes a month by its name or its first letters, and a day that was typed with spaces', async () => {
    for (const month of ['12', 'December', 'dec', ' DECEMBER ']) {
      const { status, text } = await when('bins', '2026-12-18', { 'sent-month': month, 'sent-day': ' 18 ' })
      expect([status, wordsOf(text)]).toEqual([200, expect.stringContaining('13 January 2027')])
    }
  })

  it('names the ombudsman of the procedure and leads to it in full', async () => {
    const { text } = await when('council-homes', '2026-12-18')
    expect(wordsOf(text)).toContain('Housing Ombudsman Service')
    expect(text).toContain('href="/procedures/housing/"')
  })

  it('says so where a day lies beyond the bank holidays that are known', async () => {
    const unknown = 'The bank holidays after that are not known yet'
    expect(wordsOf((await when('bins', '2028-12-20')).text)).toContain(unknown)
    expect(wordsOf((await when('bins', '2026-12-18')).text)).not.toContain(unknown)
  })

  it('keeps nothing and lets nothing be kept', async () => {
    const { headers } = await when('bins', '2026-12-18')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('what is to mend', () => {
  it.each([
    ['no service', { service: '' }, ['service'], 'Choose what your complaint is about'],
    ['a service nobody has', { service: 'dragons' }, ['service'], 'Choose what your complaint is about'],
    [
      'no day at all',
      { 'sent-day': '', 'sent-month': '', 'sent-year': '' },
      ['sent-day'],
      'Enter the day you sent it',
    ],
    ['no day of the month', { 'sent-day': '' }, ['sent-day'], 'Enter the day of the month too'],
    ['no month', { 'sent-month': '' }, ['sent-month'], 'Enter the month too'],
    ['no month nor day', { 'sent-day': '', 'sent-month': '' }, ['sent-month'], 'Enter the month too'],
    ['no year', { 'sent-year': '' }, ['sent-year'], 'Enter the year too'],
    [
      'a day that the month has not',
      { 'sent-day': '31', 'sent-month': 'feb' },
      ['sent-day'],
      'Enter a day that is in that month',
    ],
    ['no such month', { 'sent-month': '13' }, ['sent-month'], 'Enter the month as a number'],
    ['a year of two digits', { 'sent-year': '26' }, ['sent-year'], 'Enter the year in four digits'],
    ['a day before the list', { 'sent-year': '2024' }, ['sent-year'], 'from Wednesday 1 January 2025 on'],
    ['a day after the list', { 'sent-year': '2029' }, ['sent-year'], 'up to Sunday 31 December 2028'],
    [
      'nothing',
      { service: '', 'sent-day': '', 'sent-month': '', 'sent-year': '' },
      ['service', 'sent-day'],
      'There is a problem',
    ],
  ] as [string, Asked, string[], string][])('%s', async (_, change, fields, message) => {
    const { status, text } = await when('bins', '2026-12-18', change)
    expect(status).toBe(422)
    expect(titleOf(text)).toMatch(/^Error: When will I hear\? – /)
    expect(wrongFieldsOn(text)).toEqual(fields)
    expect(wordsOf(text)).toContain(message)
    for (const field of fields) expect(text).toContain(`id="${field}"`)
  })

  it('keeps what was typed, and writes it so that it does no harm', async () => {
    const { text } = await when('bins', '2026-12-18', { 'sent-month': '"><script>x</script>' })
    const { 'sent-day': day, 'sent-month': month, 'sent-year': year } = valuesIn(text)
    expect([day, month, year]).toEqual(['18', '"><script>x</script>', '2026'])
    expect(text).not.toContain('<script>')
    expect(text).toMatch(/<option selected(="")? value="bins"/)
  })

  it('cuts short what never ends', async () => {
    const { status, text } = await when('bins', '2026-12-18', { 'sent-year': '9'.repeat(5000) })
    expect(status).toBe(422)
    expect(valuesIn(text)['sent-year']!.length).toBeLessThan(100)
  })

  it('leads an address without questions to the page that asks them', async () => {
    for (const path of ['/when/dates/', '/when/dates', '/when/dates/?language=en&utm=1']) {
      const { status, headers } = await ask(portal.url + path)
      expect([status, headers.get('location')]).toEqual([303, '/when/'])
    }
  })
})

describe('everyone', () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  const pages = [
    ['the question', '/when/'],
    ['its errors', addressOf('', '2026-02-31')],
    ['an answer', addressOf('bins', '2026-12-18')],
    ['a long answer', addressOf('childrens-social-care', '2026-12-24')],
  ] as const

  it.each(pages.flatMap(([name, path]) => [320, 1280].map((width) => [name, width, path] as const)))(
    'can read %s, %d pixels wide',
    async (_, width, path) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
      const page = await context.newPage()
      await page.goto(portal.url + path)
      await page.addScriptTag({ path: axe })
      const found = await page.evaluate(async () => {
        for (const details of document.querySelectorAll('details')) details.open = true
        const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
        const { violations } = await axe.run({ rules: { 'color-contrast-enhanced': { enabled: true } } })
        const { scrollWidth, clientWidth } = document.documentElement
        return { violations: violations.map(({ id }) => id), beyond: scrollWidth - clientWidth }
      })
      expect(found).toEqual({ violations: [], beyond: 0 })
      await context.close()
    },
  )

  it('can fill it in without scripts, and ask again below the answer', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${portal.url}/when/`)
    await page.getByLabel('What is your complaint about?').selectOption({ label: 'Bins and recycling' })
    await page.getByLabel('Day', { exact: true }).fill('18')
    await page.getByLabel('Month').fill('December')
    await page.getByLabel('Year').fill('2026')
    await page.getByRole('button', { name: 'Work out the days' }).click()
    await page.getByText('by Wednesday 13 January 2027').first().waitFor()
    await page.getByText('How we counted: Stage 1').click()
    expect(await page.getByText('Friday 25 December 2026, which is Christmas Day').first().isVisible()).toBe(
      true,
    )

    await page.getByLabel('Day', { exact: true }).fill('24')
    await page.getByRole('button', { name: 'Work out the days' }).click()
    // DOMAIN 8.3: five working days from Christmas Eve.
    await page.getByText('by Tuesday 5 January 2027').first().waitFor()
    await context.close()
  })
})

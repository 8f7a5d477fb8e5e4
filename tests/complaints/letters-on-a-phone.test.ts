import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Template } from '../../src/complaints/letters/ports.ts'
import { compose } from '../../src/complaints/send-mail.ts'
import { council, textIn } from '../../src/council/council.ts'
import { wordingOf } from '../../src/form/wording.ts'
import { loadWords } from '../../src/words/load.ts'
import { launch } from '../support/chromium.ts'
import { caseFor, deskWriting, everyTemplate, isAboutAuthority } from './desk/made-up.ts'
import { madeUp } from './made-up.ts'

/** One edition of each way that words run, and Easy Read. */
const editions = council.languages.filter(({ tag }) => ['en', 'en-simple', 'ur', 'ar'].includes(tag))

const consent = {
  state: 'asked',
  answer: null,
  asked_on: '2026-12-18',
  answered_on: null,
  withdrawn_on: null,
  answer_by: '2027-01-15',
  representative: { name: 'Zbigniew Lis', email: 'zbigniew@example.org' },
  affected: { name: 'Halina Wrona', email: 'halina@example.org' },
  key: '0b5c6c1e-9d0f-4f6e-8f2a-4d1d8a6f0c11',
} as const

const templates: readonly Template[] = [...everyTemplate, 'acknowledgement', 'receipt', 'consent-request']

/** The HTML of a letter as it leaves. */
function html(template: Template, language: string): string {
  const wording = wordingOf(language, loadWords(language), (id) =>
    textIn(council.services.find((service) => service.id === id)!.name, language),
  )
  const fields = { adjustments: ['bsl'] }
  const asked = everyTemplate.find((each) => each === template)
  const { complaint, desk } = deskWriting({
    ...(asked ? caseFor(asked, { fields }) : { fields }),
    in: wording,
  })
  const recipient = isAboutAuthority(template)
    ? 'representative'
    : template === 'consent-request'
      ? 'affected'
      : 'complainant'
  const written = compose(
    { id: 'm', template, recipient, language, attempts: 1, complaint, desk, consent },
    { council, wordingIn: () => wording, ...madeUp },
  )
  if (!written) throw new Error(`${template} is no letter.`)
  return written.html
}

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launch()
  page = await browser.newPage({ viewport: { width: 320, height: 640 } })
})
afterAll(() => browser.close())

describe.each(editions)('a letter in $name, on a phone', ({ tag, dir }) => {
  it.each(templates)('has nothing to scroll sideways for: %s', async (template) => {
    await page.setContent(html(template, tag))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  it('keeps a reference and a phone number on one line', async () => {
    await page.setContent(html('acknowledged', tag))
    const lines = await page.evaluate(() =>
      ['7KM-2RX-9TC', '01632 960142'].map((text) => {
        const held = [...document.querySelectorAll('strong')].find((each) => each.textContent === text)
        return held?.getClientRects().length
      }),
    )
    expect(lines).toEqual([1, 1])
  })

  it('keeps the slash of an address at its end', async () => {
    await page.setViewportSize({ width: 1280, height: 640 })
    await page.setContent(html('acknowledged', tag))
    const [first, last] = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf('https://') ?? -1
        const end = node.nodeValue?.indexOf('/add/') ?? -1
        if (at < 0 || end < 0) continue
        return [at, end + '/add'.length].map((place) => {
          const range = document.createRange()
          range.setStart(node, place)
          range.setEnd(node, place + 1)
          return range.getBoundingClientRect().left
        })
      }
      return []
    })
    await page.setViewportSize({ width: 320, height: 640 })
    expect(first).toBeLessThan(last!)
  })

  it('begins at the side where its words begin', async () => {
    await page.setContent(html('replied', tag))
    const side = await page.evaluate(() => getComputedStyle(document.querySelector('h2')!).textAlign)
    expect(side).toBe(dir === 'rtl' ? 'right' : 'left')
  })
})

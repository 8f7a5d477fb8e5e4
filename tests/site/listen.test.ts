import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Listening } from '../../src/local/listen.ts'
import { look } from '../support/journey-axe.ts'
import { launch } from '../support/chromium.ts'
import { serveSite } from './serve-site.ts'

/**
 * The browser's voices are the device's, and this one has none: here alone they are imitated. What is read is noted,
 * and the end of each sentence is said by the test.
 */
const voices = (langs: readonly string[]) => {
  const said: SpeechSynthesisUtterance[] = []
  const given = langs.map((lang) => ({ lang, localService: !lang.endsWith('-far'), name: lang }))
  class Utterance {
    text: string
    lang = ''
    onend: (() => void) | null = null
    constructor(text: string) {
      this.text = text
    }
  }
  Object.assign(window, { said, SpeechSynthesisUtterance: Utterance })
  Object.defineProperty(window, 'speechSynthesis', {
    value: Object.assign(new EventTarget(), {
      getVoices: () => given,
      speak: (one: SpeechSynthesisUtterance) => said.push(one),
      cancel: () => undefined,
    }),
  })
}

let site: Listening
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), launch()])
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(langs: readonly string[]): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  await page.addInitScript(voices, langs)
  await page.goto(`${site.url}/how-to-complain/`)
  return page
}

const button = (page: Page) => page.locator('button.listen')
const lastSaid = (page: Page) =>
  page.evaluate(() => (window as unknown as { said: { text: string }[] }).said.at(-1)?.text)
const sayTheEnd = (page: Page) =>
  page.evaluate(() => (window as unknown as { said: { onend: () => void }[] }).said.at(-1)!.onend())
const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('heard-listen') ?? [])].map((range) => range.toString().replace(/\s+/g, ' ')),
  )

describe('listen to this page', () => {
  it('is offered only where the device has a voice for the page’s language', async () => {
    for (const [langs, there] of [
      [['en-GB'], true],
      [['en_US'], true],
      [['pl-PL'], false],
      [['en-far'], false],
      [[], false],
    ] as const) {
      const page = await open(langs)
      expect(await button(page).isVisible(), langs.join()).toBe(there)
      await page.context().close()
    }
  })

  it('reads from the top, sentence by sentence, and marks the one it is at', async () => {
    const page = await open(['en-GB'])
    expect(await look(page, 'offered')).toEqual([])
    await button(page).press('Enter')
    expect(await lastSaid(page)).toBe('How to complain')
    expect(await marked(page)).toEqual(['How to complain'])
    await sayTheEnd(page)
    const lead = await page.locator('.lead').innerText()
    expect(await lastSaid(page)).toBe(lead)
    expect(await marked(page)).toEqual([lead])
    expect(await look(page, 'reading')).toEqual([])
    await page.context().close()
  })

  it('reads a sentence whole where a link stands in it, and never its own button', async () => {
    const page = await open(['en-GB'])
    await button(page).press('Enter')
    const all: (string | undefined)[] = []
    for (let i = 0; i < 200 && (await marked(page)).length; i += 1) {
      all.push(await lastSaid(page))
      await sayTheEnd(page)
    }
    const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
    const label = await button(page).innerText()
    expect(all).toContain('This includes our staff, and any company or care provider that works for us.')
    expect(all.join(' ')).toBe(shown.replace(`${label} `, ''))
    expect(all).not.toContain(label)
    await page.context().close()
  })

  it('stops by its button and by Escape, and goes on where it stopped', async () => {
    const page = await open(['en-GB'])
    const start = await button(page).innerText()
    await button(page).press('Enter')
    await sayTheEnd(page)
    const at = await lastSaid(page)
    expect(await button(page).innerText()).not.toBe(start)
    await page.keyboard.press('Escape')
    expect([await button(page).innerText(), await marked(page)]).toEqual([start, []])
    await sayTheEnd(page)
    expect(await lastSaid(page)).toBe(at)
    await button(page).press('Space')
    expect([await lastSaid(page), await marked(page)]).toEqual([at, [at]])
    await button(page).press('Space')
    expect(await marked(page)).toEqual([])
    await page.context().close()
  })
})

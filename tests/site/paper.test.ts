import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { council, textIn } from '../../src/council/council.ts'
import { questionsOf } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { adjustments } from '../../src/form/questions/adjustments.ts'
import type { Listening } from '../../src/local/listen.ts'
import { loadWords } from '../../src/words/load.ts'
import { has, translator } from '../../src/words/translate.ts'
import { launch } from '../support/chromium.ts'
import { builtPages, wordsOf } from './pages.ts'
import { serveSite } from './serve-site.ts'

const words = loadWords('en')
const t = translator(words, 'en')

let site: Listening
let browser: Browser

beforeAll(async () => {
  site = await serveSite()
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

const built = (address: string) => {
  const page = builtPages.find((one) => one.address === address)
  if (!page) throw new Error(`${address} is not built.`)
  return page.html
}

const read = (address: string) => wordsOf(built(address)).replace(/\s+/g, ' ')

/** Opens a page as it goes to the printer: an A4 sheet with margins of 15 mm. */
async function onPaper(address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 680, height: 1009 } })
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${site.url}${address}`)
  return page
}

/** How many sides of A4 a page takes. */
async function sides(address: string): Promise<number> {
  const page = await onPaper(address)
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  await page.close()
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

describe('the paper form', () => {
  const html = built('/paper-form/')
  const parts = html.split('<section class="paper-question"').slice(1)
  const questions = questionsOf(complain)

  it('has every question of the web form, in order, once', () => {
    const found = [...html.matchAll(/data-question="([^"]+)"/g)].map(([, id]) => id)
    expect(found).toEqual(questions.map(({ id }) => id))
  })

  it('asks each in the words of the web form, with all its options', () => {
    for (const [index, { id, options }] of questions.entries()) {
      const part = wordsOf(`<main>${parts[index]?.split('</section>')[0]}</main>`).replace(/\s+/g, ' ')
      expect(part).toContain(`${index + 1} ${t(`questions.${id}.label`)}`)
      if (has(words, `questions.${id}.hint`)) expect(part).toContain(t(`questions.${id}.hint`))
      const labels =
        options === 'services'
          ? council.services.map(({ name }) => textIn(name, 'en'))
          : (options ?? []).map((option) => t(`questions.${id}.options.${option}`))
      for (const label of labels) expect(part).toContain(label)
    }
  })

  it('has a box for every option, and something to write on for every other question', async () => {
    const page = await onPaper('/paper-form/')
    const room = await page.locator('.paper-question').evaluateAll((all) =>
      all.map((one) => ({
        id: one.getAttribute('data-question'),
        boxes: one.querySelectorAll('.ticks li').length,
        lines: one.querySelectorAll('.lines span').length,
        dates: one.querySelectorAll('.date-boxes li').length,
      })),
    )
    await page.close()
    for (const [index, question] of questions.entries()) {
      const { boxes, lines, dates } = room[index] ?? { boxes: 0, lines: 0, dates: 0 }
      // Questions that stand in place of each other share the room after the last of them.
      const shared = questions[index + 1]?.record === question.record
      if (question.options === 'services') expect(boxes).toBe(council.services.length)
      else if (question.options) expect(boxes).toBe(question.options.length)
      else if (question.kind === 'partial-date') expect(dates).toBe(3)
      // Copies are put into the envelope.
      else if (question.kind === 'files') expect(lines).toBe(0)
      else if (!shared) expect(lines, question.id).toBeGreaterThan(0)
    }
    expect(room.find(({ id }) => id === 'your-comment')?.lines).toBeGreaterThan(7)
  })

  it('says where to send it, and whom to ring if someone is at risk', () => {
    const { post, inPerson } = council.contacts.complaints
    const text = read('/paper-form/')
    for (const fact of [
      ...post,
      ...inPerson.address,
      council.safeguarding.adults.phone,
      council.safeguarding.children.phone,
    ])
      expect(text).toContain(fact)
  })

  it('keeps each question whole on its page, in three sheets at most', async () => {
    const page = await onPaper('/paper-form/')
    const breaks = await page
      .locator('.paper-question, .paper-part')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakInside))
    await page.close()
    expect(new Set(breaks)).toEqual(new Set(['avoid']))
    expect(await sides('/paper-form/')).toBeLessThanOrEqual(6)
  })

  it('shows its boxes and lines to nobody who cannot see them', () => {
    expect([...html.matchAll(/<div class="lines"[^>]*>/g)].map(([tag]) => tag)).toEqual(
      [...html.matchAll(/<div class="lines"/g)].map(() => '<div class="lines" aria-hidden="true">'),
    )
  })
})

describe('the leaflet', () => {
  it('prints on one side of A4, with how to reach us and whom to ring', async () => {
    expect(await sides('/leaflet/')).toBe(1)
    const text = read('/leaflet/')
    const { complaints } = council.contacts
    for (const fact of [complaints.phone, complaints.email, ...council.advocacy.map(({ phone }) => phone)])
      expect(text).toContain(fact)
  })
})

describe.each([
  '/paper-form/',
  '/leaflet/',
  '/providers/',
  '/providers-letters/',
  '/formats/',
  '/children-and-young-people/',
])('%s on paper', (address) => {
  it('has nothing wider than the page', async () => {
    const page = await onPaper(address)
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.checkVisibility())
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    )
    await page.close()
    expect(wide).toEqual([])
  })
})

describe('formats', () => {
  it('lists every form that the web form offers, with how long it takes', () => {
    // Text relay is a way to ring, and stands among those.
    const promised = (adjustments.options as readonly string[]).filter((option) => option !== 'text-relay')
    expect(council.formats.offered.map(({ id }) => id)).toEqual(expect.arrayContaining(promised))
    const text = read('/formats/')
    for (const { name, ready } of council.formats.offered) {
      expect(text).toContain(textIn(name, 'en'))
      if (ready) expect(text).toContain(`within ${ready.within} working days`)
    }
  })

  it('says how soon we get in touch about one', () => {
    expect(read('/formats/')).toContain(`within ${council.formats.contactWithin.within} working days`)
  })
})

describe('the page for providers', () => {
  it('has a checklist of ten points, and the times of our first stage', () => {
    const [list] = /<div class="checklist">.*?<\/ol>/s.exec(built('/providers/')) ?? []
    expect(list?.match(/<li>/g)).toHaveLength(10)
    const [first] = council.procedures[0]?.stages ?? []
    for (const clock of [first?.acknowledge, first?.respond])
      expect(read('/providers/')).toContain(`Within ${clock?.within} working days`)
  })

  it('has three letters that name the ombudsman', () => {
    const letters = built('/providers-letters/').split('<div class="template">').slice(1)
    expect(letters).toHaveLength(3)
    for (const letter of letters) expect(letter).toContain(council.ombudsmen[0]?.phone)
  })
})

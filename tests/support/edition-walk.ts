import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { councilFacts } from '../../src/components/form/facts.ts'
import { council } from '../../src/council/council.ts'
import { rootOf, type Language } from '../../src/council/editions.ts'
import { londonDay } from '../../src/council/working-days.ts'
import { questionsAsked, stepsShown } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { textOf, textsOf, type Fields, type Question, type Surroundings } from '../../src/form/question.ts'
import { wordingOf } from '../../src/form/wording.ts'
import { loadWords } from '../../src/words/load.ts'
import { overflow, violations } from './journey-axe.ts'
import type { Journeys } from './journey-browser.ts'

/**
 * Somebody who goes through the portal in one edition, with or without scripts: every button and field is found by
 * its key or its name, so that the same way leads through each edition. `look` is asked on each page.
 */
export async function visitorOf(journeys: Journeys, edition: Language, scripts: boolean) {
  const { tag, dir } = edition
  const phone = { viewport: { width: 320, height: 640 }, bypassCSP: true }
  const page = await journeys.page({ ...phone, javaScriptEnabled: scripts })
  // Axe needs scripts: what a page without them shows is looked at in a page that has them.
  const glass = scripts ? page : await journeys.page(phone)
  const root = rootOf(council, tag)
  const { services } = councilFacts(council, tag)
  const wording = wordingOf(tag, loadWords(tag), (id) => services[id] ?? id)
  const around: Surroundings = {
    services: Object.keys(services),
    today: londonDay(new Date()),
    language: tag,
  }
  const { t } = wording

  const field = (name: string): Locator => page.locator(`[name="${name}"]:visible`).first()
  const option = (name: string, value: string): Locator => page.locator(`[name="${name}"][value="${value}"]`)
  const button = (key: string): Locator => page.getByRole('button', { name: t(key), exact: true })

  async function answer(questions: readonly Question[], fields: Fields): Promise<void> {
    for (const { kind, id, fields: names } of questions) {
      if (kind === 'choice' || kind === 'choices')
        for (const value of textsOf(fields, id)) await option(id, value).check()
      else
        for (const name of names) if (fields[name] !== undefined) await field(name).fill(textOf(fields, name))
    }
  }

  return {
    page,
    root,
    t,
    field,
    option,
    /** What is asked of who gives these answers. */
    asked: (fields: Fields) => questionsAsked(complain, fields, around),
    answer,
    steps: (fields: Fields) => stepsShown(complain, fields, around),
    open: (place: string) => page.goto(root + place),
    /** Presses a button that posts, and waits for the page that answers. */
    async press(key: string): Promise<void> {
      const answered = page.waitForEvent('load')
      await button(key).click()
      await answered
    },
    /** Presses a button that only a script answers. */
    click: (key: string) => button(key).click(),
    heading: (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    /** The page is this edition's, keeps nobody out, and does not scroll sideways. */
    async look(): Promise<void> {
      const html = page.locator('html')
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([tag, dir])
      if (!scripts) await glass.setContent(asWithoutScripts(await page.content()))
      expect(await violations(glass, 'everything')).toEqual([])
      expect(await overflow(glass)).toBe(0)
    },
  }
}

export type Walker = Awaited<ReturnType<typeof visitorOf>>

/** A page's HTML, to be shown where scripts are on as it is where they are off. */
const asWithoutScripts = (html: string): string =>
  html
    .replace(/<script\b.*?<\/script>/gs, '')
    .replaceAll(/scripting:\s*enabled/g, 'min-width: 99999px')
    .replaceAll(/scripting:\s*none/g, 'min-width: 0')

import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { questionsAsked } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { textOf, textsOf, type Fields, type Question } from '../../src/form/question.ts'
import { around, askedOn, headingOf, stepsFor, t } from './journey-words.ts'

/** Opens the form, and waits until its script shows one step at a time. */
export async function openForm(page: Page): Promise<void> {
  await page.goto('/complain/')
  await page.locator('#complain form:not([data-opening])').waitFor()
}

/** Opens the form at a step as a tab does that remembers these answers: for tests about what comes from there on. */
export async function openAt(page: Page, place: string, fields: Fields): Promise<void> {
  await page.goto('/contact/')
  await page.evaluate((kept) => sessionStorage.setItem('heard:complain', JSON.stringify(kept)), {
    fields,
    submission: crypto.randomUUID(),
  })
  await page.goto(`/complain/#step-${place}`)
  await arriveAt(page, place, fields)
}

/** Answers questions as a person would, with what `fields` has for them. */
export async function answer(page: Page, questions: readonly Question[], fields: Fields): Promise<void> {
  for (const { kind, id, fields: names } of questions) {
    if (kind === 'choice' || kind === 'choices') {
      for (const option of textsOf(fields, id)) await optionOf(page, id, option).check()
    } else {
      for (const name of names)
        if (fields[name] !== undefined) await fieldOf(page, name).fill(textOf(fields, name))
    }
  }
}

/** Presses Continue, and waits for the step that follows. */
export async function goOn(page: Page, next: string, fields: Fields): Promise<void> {
  await continueButton(page).click()
  await arriveAt(page, next, fields)
}

/** Waits until a step stands alone on the page, by its heading. */
export async function arriveAt(page: Page, place: string, fields: Fields): Promise<void> {
  await page.getByRole('heading', { level: 1, name: headingOf(place, fields), exact: true }).waitFor()
  // What asks for files is fetched as it is needed.
  if (place === 'files') await page.locator('#files').waitFor()
}

/** Answers step by step up to a step, which is left open: from the first, or from `from`. */
export async function walkTo(page: Page, place: string, fields: Fields, from?: string): Promise<void> {
  const way = [...stepsFor(fields), 'check']
  const first = from ? way.indexOf(from) : 0
  for (const [index, step] of way.slice(first, way.indexOf(place)).entries()) {
    await answer(page, askedOn(step, fields), fields)
    await goOn(page, way[first + index + 1]!, fields)
  }
}

/** Answers every question these answers lead to, on the page where all steps stand. */
export const answerAll = (page: Page, fields: Fields): Promise<void> =>
  answer(page, questionsAsked(complain, fields, around), fields)

/** Presses Send, and answers the reference on the page that follows. */
export async function sendIt(page: Page, kind: string): Promise<string> {
  await sendButton(page, kind).click()
  return referenceOn(page)
}

/** The reference on the page after sending, waited for. */
export async function referenceOn(page: Page): Promise<string> {
  await page.waitForURL('**/complain/sent/?t=*')
  const reference = await page.locator('.reference').textContent()
  expect(reference).toMatch(/^\w{3}-\w{3}-\w{3}$/)
  return reference ?? ''
}

/** Everything at once: from the first step to the page after sending. Answers the reference. */
export async function complainStepByStep(page: Page, fields: Fields): Promise<string> {
  await openForm(page)
  await walkTo(page, 'check', fields)
  return sendIt(page, textOf(fields, 'kind'))
}

export const fieldOf = (page: Page, name: string): Locator => page.locator(`[name="${name}"]:visible`)
export const optionOf = (page: Page, name: string, value: string): Locator =>
  page.locator(`[name="${name}"][value="${value}"]`)
export const continueButton = (page: Page): Locator =>
  page.getByRole('button', { name: t('form.continue'), exact: true })
export const checkButton = (page: Page): Locator =>
  page.getByRole('button', { name: t('form.one-page.button'), exact: true })
export const sendButton = (page: Page, kind: string): Locator =>
  page.getByRole('button', { name: t(`form.check.send.${kind}`), exact: true })
export const backLink = (page: Page): Locator => page.getByRole('link', { name: t('form.back'), exact: true })

/** The link or button that leads from the page to check answers to one of them. */
export const changeOf = (page: Page, question: string): Locator => {
  const what = t('form.check.change-what', { question: t(`questions.${question}.short`) })
  const name = `${t('form.check.change')} ${what}`
  return page.getByRole('link', { name, exact: true }).or(page.getByRole('button', { name, exact: true }))
}

/** What the page to check answers says under a question's short name, line by line. */
export const checked = (page: Page, question: string): Promise<string[]> =>
  page
    .locator('.govuk-summary-list__row')
    .filter({ has: page.getByText(t(`questions.${question}.short`), { exact: true }) })
    .locator('dd:first-of-type > *')
    .allTextContents()

/** True where the focus is on what the locator finds. */
export const hasFocus = (found: Locator): Promise<boolean> =>
  found.evaluate((element) => element === document.activeElement)

/** What the tab remembers of the form; null where it remembers nothing. */
export const remembered = (page: Page): Promise<string | null> =>
  page.evaluate(() => sessionStorage.getItem('heard:complain'))

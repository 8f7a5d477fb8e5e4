import { describe, expect, it } from 'vitest'
import { council, textIn } from '../../src/council/council.ts'
import { kind } from '../../src/form/questions/kind.ts'
import { continueButton, openForm } from '../support/journey-form.ts'
import { useJourneys } from '../support/journey-browser.ts'
import { errorOf, labelOf, t } from '../support/journey-words.ts'
import { readThrough } from '../support/screen-reader.ts'

const journeys = useJourneys()
const reading = { bypassCSP: true }

/** Where each phrase is read, in order: the first that begins with it, after those before it. */
function heard(log: readonly string[], phrases: readonly string[]): void {
  let from = 0
  for (const phrase of phrases) {
    const place = log.findIndex((said, index) => index >= from && said.startsWith(phrase))
    expect(place, `"${phrase}" after "${log[from - 1] ?? 'the beginning'}" in:\n${log.join('\n')}`).not.toBe(
      -1,
    )
    from = place + 1
  }
}

describe('a screen reader, on a step with an error,', () => {
  it('begins at the summary, says what to mend with its link, and says it again with the question before its options', async () => {
    const page = await journeys.page(reading)
    await openForm(page)
    await continueButton(page).click()
    await page.getByRole('alert').waitFor()
    // What has the focus is what is read first.
    const focused = page.locator(':focus')
    expect(await focused.getByRole('alert').count()).toBe(1)

    const mend = errorOf('kind', 'required')
    const log = await readThrough(page)
    expect(log.slice(0, 3)).toEqual(['main', 'alert', `heading, ${t('form.errors.title')}, level 2`])
    const options = (kind.options as readonly string[]).map(
      (option) =>
        `radio, ${t(`questions.kind.options.${option}`)}, ${t(`questions.kind.optionHints.${option}`)}`,
    )
    heard(log, [
      t('form.errors.lead', { count: 1 }),
      `link, ${mend}`,
      'end of alert',
      `heading, ${t('complain.title')}, level 1`,
      'form',
      `group, ${labelOf(kind)}, ${t('form.errors.prefix')} ${mend}`,
      ...options,
      `end of group, ${labelOf(kind)}`,
      `button, ${t('form.continue')}`,
      'end of form',
    ])
  })

  it('says the title of the page first: that there is an error, and on which page', async () => {
    const page = await journeys.page(reading)
    await openForm(page)
    await continueButton(page).click()
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(new RegExp(`^Error: ${t('complain.title')}`))
  })
})

describe('a screen reader, on the questions about the person,', () => {
  it('hears the gate alone until it is open, and what becomes of the answers before it', async () => {
    const page = await journeys.page(reading)
    await page.goto('/about-you/')
    expect(await page.locator('script').count()).toBe(0)
    const log = await readThrough(page)
    heard(log, [
      `heading, ${t('about-you.title')}, level 1`,
      `heading, ${t('about-you.apart.title')}, level 2`,
      t('about-you.apart.lead', { count: council.equality.batch }),
      t('about-you.apart.for-good'),
      `group, ${t('questions.want-to-answer.label')}`,
      `radio, ${t('questions.want-to-answer.options.yes')}, not checked, position 1, set size 2`,
      `radio, ${t('questions.want-to-answer.options.no')}, not checked, position 2, set size 2`,
      `button, ${t('about-you.send')}`,
    ])
    const [, ...questions] = council.equality.questions
    for (const { label } of questions)
      expect(log.filter((said) => said.includes(textIn(label, 'en')))).toEqual([])
  })

  it('hears of a date what is wrong, with the question and before its boxes', async () => {
    const page = await journeys.page(reading)
    await page.goto('/about-you/')
    await page.locator('[name="want-to-answer"][value="yes"]').check()
    await page.locator('[name="about-date-of-birth-year"]').fill('84')
    await page.getByRole('button', { name: t('about-you.send') }).click()
    await page.waitForURL('**/api/about-you')
    const [birth] = council.equality.questions
    const label = textIn(birth!.label, 'en')
    const mend = t('about-you.date.errors.not-a-year')
    const log = await readThrough(page)
    expect(log.slice(0, 2)).toEqual(['main', 'alert'])
    heard(log, [
      `link, ${mend}`,
      'end of alert',
      `heading, ${t('about-you.title')}, level 1`,
      `group, ${label}, ${textIn(birth!.hint ?? {}, 'en')} ${t('form.errors.prefix')} ${mend}`,
      `textbox, ${t('about-you.date.parts.day')}`,
      `textbox, ${t('about-you.date.parts.month')}`,
      `textbox, ${t('about-you.date.parts.year')}, 84`,
      `group, ${t('about-you.instead')}`,
      `checkbox, ${t('about-you.prefer-not-to-say')}, not checked`,
    ])
  })
})

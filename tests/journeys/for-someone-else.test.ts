import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../../src/form/question.ts'
import { look } from '../support/journey-axe.ts'
import { patience, scriptless, useJourneys } from '../support/journey-browser.ts'
import {
  answer,
  answerAll,
  checkButton,
  checked,
  complainStepByStep,
  continueButton,
  goOn,
  openAt,
  optionOf,
  referenceOn,
  sendIt,
} from '../support/journey-form.ts'
import {
  forChild,
  forClient,
  forConstituent,
  forFather,
  forMother,
  missedBins,
} from '../support/journey-people.ts'
import { askedOn, errorOf, stepsFor, t } from '../support/journey-words.ts'

const journeys = useJourneys()

/** Who takes part in a complaint, and by what right, as the owner of the tables sees it. */
async function partsIn(reference: string) {
  const [row] = await journeys.portal.sql<Record<string, unknown>>(`
    select a.rule, heard.authority_state(a) as state, c.channel,
      (select string_agg(p.role || ': ' || p.name, ', ' order by p.role) from heard.people p where p.complaint_id = c.id) as people
    from heard.authorities a join heard.complaints c on c.id = a.complaint_id
    where c.reference = '${reference}'`)
  return row
}

const everyone: [string, Fields, Record<string, unknown>][] = [
  [
    'a daughter for her mother',
    forMother,
    {
      rule: 'adult',
      state: 'asked',
      channel: 'web',
      people: 'affected: Ngozi O’Hara-Nwosu, representative: Zoë O’Hara-Nwosu',
    },
  ],
  [
    'a parent in their own right',
    forChild,
    {
      rule: 'parent-own-right',
      state: 'not-needed',
      channel: 'web',
      people: 'affected: Isla Thorne, complainant: Mabel Thorne',
    },
  ],
  [
    'an advocate who passes on the letter',
    forClient,
    {
      rule: 'advocate-of-someone-able',
      state: 'asked',
      channel: 'web',
      people: 'affected: Halina Wrona, representative: Zoë O’Hara-Nwosu',
    },
  ],
  [
    'an MP, counted apart',
    forConstituent,
    {
      rule: 'elected-and-asked',
      state: 'awaiting-evidence',
      channel: 'mp',
      people: 'affected: Gareth Pell, representative: Zoë O’Hara-Nwosu',
    },
  ],
  [
    'an executor',
    forFather,
    {
      rule: 'executor',
      state: 'awaiting-evidence',
      channel: 'web',
      people: 'affected: Tomos Kemble, representative: Idris Kemble',
    },
  ],
]

describe.each(everyone)('%s', (_, fields, kept) => {
  it('complains step by step', async () => {
    const page = await journeys.page()
    const reference = await complainStepByStep(page, fields)
    expect(await partsIn(reference)).toEqual(kept)
    expect(await page.locator('main').innerText()).toContain(t(`authority.rule.${String(kept['rule'])}`))
  })

  it('complains without scripts', async () => {
    const page = await journeys.page(scriptless)
    await page.goto('/complain/')
    await answerAll(page, fields)
    await checkButton(page).click()
    await page.getByText(t('form.check.lead')).waitFor()
    expect(await sendIt(page, 'complaint').then(partsIn)).toEqual(kept)
  })
})

describe('who complains for someone else', () => {
  it('does so by the keyboard alone', async () => {
    const page = await journeys.page()
    await openAt(page, 'for-whom', without(forMother, 'for-whom', 'person-agrees'))
    const way = [...stepsFor(forMother), 'check']
    await page.locator('[name="for-whom"]').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await tabToContinue(page)
    for (const step of ['relationship', 'the-person']) await pressOn(page, step)
    await page.locator('[name="person-agrees"]').first().waitFor()
    await page.keyboard.press('Tab')
    for (let tabs = 0; !(await page.locator('[name="person-agrees"]:focus').count()); tabs += 1) {
      if (tabs > 40) throw new Error('The Tab key does not lead to the question.')
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    await tabToContinue(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(way).toContain('ask-them')
    expect(page.url()).toContain('#step-ask-them')
  })

  it.each([
    ['with scripts', {}],
    ['without', scriptless],
  ] as const)('cannot stay unknown, and is told to say who they are (%s)', async (_, options) => {
    const page = await journeys.page(options)
    if ('javaScriptEnabled' in options) {
      await page.goto('/complain/')
      await answerAll(page, without(forMother, 'reply-route'))
    } else await openAt(page, 'reply', without(forMother, 'reply-route'))
    expect(await optionOf(page, 'reply-route', 'anonymous').filter({ visible: true }).count()).toBe(0)
    expect(await optionOf(page, 'reply-route', 'email').isVisible()).toBe(true)
    await ('javaScriptEnabled' in options ? checkButton(page) : continueButton(page)).click()
    await page.locator('.govuk-error-summary').waitFor()
    expect(await page.locator('#reply-route-error').innerText()).toContain(errorOf('reply-route', 'required'))
  })

  it('can stay unknown once they complain for themself after all', async () => {
    const page = await journeys.page(scriptless)
    await page.goto('/complain/')
    await answerAll(page, without(missedBins, 'reply-route'))
    expect(await optionOf(page, 'reply-route', 'anonymous').isVisible()).toBe(true)
  })

  it('reads back whom they complain for before they send it', async () => {
    const page = await journeys.page()
    await openAt(page, 'check', forMother)
    expect(await checked(page, 'person-name')).toEqual([forMother['person-name']])
    expect(await checked(page, 'ask-route')).toEqual([t('questions.ask-route.options.email')])
  })

  it('is not asked about anybody where they thank someone', async () => {
    expect(stepsFor({ ...forMother, kind: 'compliment' })).not.toContain('for-whom')
  })
})

describe('the letters', () => {
  it('go to each with what is theirs: dates and their own words to one, the question alone to the other', async () => {
    const reference = await complainStepByStep(await journeys.page(), {
      ...forMother,
      email: 'daughter@example.org',
      'person-email': 'mother@example.org',
    })
    const theirs = (to: string) =>
      journeys.portal.waitForMail((mail) => mail.to.includes(to) && mail.subject.includes(reference))
    const daughter = await theirs('daughter@example.org')
    expect(daughter.text).toContain(t('authority.until'))
    expect(daughter.text).toContain(t('authority.asked.email'))
    const mother = await theirs('mother@example.org')
    expect(mother.text).toContain('Zoë O’Hara-Nwosu wants to complain to us for you.')
    expect(mother.text).not.toMatch(/missed our lane|daughter@|Tanner|after noon/)
    const team = await journeys.portal.waitForMail(
      ({ subject }) => subject.includes(reference) && subject.startsWith('New complaint'),
    )
    expect(team.text).toContain(t('authority.team.until'))
    expect(team.subject).not.toMatch(/Hara|Ngozi/)
  })

  it('give the advocate the letter to print, on the page after sending and by email', async () => {
    const page = await journeys.page()
    const reference = await complainStepByStep(page, { ...forClient, email: 'advocate@example.org' })
    const mail = await journeys.portal.waitForMail(
      ({ to, subject }) => to.includes('advocate@example.org') && subject.includes(reference),
    )
    const [, link] = /(\/consent\/letter\/\?k=[\w-]+)/.exec(mail.text ?? '') ?? []
    expect(await page.getByRole('link', { name: t('authority.letter') }).getAttribute('href')).toBe(link)
    await page.getByRole('link', { name: t('authority.letter') }).click()
    await page.getByText(reference).first().waitFor(patience)
  })
})

describe('for everyone', () => {
  it.each([
    ['step by step', forMother],
    ['step by step', forFather],
    [
      'step by step',
      { ...forClient, 'person-agrees': 'cannot-decide', 'why-not-decide': 'Since the stroke.' },
    ],
  ] as const)('keeps nobody out on any step, with mistakes or without (%s, %#)', async (_, fields) => {
    const page = await journeys.page({ bypassCSP: true, viewport: { width: 320, height: 640 } })
    const found: string[] = []
    const way = [...stepsFor(fields), 'check']
    await openAt(page, 'for-whom', fields)
    for (const step of way.slice(way.indexOf('for-whom'), way.indexOf('story'))) {
      const questions = askedOn(step, fields)
      if (questions.some(({ optional, kind }) => !optional && kind !== 'choice')) {
        const typed = questions.filter(({ kind, optional }) => kind !== 'choice' && !optional)
        for (const { id } of typed) await page.locator(`[name="${id}"]`).fill('')
        await continueButton(page).click()
        await page.locator('.govuk-error-summary').waitFor()
        found.push(...(await look(page, `${step} with a mistake`)))
        await answer(page, questions, fields)
      }
      found.push(...(await look(page, step)))
      await goOn(page, way[way.indexOf(step) + 1]!, fields)
    }
    expect(found).toEqual([])
  })

  it('keeps nobody out on the page after sending', async () => {
    const page = await journeys.page({ bypassCSP: true, viewport: { width: 320, height: 640 } })
    await complainStepByStep(page, forClient)
    await referenceOn(page)
    expect(await look(page, 'sent')).toEqual([])
  })
})

const without = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

async function tabToContinue(page: Page): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Tab')
    if (await continueButton(page).evaluate((button) => button === document.activeElement)) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error('The Tab key does not lead to Continue.')
}

/** A step that is answered already: waits for it, and goes on by the keyboard. */
async function pressOn(page: Page, step: string): Promise<void> {
  await page.waitForURL(`**/#step-${step}`)
  await tabToContinue(page)
}

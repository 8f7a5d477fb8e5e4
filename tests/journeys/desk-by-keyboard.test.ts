import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { madeUpOfficer } from '../../src/local/sign-in.ts'
import { codeFor } from '../support/desk.ts'
import { look } from '../support/journey-axe.ts'
import { useJourneys } from '../support/journey-browser.ts'
import { chooseByKey, pressByKey, tickByKey, typeByKey } from '../support/keyboard.ts'

const journeys = useJourneys()

/** The day so many days after another, as a reader and a date's boxes have it. */
function dayAfter(day: string, days: number) {
  const date = new Date(Date.parse(day) + days * 86_400_000)
  const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(date)
  const [year, month, ofMonth] = date.toISOString().slice(0, 10).split('-')
  return { inWords: inWords.replace(',', ''), boxes: { day: ofMonth!, month: month!, year: year! } }
}

it('works a case from a phone call to its closing with the keyboard alone, and every letter arrives', async () => {
  const { portal } = journeys
  const page = await journeys.page({ bypassCSP: true, viewport: { width: 320, height: 900 } })
  const found: string[] = []
  const looked = async (state: string) => void found.push(...(await look(page, state)))
  const letter = (has: RegExp) =>
    portal.waitForMail(({ to, text = '' }) => to.includes('lukasz@example.org') && has.test(text))

  await page.goto('/desk/')
  await looked('signing in')
  await typeByKey(page, 'email', madeUpOfficer.email)
  await pressByKey(page, 'Send me a code')
  await looked('the code')
  await typeByKey(page, 'code', await codeFor(portal))
  await pressByKey(page, 'Sign in')
  await looked('nothing waits')

  await pressByKey(page, 'Record a complaint')
  await looked('recording')
  await pressByKey(page, 'Record it')
  await looked('recording, with things to mend')
  await record(page)
  await pressByKey(page, 'Record it')
  await looked('recorded')
  const reference = await page.locator('h1').innerText()
  expect(await page.locator('.desk-needs').innerText()).toContain('Large print')
  const [stage] = await portal.sql<{ respond_by: string; channel: string; received_on: string }>(
    `select s.respond_by::text, c.channel, c.received_on::text
     from heard.stages s join heard.complaints c on c.id = s.complaint_id where c.reference = '${reference}'`,
  )
  expect(stage).toMatchObject({ channel: 'phone' })
  expect((await letter(new RegExp(reference))).text).toContain('the lorry drove past')

  await pressByKey(page, 'Acknowledge')
  await looked('acknowledging')
  await typeByKey(page, 'desk-points-ours', 'Our bin was not emptied.\nNobody rang back.')
  await typeByKey(page, 'desk-outcome', 'The bin emptied, and a call.')
  await typeByKey(page, 'desk-handler-name', 'Bo Quill')
  await typeByKey(page, 'desk-handler-role', 'Complaints Officer')
  await pressByKey(page, 'Send the acknowledgement')
  await looked('acknowledged')
  expect((await letter(/Bo Quill/)).text).toContain('Nobody rang back.')

  await pressByKey(page, 'Say who handles it')
  await looked('assigning')
  await typeByKey(page, 'desk-handler-name', 'Ines Harrow')
  await typeByKey(page, 'desk-handler-role', 'Manager of the depot')
  await pressByKey(page, 'Save who handles it')
  await looked('assigned')
  expect((await letter(/Ines Harrow/)).text).toContain('Manager of the depot')

  const later = dayAfter(stage!.respond_by, 5)
  await pressByKey(page, 'Take more time')
  await looked('extending')
  for (const part of ['day', 'month', 'year'] as const)
    await typeByKey(page, `desk-until-${part}`, later.boxes[part])
  await typeByKey(page, 'desk-extension-reason', 'We wait for the tracker of the lorry.')
  await pressByKey(page, 'Send the new day')
  await looked('extended')
  expect((await letter(/tracker of the lorry/)).text).toContain(later.inWords)

  await pressByKey(page, 'Reply')
  await looked('replying')
  await reply(page)
  await pressByKey(page, 'Send the reply')
  await looked('replied and closed')
  const replied = (await letter(/The lorry was sent home early/)).text ?? ''
  for (const said of ['We rang on Friday.', 'We are sorry', 'A second round each Friday', 'Upheld'])
    expect(replied).toContain(said)
  expect(await page.locator('main').innerText()).toContain('Closed')

  await pressByKey(page, 'Show the letter Replied to Complainant')
  await looked('a letter to print')
  await pressByKey(page, 'Sign out')
  await looked('signed out')

  expect(found).toEqual([])
  const acts = await portal.sql<{ event: string }>(
    `select e.event from heard.audit_events e join heard.complaints c on c.id = e.complaint_id
     where c.reference = '${reference}' and e.actor like 'staff-%' and e.event <> 'case-read' order by e.id`,
  )
  expect(acts.map(({ event }) => event)).toEqual([
    'desk-record',
    'desk-acknowledge',
    'desk-assign',
    'desk-extend',
    'complaint-closed',
    'desk-reply',
    'letter-read',
  ])
  // The survey's letter is the last: with it, every letter of the case has come, and each once.
  await portal.waitForMail(
    ({ to, text = '' }) => to.includes('lukasz@example.org') && /survey\/open/.test(text),
  )
  const letters = await portal.sql<{ template: string }>(
    `select m.template from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
     where c.reference = '${reference}' and m.recipient = 'complainant' order by m.created_at, m.template`,
  )
  expect(letters.map(({ template }) => template)).toEqual([
    'acknowledgement',
    'acknowledged',
    'handler-changed',
    'extended',
    'replied',
    'survey-invitation',
  ])
  const mails = (await portal.mails()).filter(({ to }) => to.includes('lukasz@example.org'))
  expect(mails).toHaveLength(letters.length)
})

async function record(page: Page): Promise<void> {
  await chooseByKey(page, 'desk-channel', 'phone')
  await chooseByKey(page, 'service', 'bins')
  await chooseByKey(page, 'risk', 'no')
  await typeByKey(page, 'what-happened', 'Our bin was full, and the lorry drove past.')
  await chooseByKey(page, 'told-before', 'yes')
  await typeByKey(page, 'outcome', 'Please empty it.')
  await chooseByKey(page, 'discrimination', 'no')
  await chooseByKey(page, 'reply-route', 'email')
  await typeByKey(page, 'name', 'Łukasz O’Neill')
  await typeByKey(page, 'email', 'lukasz@example.org')
  await tickByKey(page, 'adjustments', 'large-print')
}

async function reply(page: Page): Promise<void> {
  await typeByKey(page, 'desk-investigated', 'We read the tracker of the lorry, and asked the crew.')
  await typeByKey(page, 'desk-answer-1', 'The lorry was sent home early.')
  await chooseByKey(page, 'desk-decision-on-1', 'upheld')
  await typeByKey(page, 'desk-answer-2', 'We rang on Friday.')
  await chooseByKey(page, 'desk-decision-on-2', 'not-upheld')
  await chooseByKey(page, 'desk-decision', 'partly-upheld')
  await typeByKey(page, 'desk-outcome-said', 'We should have come back the next day.')
  await typeByKey(page, 'desk-apology', 'We are sorry that we did not.')
  await typeByKey(page, 'desk-remedy', 'We empty it tomorrow.')
  await typeByKey(page, 'desk-learning', 'Crews must say when a street is left out.')
  await typeByKey(page, 'desk-action-1', 'A second round each Friday')
  await chooseByKey(page, 'desk-action-kind-1', await firstOption(page, 'desk-action-kind-1'))
  await typeByKey(page, 'desk-action-owner-1', 'Manager of the depot')
  const { boxes } = dayAfter(new Date().toISOString().slice(0, 10), 30)
  for (const part of ['day', 'month', 'year'] as const)
    await typeByKey(page, `desk-action-by-1-${part}`, boxes[part])
  await chooseByKey(page, 'desk-close', 'yes')
}

const firstOption = async (page: Page, name: string): Promise<string> =>
  (await page.locator(`[name="${name}"]`).first().getAttribute('value')) ?? ''

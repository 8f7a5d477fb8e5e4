import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { deskLists } from '../../src/complaints/desk/lists.ts'
import { allActs } from '../../src/desk/acts/all-acts.ts'
import { acknowledged, byAnAdvocate, byPhone, replied } from '../support/desk-forms.ts'
import { atWork, type AtWork, type DeskSeen } from '../support/desk.ts'
import { look } from '../support/journey-axe.ts'
import { useJourneys } from '../support/journey-browser.ts'
import type { Portal } from '../support/portal.ts'

const journeys = useJourneys()

it('keeps nobody out of any list, case, letter or form of the desk', async () => {
  const { portal } = journeys
  const desk = await atWork(portal)
  const refused = await fillTheDesk(portal, desk)
  const page = await journeys.page({ bypassCSP: true, viewport: { width: 320, height: 900 } })
  await page.goto('/desk/')

  const found: string[] = []
  // What is over stands in no list.
  const ways = new Set(['lists', `case:${refused}`, ...deskLists.map((list) => `list:${list}:1`)])
  const forms = new Set<string>()
  for (const way of ways) {
    await open(page, way, desk.seen.session)
    found.push(...(await look(page, way)))
    for (const on of await page.locator('button[name=go]').all()) {
      const leads = (await on.getAttribute('value'))!
      const [what, act] = leads.split(':')
      if (what === 'act' || what === 'do') {
        // The same form stands at many cases.
        if (forms.has(act!) || what === 'do') continue
        forms.add(act!)
      } else if (!['case', 'letter', 'addition'].includes(what!)) continue
      ways.add(leads)
    }
  }
  expect(found).toEqual([])
  const all = [...allActs.map(({ id }) => id), 'export', 'export-person']
  expect([...forms].sort()).toEqual(all.sort())
  // Some eighty pages in one test: the limit only stops what hangs.
}, 600_000)

/** Goes there by the form that every page of the desk has. */
async function open(page: Page, way: string, session: string): Promise<void> {
  const arrived = page.waitForNavigation()
  await page.evaluate(
    ([go, sealed]) => {
      const form = document.createElement('form')
      Object.assign(form, { action: '/api/desk', method: 'post' })
      for (const [name, value] of Object.entries({ go, session: sealed })) {
        const field = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
        form.append(field)
      }
      document.body.append(form)
      form.submit()
    },
    [way, session] as const,
  )
  await arrived
}

/** Cases at every stage, so that each list holds one and each act is offered. Answers the one that was refused. */
async function fillTheDesk(portal: Portal, desk: AtWork): Promise<string> {
  const referenceIn = (seen: DeskSeen) => /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/.exec(seen.text)![0]
  const recorded = async (fields: Record<string, string>) =>
    referenceIn(await desk.act('record', null, fields))
  const replyTo = async (reference: string) => {
    await desk.act('acknowledge', reference, acknowledged)
    await desk.act('reply', reference, replied)
  }

  const first = await recorded({ ...byPhone, risk: 'yes' })
  const answered = await recorded(byPhone)
  await replyTo(answered)
  await desk.act('join-group', answered, { 'desk-group-with': first, 'desk-group-about': 'The same lorry.' })
  const held = await recorded({ ...byPhone, 'reply-route': 'post', address: '1 Quay Street\nNorthmere' })
  await replyTo(held)
  await desk.act('close', held, {})
  await desk.act('hold', held, { 'desk-hold-reason': 'It is at court.' })
  const late = await recorded(byPhone)
  await desk.act('acknowledge', late, acknowledged)
  await portal.sql(
    `update heard.stages set respond_by = heard.today() - 1, requested_on = heard.today() - 30
     where complaint_id = (select id from heard.complaints where reference = '${late}')`,
  )
  const nobodys = await recorded(byPhone)
  await desk.act('junk', nobodys, {})
  await recorded(byAnAdvocate)
  const unsure = await recorded(byAnAdvocate)
  await desk.act('record-consent', unsure, {
    'desk-consent-by': 'paper',
    'desk-consent-answer': 'yes',
    'desk-consent-may': 'act',
    'desk-consent-sure': 'not-yet',
    'desk-consent-name': 'Halina Wrona',
  })
  const refused = await recorded(byAnAdvocate)
  await desk.act('refuse', refused, { 'desk-refusal': 'court', 'desk-explanation': 'It is at court.' })

  await portal.sql(
    `insert into heard.additions (submission_id, verified, kind, reference, sender_name, language, form_version,
       received_at, received_on, answers, transcript)
     values (gen_random_uuid(), false, 'more', '${answered}', 'Petra Lis', 'en', 'add-1', now(), heard.today(), '{}',
       '[{"question":"What do you want to add?","answer":["It came back."]}]')`,
  )
  await portal.sql(
    `update heard.outgoing_messages set bounced_at = now(), last_failure = 'bounced'
     where complaint_id = (select id from heard.complaints where reference = '${late}')`,
  )
  await portal.sql(`insert into heard.team_tasks (kind) values ('case-system-not-told')`)
  return refused
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeComplaint, surveyLinkFor } from '../support/close-complaint.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import { ask, encoded, post, referenceAfter, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const send = (fields: Record<string, string>) =>
  ask(`${portal.url}/api/survey`, { method: 'POST', body: encoded(fields) })

/** Follows a letter's link to the page it leads to. */
async function open(link: string, method = 'GET') {
  const led = await ask(portal.url + link, { method })
  expect([led.status, led.headers.get('location')]).toEqual([
    303,
    expect.not.stringContaining(link.split('=')[1] ?? ''),
  ])
  return ask(portal.url + led.headers.get('location'), { method })
}

/** A complaint that was closed, with the link of its invitation. */
async function closed() {
  const reference = await referenceAfter(portal.url, await post(portal.url, sent()))
  await closeComplaint(portal, reference)
  const link = await surveyLinkFor(portal, reference)
  return { reference, link, page: async () => valuesIn((await open(link)).text) }
}

const answersWith = (easier: string) =>
  portal.sql<Record<string, unknown>>(`select * from heard.survey_answers where easier = '${easier}'`)

describe('the survey', () => {
  it('is asked for by a letter that says how to complain, and that it is no way to complain', async () => {
    const { reference } = await closed()
    const { text } = await portal.waitForMail(({ subject }) => subject === `How did we do? ${reference}`)
    expect(text).toMatch(/not a way to complain/)
    expect(text).toContain('/still-unhappy/')
    expect(text).toContain('01632 960100')
    expect(text).toContain('Ombudsman')
    expect(text).toContain('28 days')
  })

  it('is not answered by opening its link, however often, and shows nothing of the complaint but its service', async () => {
    const { link, reference } = await closed()
    const before = await portal.sql('select count(*)::int as rows from heard.survey_answers')
    for (const method of ['HEAD', 'GET', 'GET']) {
      const { status, text } = await open(link, method)
      expect(status).toBe(200)
      if (method === 'HEAD') continue
      expect(wordsOf(text)).toContain('Bins and recycling')
      expect(text).not.toContain(reference)
      expect(text).toContain('href="/still-unhappy/"')
    }
    expect(await portal.sql('select count(*)::int as rows from heard.survey_answers')).toEqual(before)
  })

  it('is answered once, and shown again with its answers to be changed', async () => {
    const { link, page: fields } = await closed()
    const page = await open(link)
    const first = await send({
      ...valuesIn(page.text),
      'survey-fair': 'no',
      'survey-easier': 'Answer sooner.',
    })
    expect([first.status, first.headers.get('location')]).toEqual([303, '/survey/thanks/'])
    const again = await open(link)
    expect(valuesIn(again.text)).toMatchObject({ 'survey-fair': 'no', 'survey-easier': 'Answer sooner.' })
    expect(wordsOf(again.text)).toContain('You have answered before')
    await send({
      ...(await fields()),
      'survey-fair': 'prefer-not-to-say',
      'survey-easier': 'Answer sooner, please.',
    })
    expect(await answersWith('Answer sooner.')).toEqual([])
    expect(await answersWith('Answer sooner, please.')).toMatchObject([
      { fair: 'prefer-not-to-say', found_out: null, service: 'bins', procedure: 'corporate' },
    ])
  })

  it('may be left empty: every question can be', async () => {
    const { page } = await closed()
    expect((await send(await page())).status).toBe(303)
  })

  it('comes back with words that are too long, and loses none', async () => {
    const { page } = await closed()
    const fields = await page()
    const long = 'A shorter form. '.repeat(400)
    const answer = await send({ ...fields, 'survey-easier': long, 'survey-fair': 'yes' })
    expect([answer.status, wrongFieldsOn(answer.text)]).toEqual([422, ['survey-easier']])
    expect(titleOf(answer.text)).toMatch(/^Error: /)
    expect(valuesIn(answer.text)).toMatchObject({ t: fields['t'], 'survey-fair': 'yes' })
    expect(answer.text).toContain(long.trim())
  })

  it('that is over, or whose link is not whole, says so and where to go instead', async () => {
    const { link, page } = await closed()
    const fields = await page()
    await portal.sql(`update heard.access_keys set expires_at = now() where purpose = 'survey'`)
    for (const answer of [
      await open(link),
      await open('/survey/open/?k=xyz'),
      await ask(`${portal.url}/survey/open/`),
      await send({ ...fields, 'survey-fair': 'yes' }),
      await send({}),
    ]) {
      expect([answer.status, wordsOf(answer.text)]).toEqual([410, expect.stringContaining('does not work')])
      expect(answer.text).toContain('href="/still-unhappy/"')
    }
  })

  it('comes back where the record is away', async () => {
    const { page } = await closed()
    const fields = await page()
    await portal.outage('database', { status: 503, count: 3 })
    const answer = await send({ ...fields, 'survey-easier': 'Words to keep.' })
    await portal.outage('database', { status: 503, count: 0 })
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Words to keep.')
    expect(portal.log()).not.toContain('Words to keep.')
  })
})

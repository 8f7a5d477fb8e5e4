import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, valuesIn, wordsOf, wrongFieldsOn } from './page.ts'
import { ask, encoded, post, referenceAfter, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const firstTime = { 'told-before': 'no', 'first-report': 'put-right' }
const action = '/api/make-it-a-complaint'
const send = (fields: Record<string, string>) =>
  ask(portal.url + action, { method: 'POST', body: encoded(fields) })

/** Follows a letter's link to the page it leads to. */
async function open(link: string, method = 'GET') {
  const led = await ask(portal.url + link, { method })
  expect([led.status, led.headers.get('location')]).toEqual([
    303,
    expect.not.stringContaining(link.split('=')[1] ?? ''),
  ])
  return ask(portal.url + led.headers.get('location'), { method })
}

/** Sends a first report, and answers its reference with the code and the link that its letter gives. */
async function report(change = {}) {
  const answer = await post(portal.url, sent({ ...firstTime, ...change }))
  const reference = await referenceAfter(portal.url, answer)
  const { text } = await portal.waitForMail(({ subject }) => subject === `We have your report: ${reference}`)
  const [, code = ''] = /^Code: (\S+)$/m.exec(text ?? '') ?? []
  const [, link = ''] = /(\/make-it-a-complaint\/open\/\?k=\S+)/.exec(text ?? '') ?? []
  return { reference, code, link }
}

const recordedAs = async (reference: string) => {
  const rows = await portal.sql<{ kind: string; stages: number; reasons: string | null }>(
    `select c.kind, (select count(*)::int from heard.stages s where s.complaint_id = c.id) as stages,
       (select request_reasons from heard.stages s where s.complaint_id = c.id) as reasons
     from heard.complaints c where reference = '${reference}'`,
  )
  return rows[0]
}

describe('the page after a first report', () => {
  it('says that it is a report, what happens to it and how to make it a complaint, and promises no day', async () => {
    const answer = await post(portal.url, sent(firstTime))
    const page = await ask(portal.url + answer.headers.get('location'))
    expect(titleOf(page.text)).toMatch(/^We have your report/)
    expect(page.text).toContain('href="/make-it-a-complaint/"')
    expect(wordsOf(page.text)).toMatch(/Your code: (\w{4}-){2}\w{4}/)
    expect(wordsOf(page.text)).not.toMatch(/full reply|Ombudsman|Stage/)
  })
})

describe('a report', () => {
  it('is not changed by opening its link, however often', async () => {
    const { reference, link } = await report()
    for (const method of ['GET', 'HEAD', 'GET', 'GET']) expect((await open(link, method)).status).toBe(200)
    expect(await recordedAs(reference)).toMatchObject({ kind: 'service-request', stages: 0 })
  })

  it('becomes a complaint by its link and the button: with its reason, a date, and an acknowledgement', async () => {
    const { reference, link } = await report()
    const page = await open(link)
    expect(wordsOf(page.text)).toContain(reference)
    expect(page.text).not.toContain('name="code"')
    const answer = await send({ ...valuesIn(page.text), 'unhappy-about': 'Nobody came.' })
    expect(answer.status).toBe(303)
    const after = await ask(portal.url + answer.headers.get('location'))
    expect(titleOf(after.text)).toMatch(/^We have your complaint/)
    expect(wordsOf(after.text)).toMatch(new RegExp(`${reference}.*full reply by`))
    expect(await recordedAs(reference)).toEqual({ kind: 'complaint', stages: 1, reasons: 'Nobody came.' })
    const mail = await portal.waitForMail(({ subject }) => subject === `We have your complaint: ${reference}`)
    expect(mail.text).toContain('Nobody came.')
    expect(mail.text).toContain('/follow/open/?k=')
    const team = await portal.waitForMail(({ subject }) => subject.startsWith(`Now a complaint ${reference}`))
    expect(team.text).toContain('Nobody came.')
  })

  it('becomes one by its reference and code, as people type them', async () => {
    const { reference, code } = await report()
    const answer = await send({ reference: ` ${reference.toLowerCase()}`, code: code.replaceAll('-', ' ') })
    expect(answer.status).toBe(303)
    expect(await recordedAs(reference)).toMatchObject({ kind: 'complaint', reasons: null })
  })

  it('that is a complaint already says so, and sending again changes nothing', async () => {
    const { reference, code, link } = await report()
    const before = await open(link)
    await send({ reference, code })
    expect(wordsOf((await open(link)).text)).toContain('It is a complaint already')
    expect((await send({ ...valuesIn(before.text), 'unhappy-about': 'Again.' })).status).toBe(303)
    expect(await recordedAs(reference)).toMatchObject({ stages: 1, reasons: null })
  })

  it('is found by nobody with a wrong code, and the answer is the same where no such reference exists', async () => {
    const { reference } = await report()
    const answers = []
    for (const each of [reference, '222-222-222'])
      answers.push(await send({ reference: each, code: '2222-2222-2222', language: 'en' }))
    const [real, none] = answers.map(({ status, text }) => [status, text.replace(/value="[^"]*"/g, '')])
    expect(real).toEqual(none)
    expect(real![0]).toBe(422)
    expect(wrongFieldsOn(answers[0]!.text)).toEqual(['code'])
    expect(answers[0]!.text).toContain(`value="${reference}"`)
  })

  it('is guarded from guessing: after 20 wrong codes in an hour the right one has to wait', async () => {
    const { reference, code } = await report()
    for (let tries = 0; tries < 20; tries += 1) await send({ reference, code: '2222-2222-2222' })
    const answer = await send({ reference, code, 'unhappy-about': 'Words to keep.' })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('too many wrong codes')
    expect(answer.text).toContain('Words to keep.')
  })

  it.each([
    [{}, ['reference', 'code']],
    [{ reference: '7KM', code: 'x' }, ['reference', 'code']],
    [{ reference: '222-222-222', code: '' }, ['code']],
  ])('that is asked for with %j comes back with what to mend', async (fields, wrong) => {
    const answer = await send(fields)
    expect([answer.status, wrongFieldsOn(answer.text)]).toEqual([422, wrong])
    expect(titleOf(answer.text)).toMatch(/^Error: /)
  })

  it('whose link is not whole is told so, and shown the other way', async () => {
    for (const link of ['', '?t=', '?t=x', '?k=', '?k=x', '?k=../../etc']) {
      const led = await ask(`${portal.url}/make-it-a-complaint/open/${link}`)
      const on = led.headers.get('location')
      const answer = on ? await ask(portal.url + on) : led
      expect([answer.status, wordsOf(answer.text)]).toEqual([410, expect.stringContaining('does not work')])
      expect(answer.text).toContain('href="/make-it-a-complaint/"')
    }
    expect((await send({ t: 'x' })).status).toBe(410)
  })

  it('keeps the words where the record is away', async () => {
    const { link } = await report()
    const page = valuesIn((await open(link)).text)
    await portal.outage('database', { status: 503, count: 5 })
    const answer = await send({ ...page, 'unhappy-about': 'Words to keep.' })
    await portal.outage('database', { status: 503, count: 0 })
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Words to keep.')
    expect(wordsOf(answer.text)).toContain('01632 960100')
  })
})

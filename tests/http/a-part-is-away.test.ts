import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptId } from '../../src/http/kept-id.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { fieldsIn, titleOf, valuesIn, wordsOf } from './page.ts'
import { post, referenceAfter, sent, type Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

interface Message {
  recipient: string
  attempts: number
  last_failure: string | null
  sent: boolean
}

/** The letters of one submission, as the outbox has them. */
const messagesOf = ({ submission }: Posted, at = portal) =>
  at.sql<Message>(
    `select m.recipient, m.attempts, m.last_failure, m.sent_at is not null as sent
     from heard.outgoing_messages m join heard.complaints c on c.id = m.complaint_id
     where c.submission_id = '${keptId(String(submission))}'`,
  )

/** Waits until every letter of a submission fits. */
async function until(fields: Posted, fits: (message: Message) => boolean, at = portal): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const messages = await messagesOf(fields, at)
    if (messages.length > 0 && messages.every(fits)) return
    await pause(50)
  }
  throw new Error(`It never came to that: ${JSON.stringify(await messagesOf(fields, at))}\n${at.log()}`)
}

/** Lets the time pass that an unsent letter has to wait, and runs the schedule. */
async function laterOn(at = portal): Promise<void> {
  await at.sql(
    `update heard.outgoing_messages set not_before = now(), leased_until = null where sent_at is null and failed_at is null`,
  )
  expect((await at.runSchedule('send-mail')).ok).toBe(true)
}

/** Whom mail about a reference went to, in order. */
const sentAbout = async (reference: string, at = portal): Promise<string[]> =>
  (await at.mails())
    .filter(({ subject }) => subject.includes(reference))
    .map(({ to }) => to.join())
    .sort()

const allOf = (wanted: string, html: string): string[] =>
  fieldsIn(html).flatMap(([name, value]) => (name === wanted ? [value] : []))

const team = 'complaints@northmere.example.org'

describe('while the record and the place to wait are both away', () => {
  it.each([0, 500, 503])('the page says so, keeps every word and takes them later (%s)', async (status) => {
    const fields = sent({ 'what-happened': 'Every\nword “kept”.', adjustments: ['braille', 'audio'] })
    await portal.outage('database', { status, count: 1000 })
    await portal.outage('blobs', { status, count: 1000 })
    const away = await post(portal.url, fields)
    await portal.outage('blobs', { status, count: 0 })
    await portal.outage('database', { status, count: 0 })
    expect([away.status, titleOf(away.text)]).toEqual([
      503,
      expect.stringMatching(/^Error: It has not been sent/),
    ])
    expect(wordsOf(away.text)).toContain('01632 960100')
    // How long it took is the island's to say: a page without scripts carries no such field.
    for (const [name, held] of Object.entries(fields))
      if (!['go', 'took'].includes(name)) expect(allOf(name, away.text), name).toEqual([held].flat())

    const later = await post(portal.url, { ...valuesIn(away.text), go: 'send' })
    expect(await referenceAfter(portal.url, later)).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    expect(await messagesOf(fields)).toHaveLength(2)
  })

  it('the person can keep what they wrote as a file, which nobody else keeps', async () => {
    const fields = sent({ 'what-happened': 'Every\nword “kept”, Łukasz.', adjustments: ['braille'] })
    await portal.outage('database', { status: 0, count: 1000 })
    await portal.outage('blobs', { status: 0, count: 1000 })
    const away = await post(portal.url, fields)
    expect(away.text).toMatch(/<button[^>]* name="go" value="copy" form="check"/)
    expect(away.text).toMatch(/<form id="check" action="\/api\/complaints"/)
    const copy = await post(portal.url, { ...valuesIn(away.text), go: 'copy' })
    await portal.outage('blobs', { status: 0, count: 0 })
    await portal.outage('database', { status: 0, count: 0 })
    expect(copy.status).toBe(200)
    expect(copy.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(copy.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''answers.txt")
    expect(copy.headers.get('cache-control')).toBe('no-store')
    for (const words of [
      'What happened',
      '    Every\n    word “kept”, Łukasz.',
      'Zofia Nowak',
      'We have not got them',
      '01632 960100',
    ])
      expect(copy.text).toContain(words)
    await portal.runSchedule('bring-in')
    expect(await messagesOf(fields)).toEqual([])
  })

  it('the pages that need no record go on working', async () => {
    await portal.outage('database', { status: 0, count: 100 })
    expect((await post(portal.url, { ...sent(), go: 'check' })).status).toBe(200)
    expect((await post(portal.url, sent({ name: '' }))).status).toBe(422)
    await portal.outage('database', { status: 0, count: 0 })
  })
})

describe('while mail is down', () => {
  it.each([0, 429, 500])(
    'the complaint is taken, and its letters go later, once each (%s)',
    async (status) => {
      const fields = sent({ email: `down.${status}@example.org` })
      await portal.outage('mail', { status, count: 1000 })
      const answer = await post(portal.url, fields)
      const reference = await referenceAfter(portal.url, answer)
      await until(fields, ({ last_failure: failure }) => failure !== null)
      await laterOn()
      expect(await sentAbout(reference)).toEqual([])

      await portal.outage('mail', { status, count: 0 })
      await laterOn()
      await laterOn()
      expect(await sentAbout(reference)).toEqual([team, `down.${status}@example.org`])
      await until(fields, (message) => message.sent)
    },
  )

  it('and only its answers are lost, no letter goes twice', async () => {
    const fields = sent({ email: 'lost.answer@example.org' })
    await portal.outage('mail', { status: 0, count: 2, after: true })
    const reference = await referenceAfter(portal.url, await post(portal.url, fields))
    await until(fields, ({ last_failure: failure }) => failure !== null)
    await laterOn()
    await until(fields, (message) => message.sent)
    expect(await sentAbout(reference)).toEqual([team, 'lost.answer@example.org'])
  })
})

it('a letter that went, but whose going was never recorded, does not go twice', async () => {
  const fields = sent({ email: 'unrecorded@example.org' })
  const reference = await referenceAfter(portal.url, await post(portal.url, fields))
  await until(fields, (message) => message.sent)
  await portal.sql(
    `update heard.outgoing_messages m set sent_at = null, provider_id = null from heard.complaints c
     where c.id = m.complaint_id and c.submission_id = '${keptId(String(fields['submission']))}'`,
  )
  await laterOn()
  await until(fields, (message) => message.sent && message.attempts === 2)
  expect(await sentAbout(reference)).toEqual([team, 'unrecorded@example.org'])
})

it('two schedules that run at once send each letter once', async () => {
  await portal.outage('mail', { status: 500, count: 1000 })
  const fields = sent({ email: 'two.at.once@example.org' })
  const reference = await referenceAfter(portal.url, await post(portal.url, fields))
  await until(fields, ({ last_failure: failure }) => failure !== null)
  await portal.outage('mail', { status: 500, count: 0 })
  await portal.sql(`update heard.outgoing_messages set not_before = now() where sent_at is null`)
  await Promise.all([portal.runSchedule('send-mail'), portal.runSchedule('send-mail')])
  expect(await sentAbout(reference)).toEqual([team, 'two.at.once@example.org'])
})

describe('a portal killed without warning right after its answers', () => {
  it('has every complaint when it starts again, and sends each letter once', async () => {
    const data = mkdtempSync(join(tmpdir(), 'heard-killed-'))
    const first = await startPortal({ data })
    const all = ['one', 'two', 'three', 'four'].map((word) => sent({ email: `${word}@example.org` }))
    const answers = await Promise.all(all.map((fields) => post(first.url, fields)))
    await first.kill()
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])

    const again = await startPortal({ data })
    try {
      await laterOn(again)
      for (const [place, fields] of all.entries()) {
        await until(fields, (message) => message.sent, again)
        // The same secret opens the address that was given before the end.
        const reference = await referenceAfter(again.url, answers[place]!)
        expect(await sentAbout(reference, again)).toEqual([team, String(fields['email'])].sort())
      }
      await laterOn(again)
      expect(await again.mails()).toHaveLength(8)
    } finally {
      await again.kill()
      rmSync(data, { recursive: true, force: true })
    }
  })
})

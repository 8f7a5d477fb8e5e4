import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptId } from '../../src/http/kept-id.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { wordsOf } from './page.ts'
import { ask, post, postForJson, referenceAfter, sent, type Answered, type Posted } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const away = (status = 0) => portal.outage('database', { status, count: 100_000 })
const back = () => portal.outage('database', { status: 0, count: 0 })

/** What the store holds, byte for byte. */
function stored(): Buffer[] {
  const folder = join(portal.data, 'blobs/entries')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
}

const waiting = () => stored().length
const kept = ({ submission }: Posted) =>
  portal.sql<{ reference: string; summary: string; received_at: string }>(
    `select reference, summary, received_at from heard.complaints where submission_id = '${keptId(String(submission))}'`,
  )
const pageAfter = async (answer: Answered) =>
  wordsOf((await ask(portal.url + answer.headers.get('location'))).text)
const bringIn = () => portal.runSchedule('bring-in')

describe('while the record is away', () => {
  // 401: also what OPERATIONS.md, “Backups”, brings about so that nothing is written.
  it.each([0, 401, 405, 500, 503])(
    'a complaint is taken, told plainly, and brought in once it is back (%s)',
    async (status) => {
      const words = `Nobody but the council may read this (${status}).`
      const fields = sent({ 'what-happened': words, email: `away.${status}@example.org` })
      await away(status)
      const answer = await post(portal.url, fields)
      expect(answer.status).toBe(303)
      const reference = await referenceAfter(portal.url, answer)
      const page = await pageAfter(answer)
      expect(page).toContain('It is safe, but not in our records yet')
      expect(page).toContain('You get no email before that.')
      expect(page).toMatch(/You will get our full reply by \w+ \d+ \w+ \d+ at the latest/)
      expect(page).not.toMatch(/We are sending you an email now|We are looking into it/)

      await bringIn()
      expect(waiting()).toBe(1)
      expect(await kept(fields)).toEqual([])
      await back()
      expect(await portal.mails()).not.toContainEqual(
        expect.objectContaining({ subject: expect.stringContaining(reference) }),
      )

      const sentAt = Date.now()
      await bringIn()
      const [complaint] = await kept(fields)
      expect(complaint).toMatchObject({ reference, summary: words })
      // It counts from the moment it was sent at.
      expect(Date.parse(complaint!.received_at)).toBeLessThan(sentAt)
      expect(waiting()).toBe(0)
      await portal.runSchedule('send-mail')
      const letter = await portal.waitForMail(({ to }) => to.includes(`away.${status}@example.org`))
      expect(letter.subject).toContain(reference)
    },
  )

  it('the store holds nothing of it that can be read, and no two of one kind differ in size', async () => {
    await away()
    await post(portal.url, sent({ 'what-happened': 'Marmalade Lane floods.', name: 'Zofia Marmalade' }))
    await post(portal.url, sent({ 'what-happened': 'Short.', email: 'quay@example.org' }))
    const [one, other] = stored()
    for (const bytes of [one!, other!])
      for (const encoding of ['latin1', 'utf16le', 'base64', 'hex'] as const)
        for (const word of ['Marmalade', 'Short', 'example.org', 'complaint', 'submission'])
          expect(bytes.toString(encoding), `${word} in ${encoding}`).not.toContain(
            Buffer.from(word).toString(encoding),
          )
    expect(one!.length).toBe(other!.length)
    const names = readdirSync(join(portal.data, 'blobs'), { recursive: true, encoding: 'utf8' }).join(' ')
    expect(names).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    await back()
    await bringIn()
    expect(waiting()).toBe(0)
  })

  it('sent again, during it and after it, it is one complaint with one reference and one code', async () => {
    const fields = sent()
    await away()
    const first = await post(portal.url, fields)
    const again = await post(portal.url, fields)
    expect(waiting()).toBe(1)
    await back()
    const after = await post(portal.url, fields)
    await bringIn()
    const afterwards = await post(portal.url, fields)
    expect(waiting()).toBe(0)
    expect(await kept(fields)).toHaveLength(1)

    const given = await Promise.all(
      [first, again, after, afterwards].map(async (answer) => ({
        reference: await referenceAfter(portal.url, answer),
        code: /Your code: (\S+)/.exec(await pageAfter(answer))?.[1],
      })),
    )
    expect(new Set(given.map(({ reference }) => reference)).size).toBe(1)
    expect(new Set(given.map(({ code }) => code)).size).toBe(1)
    expect(given[0]!.code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  })

  it('other words under the same id are given nothing that opens the first', async () => {
    const fields = sent()
    await away()
    await post(portal.url, fields)
    const other = await pageAfter(await post(portal.url, { ...fields, 'what-happened': 'Something else.' }))
    await back()
    await bringIn()
    expect(other).toContain('This had already reached us')
    expect(other).not.toContain('Your code')
    expect(await kept(fields)).toMatchObject([{ summary: fields['what-happened'] }])
  })

  it('and only its answer was lost, the reference given is the one that the record kept', async () => {
    const fields = sent()
    await portal.outage('database', { status: 0, after: true, count: 1 })
    const answer = await post(portal.url, fields)
    const reference = await referenceAfter(portal.url, answer)
    expect(await kept(fields)).toMatchObject([{ reference }])
    await bringIn()
    expect(await kept(fields)).toMatchObject([{ reference }])
    expect(waiting()).toBe(0)
  })

  it('two that bring in at once bring it in once, with one letter to each', async () => {
    const fields = sent({ email: 'two.bring.in@example.org' })
    await away()
    const answer = await post(portal.url, fields)
    await back()
    await Promise.all([bringIn(), bringIn()])
    await portal.runSchedule('send-mail')
    expect(await kept(fields)).toHaveLength(1)
    const reference = await referenceAfter(portal.url, answer)
    const about = (await portal.mails()).filter(({ subject }) => subject.includes(reference))
    expect(about.map(({ to }) => to.join()).sort()).toEqual([
      'complaints@northmere.example.org',
      'two.bring.in@example.org',
    ])
  })

  it('the code on the page opens the complaint once it is in the record', async () => {
    await away()
    const answer = await post(portal.url, sent())
    const reference = await referenceAfter(portal.url, answer)
    const [, code] = /Your code: (\S+)/.exec(await pageAfter(answer)) ?? []
    await back()
    await bringIn()
    const body = new URLSearchParams({ language: 'en', reference, code: code! })
    const opened = await ask(`${portal.url}/api/follow`, { method: 'POST', body })
    expect(opened.status).toBe(303)
  })

  it('a form of the island is led to the same page', async () => {
    await away()
    const answer = await postForJson(portal.url, sent())
    expect(answer.status).toBe(201)
    expect(await pageAfter(answer)).toContain('It is safe, but not in our records yet')
    await back()
    await bringIn()
  })

  it('who may be at risk is told that nobody has been told', async () => {
    await away()
    const page = await pageAfter(await post(portal.url, sent({ risk: 'yes' })))
    expect(page).toContain('Our safeguarding team has not been told yet.')
    expect(page).not.toContain('is on its way to our safeguarding team')
    await back()
    await bringIn()
  })
})

describe('what cannot be brought in', () => {
  it('stays where it is, is told to the log without a word of it, and holds up no other', async () => {
    const fields = sent()
    await away()
    await post(portal.url, fields)
    await back()
    await portal.outage('database', { status: 400, count: 1 })
    await bringIn()
    expect(portal.log()).toContain('0 open with no key, 1 were refused')
    expect(waiting()).toBe(1)
    await bringIn()
    expect(waiting()).toBe(0)
    expect(await kept(fields)).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { council } from '../../src/council/council.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { titleOf, wordsOf, wrongFieldsOn } from './page.ts'
import { ask, encoded, post, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

const send = (fields: Record<string, string>) =>
  ask(`${portal.url}/api/about-you`, { method: 'POST', body: encoded(fields) })

/** Counted once every letter has gone: they leave after the answer, and each leaves an event. */
const counts = async () => {
  const unsent = 'select count(*)::int as letters from heard.outgoing_messages where sent_at is null'
  await expect.poll(() => portal.sql(unsent), { timeout: 30_000 }).toEqual([{ letters: 0 }])
  const [row] = await portal.sql<Record<string, number>>(
    `select (select count(*)::int from heard.equality_waiting) as waiting,
       (select count(*)::int from heard.equality_answers) as kept,
       (select count(*)::int from heard.audit_events) as events,
       (select count(*)::int from heard.outgoing_messages) as messages`,
  )
  return row!
}

describe('the page after sending', () => {
  it('leads to the questions about the person by a plain link, which carries nothing over', async () => {
    const answer = await post(portal.url, sent())
    const { text } = await ask(portal.url + answer.headers.get('location'))
    expect(text).toContain('<a href="/about-you/">')
  })
})

describe('what a person says of themself', () => {
  it('waits, sealed, and the answer sets no cookie and says nothing', async () => {
    const before = await counts()
    const answer = await send({ 'want-to-answer': 'yes', 'about-religion': 'sikh', name: 'Somebody' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/about-you/thanks/'])
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await counts()).toEqual({ ...before, waiting: before['waiting']! + 1 })
    const rows = JSON.stringify(await portal.sql('select * from heard.equality_waiting'))
    expect(rows).not.toMatch(/sikh|religion|Somebody/)
  })

  it.each([
    ['no', { 'want-to-answer': 'no', 'about-religion': 'sikh' }],
    ['nothing', { 'want-to-answer': 'yes' }],
    ['what is on no list', { 'want-to-answer': 'yes', 'about-religion': 'In my own words.' }],
  ])('is not kept where it is %s, and the answer is the same', async (_, fields) => {
    const before = await counts()
    const answer = await send(fields)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/about-you/thanks/'])
    expect(await counts()).toEqual(before)
  })

  it('comes back with what to mend where nothing was chosen at the gate, or a date cannot be one', async () => {
    const none = await send({})
    expect([none.status, wrongFieldsOn(none.text)]).toEqual([422, ['want-to-answer']])
    const date = await send({
      'want-to-answer': 'yes',
      'about-date-of-birth-year': '84',
      'about-religion': 'sikh',
    })
    expect([date.status, wrongFieldsOn(date.text)]).toEqual([422, ['about-date-of-birth-year']])
    expect(titleOf(date.text)).toMatch(/^Error: About you/)
    expect(date.text).toMatch(/value="sikh"[^>]* checked|checked[^>]* value="sikh"/)
    expect(wordsOf(date.text)).toContain(`until ${council.equality.batch} people have answered`)
  })

  it('is kept once enough people have answered, and the night comes', async () => {
    const before = await counts()
    for (let person = before['waiting']!; person < council.equality.batch; person += 1) {
      await portal.runSchedule('settle-answers')
      expect(await counts()).toMatchObject({ kept: before['kept'], waiting: person })
      await send({ 'want-to-answer': 'yes', 'about-religion': 'sikh', 'about-date-of-birth-year': '1951' })
    }
    await portal.runSchedule('settle-answers')
    expect(await counts()).toEqual({
      ...before,
      waiting: 0,
      kept: before['kept']! + council.equality.batch,
    })
    expect(
      await portal.sql(`select distinct answers -> 'religion' as is from heard.equality_answers`),
    ).toEqual([{ is: 'sikh' }])
  })

  it('comes back where the record is away, and nothing of it is in the log', async () => {
    await portal.outage('database', { status: 503, count: 3 })
    const answer = await send({ 'want-to-answer': 'yes', 'about-religion': 'buddhist' })
    await portal.outage('database', { status: 503, count: 0 })
    expect(answer.status).toBe(503)
    expect(answer.text).toMatch(/value="buddhist"[^>]* checked|checked[^>]* value="buddhist"/)
    expect(portal.log()).toContain('did not take give_equality_answers')
    expect(portal.log()).not.toMatch(/buddhist|religion|sikh/)
  })
})

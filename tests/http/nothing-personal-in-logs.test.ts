import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { questionsOf } from '../../src/form/journey.ts'
import { complain } from '../../src/form/journeys/complain.ts'
import { largestBody } from '../../src/http/read-form.ts'
import { startPortal } from '../support/portal.ts'
import { aComplaint, ask, encoded, post, postForJson, referenceAfter, sent } from './post.ts'

const mark = 'Telltale'
const address = `${mark}@example.org`

/** A submission that says the mark wherever a person writes. */
const marked = (change = {}) => {
  const written = questionsOf(complain).filter(({ max }) => max !== undefined)
  const words = Object.fromEntries(written.map(({ id }) => [id, `${mark} in ${id}`]))
  return sent({ ...words, 'told-before': 'yes', discrimination: 'yes', email: address, ...change })
}

it('whatever becomes of a post, the log repeats nothing that anyone wrote', async () => {
  const portal = await startPortal()
  const { url } = portal
  const endpoint = `${url}/api/complaints`
  const raw = (type: string, body: string) =>
    ask(endpoint, { method: 'POST', headers: { 'content-type': type }, body })

  // Taken, shown, refused.
  const taken = await post(url, marked())
  await referenceAfter(url, taken)
  await portal.runSchedule('send-mail')
  await post(url, marked({ go: 'check' }))
  await post(url, marked({ go: mark, language: mark }))
  await post(url, marked({ email: `${mark} no address`, kind: mark }))
  await postForJson(url, marked({ email: `${mark} no address` }))
  await post(url, marked({ submission: mark }))

  // Not readable, too much, not for here.
  await raw('application/json', JSON.stringify({ name: mark }))
  await raw('multipart/form-data; boundary=x', `--x\r\n${mark}`)
  await raw('application/x-www-form-urlencoded', `name=${mark}&where=${'a'.repeat(largestBody)}`)
  await ask(endpoint, { method: 'DELETE', body: encoded({ name: mark }) })
  await ask(`${url}/complain/sent/?t=${mark}.${mark}.${mark}.${mark}.${mark}`)
  await ask(`${url}/${mark}?name=${mark}%00`)

  // The record is away, or refuses.
  for (const status of [0, 500, 503]) {
    await portal.outage('database', { status, count: 10 })
    await post(url, marked())
    await portal.outage('blobs', { status, count: 10 })
    await post(url, marked())
    await portal.runSchedule('bring-in')
    await portal.outage('blobs', { status, count: 0 })
    await portal.runSchedule('bring-in')
    await portal.outage('database', { status, count: 0 })
    await portal.runSchedule('bring-in')
  }
  await portal.sql(
    `alter table heard.complaints add constraint no_marks check (summary not like '%${mark}%') not valid`,
  )
  expect((await post(url, marked())).status).toBe(503)
  await portal.sql('alter table heard.complaints drop constraint no_marks')
  await portal.sql(
    `alter table heard.people add constraint no_marks check (name not like '%${mark}%') not valid`,
  )
  expect((await postForJson(url, marked())).status).toBe(503)
  await portal.sql('alter table heard.people drop constraint no_marks')

  // Mail is away, or refuses.
  for (const status of [0, 422, 500]) {
    await portal.outage('mail', { status, count: 3 })
    await post(url, marked())
    await portal.runSchedule('send-mail')
    await portal.outage('mail', { status, count: 0 })
  }
  await portal.stop()

  const log = portal.log()
  expect(log).toContain('The complaints record did not take submit_complaint')
  expect(log).toMatch(/no_marks|PT400/)
  expect(log.toLowerCase()).not.toContain(mark.toLowerCase())
  expect(log).not.toContain(aComplaint()['name'])
})

it('what the outbox and the audit keep of a failure is a code', async () => {
  const portal = await startPortal()
  await portal.outage('mail', { status: 500, count: 1000 })
  await post(portal.url, marked())
  const failed = () =>
    portal.sql<{ last_failure: string }>(
      'select last_failure from heard.outgoing_messages where last_failure is not null',
    )
  let failures = await failed()
  for (let tries = 0; failures.length === 0 && tries < 400; tries += 1) {
    await pause(50)
    await portal.runSchedule('send-mail')
    failures = await failed()
  }
  expect(failures.length).toBeGreaterThan(0)
  for (const { last_failure: reason } of failures) expect(reason).toMatch(/^[a-z_-]+$/)
  expect(JSON.stringify(await portal.sql('select * from heard.audit_events'))).not.toContain(mark)
  expect(JSON.stringify(await portal.sql('select * from heard.outgoing_messages'))).not.toContain(mark)
  await portal.stop()
})

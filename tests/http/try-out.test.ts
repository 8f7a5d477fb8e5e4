import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '../support/portal.ts'
import { post, referenceAfter, sent } from './post.ts'

const [tested, watcher] = ['delivered@resend.dev', 'watch@example.org'] as const

let portal: Portal
beforeAll(async () => {
  portal = await startPortal({ env: { TRY_OUT_TO: tested, ALARM_TO: watcher } })
})
afterAll(() => portal.stop())

const tryOut = () => portal.runSchedule('try-out')
const mailTo = async (address: string) => (await portal.mails()).filter(({ to }) => to.includes(address))
const tryOuts = async () =>
  (
    await portal.sql<{ n: number }>(
      `select count(*)::int as n from heard.complaints where channel = 'try-out'`,
    )
  )[0]!.n

describe('the site, trying itself out', () => {
  it('sends one letter to its own address, tells no team, and leaves nothing behind', async () => {
    const before = await portal.mails()
    await tryOut()
    const after = (await portal.mails()).filter(({ id }) => !before.some((mail) => mail.id === id))
    expect(after.map(({ to }) => to)).toEqual([[tested]])
    expect(await tryOuts()).toBe(0)
    expect(portal.log()).not.toContain('The test complaint failed')
  })

  it('is done by nobody else: what a stranger marks so is a complaint like any other', async () => {
    const fields = sent({ 'try-out': 'x.x.x.x.x', email: 'stranger@example.org' })
    const reference = await referenceAfter(portal.url, await post(portal.url, fields))
    expect(await portal.sql(`select channel from heard.complaints where reference = '${reference}'`)).toEqual(
      [{ channel: 'web' }],
    )
    await portal.waitForMail(
      ({ subject, to }) => subject.includes(reference) && to.includes('complaints@northmere.example.org'),
    )
  })

  it('tells that the record is away, once in an hour however often it fails', async () => {
    await portal.outage('database', { status: 0, count: 100_000 })
    await tryOut()
    await tryOut()
    await portal.outage('database', { status: 0, count: 0 })
    const hours = new Set((await mailTo(watcher)).map(({ text }) => /hour from (\S+)/.exec(text ?? '')?.[1]))
    const alarms = await mailTo(watcher)
    expect(alarms.length).toBe(hours.size)
    expect(alarms[0]).toMatchObject({ subject: 'Heard needs a look: try-out-not-kept', to: [watcher] })
    expect(alarms[0]!.text).toContain('OPERATIONS.md')

    // Both wait sealed, and come in as what they are: the next one takes them away.
    await portal.runSchedule('bring-in')
    expect(await tryOuts()).toBe(2)
    await tryOut()
    expect(await tryOuts()).toBe(0)
  })

  it('tells that the site takes nothing', async () => {
    await portal.outage('database', { status: 0, count: 100_000 })
    await portal.outage('blobs', { status: 0, count: 100_000 })
    await tryOut()
    await portal.outage('blobs', { status: 0, count: 0 })
    await portal.outage('database', { status: 0, count: 0 })
    expect((await mailTo(watcher)).map(({ subject }) => subject)).toContain(
      'Heard needs a look: try-out-not-taken',
    )
  })

  it('where mail is down, says so in the log, since no alarm can leave either', async () => {
    await portal.outage('mail', { status: 500, count: 1000 })
    await tryOut()
    await portal.outage('mail', { status: 0, count: 0 })
    expect(portal.log()).toContain('The test complaint failed: try-out-not-sent.')
    expect(portal.log()).toContain('The alarm try-out-not-sent could not be sent: ')
    expect(await tryOuts()).toBe(0)
  })
})

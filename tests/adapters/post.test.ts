import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Environment } from '../../src/adapters/environment.ts'
import { post } from '../../src/adapters/post.ts'
import { freePort } from '../support/free-port.ts'
import { startMailbox, type TestMailbox } from '../support/mailbox.ts'

let mailbox: TestMailbox
beforeAll(async () => {
  mailbox = await startMailbox()
})
afterAll(() => mailbox.close())

const from = 'Complaints <complaints@example.org>'
const mail = {
  to: 'zofia@example.org',
  replyTo: 'team@example.org',
  subject: 'We have your complaint',
  text: 'Thank you.',
  html: '<p>Thank you.</p>',
}

/** The resend package takes the mailbox's address from the process. */
function office(url = mailbox.url, key = mailbox.key) {
  vi.stubEnv('RESEND_BASE_URL', url)
  return post({ RESEND_API_KEY: key, MAIL_FROM: from } as Environment)
}

describe('a letter', () => {
  it('arrives as it was written, from the address of the environment', async () => {
    const key = crypto.randomUUID()
    const sent = await office().send(mail, key)
    const [arrived] = mailbox.mails()
    expect(sent).toEqual({ id: arrived?.id })
    expect(arrived).toMatchObject({ ...mail, from, to: [mail.to], replyTo: [mail.replyTo] })
  })

  it('posted twice under one key arrives once, and has one id', async () => {
    const before = mailbox.mails().length
    const key = crypto.randomUUID()
    expect(await office().send(mail, key)).toEqual(await office().send(mail, key))
    expect(mailbox.mails().length).toBe(before + 1)
  })

  it.each([
    [500, 'internal_server_error'],
    [503, 'internal_server_error'],
    [429, 'rate_limit_exceeded'],
    [0, 'application_error'],
  ])('that the post office does not take (%s) comes back with a code: %s', async (status, reason) => {
    await mailbox.outage({ status, count: 100 })
    expect(await office().send(mail, crypto.randomUUID())).toEqual({ reason })
    await mailbox.outage({ status, count: 0 })
  })

  it('whose answer is lost arrives once, though it is posted again', async () => {
    const before = mailbox.mails().length
    const key = crypto.randomUUID()
    await mailbox.outage({ status: 0, after: true })
    expect(await office().send(mail, key)).toEqual({ reason: 'application_error' })
    expect(await office().send(mail, key)).toEqual({ id: mailbox.mails()[0]?.id })
    expect(mailbox.mails().length).toBe(before + 1)
  })

  it('to an address that is none comes back with a code, and never with the address', async () => {
    for (const to of ['not an address', 'a@example.org\r\nBcc: b@example.org', ''])
      expect(await office().send({ ...mail, to }, crypto.randomUUID())).toEqual({
        reason: expect.stringMatching(/^(validation_error|missing_required_field)$/) as string,
      })
  })

  it('is not posted with a wrong key, or where nobody listens: a code says so', async () => {
    expect(await office(mailbox.url, 're_other').send(mail, crypto.randomUUID())).toEqual({
      reason: 'invalid_api_key',
    })
    const nowhere = `http://127.0.0.1:${await freePort()}`
    expect(await office(nowhere).send(mail, crypto.randomUUID())).toEqual({ reason: 'application_error' })
  })

  it('sent again in other words under its key is refused, so that nobody gets two', async () => {
    const key = crypto.randomUUID()
    await office().send(mail, key)
    expect(await office().send({ ...mail, text: 'Other words.' }, key)).toEqual({
      reason: 'invalid_idempotent_request',
    })
  })
})

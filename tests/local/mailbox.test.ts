import { appendFileSync } from 'node:fs'
import { Resend, type CreateEmailOptions } from 'resend'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openMailbox } from '../../src/local/mailbox/mailbox.ts'
import { startMailbox, type TestMailbox } from '../support/mailbox.ts'

const mail = {
  from: 'Northmere complaints <complaints@example.org>',
  to: 'ann@example.org',
  subject: 'We have your complaint',
  text: 'Thank you.',
}

describe('the mailbox, spoken to by the resend package', () => {
  let mailbox: TestMailbox
  let resend: Resend
  beforeEach(async () => {
    mailbox = await startMailbox()
    vi.stubEnv('RESEND_BASE_URL', mailbox.url)
    resend = new Resend(mailbox.key)
  })
  afterEach(async () => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
    await mailbox.close()
  })

  const errorOf = async (fields: Record<string, unknown>) => {
    const { error } = await resend.emails.send({ ...mail, ...fields } as CreateEmailOptions)
    return error && { statusCode: error.statusCode, name: error.name, message: error.message }
  }

  it('takes a mail, answers its id, and keeps all of it', async () => {
    const { data, error } = await resend.emails.send({
      ...mail,
      to: ['ann@example.org', 'Bea Example <bea@example.org>'],
      html: '<p>Thank you.</p>',
      cc: 'cc@example.org',
      bcc: ['bcc@example.org'],
      replyTo: 'team@example.org',
      headers: { 'X-Reference': 'ABC' },
      tags: [{ name: 'kind', value: 'acknowledgement' }],
    })
    expect(error).toBeNull()
    expect(mailbox.mails()).toEqual([
      {
        ...mail,
        id: data?.id,
        receivedAt: expect.stringMatching(/^\d{4}-.+Z$/) as unknown,
        to: ['ann@example.org', 'Bea Example <bea@example.org>'],
        html: '<p>Thank you.</p>',
        cc: ['cc@example.org'],
        bcc: ['bcc@example.org'],
        replyTo: ['team@example.org'],
        headers: { 'X-Reference': 'ABC' },
        tags: [{ name: 'kind', value: 'acknowledgement' }],
      },
    ])
  })

  it('answers the same key and body with the same id, and keeps one mail', async () => {
    const first = await resend.emails.send(mail, { idempotencyKey: 'message-1' })
    const again = await resend.emails.send(mail, { idempotencyKey: 'message-1' })
    expect(again.data?.id).toBe(first.data?.id)
    expect(mailbox.mails()).toHaveLength(1)
  })

  it('refuses the same key with another body', async () => {
    await resend.emails.send(mail, { idempotencyKey: 'message-1' })
    const { error } = await resend.emails.send({ ...mail, text: 'Other' }, { idempotencyKey: 'message-1' })
    expect(error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' })
    expect(mailbox.mails()).toHaveLength(1)
  })

  it('keeps two mails with two keys, and two with none', async () => {
    for (const idempotencyKey of ['message-1', 'message-2'])
      await resend.emails.send(mail, { idempotencyKey })
    for (let sent = 0; sent < 2; sent += 1) await resend.emails.send(mail)
    expect(mailbox.mails()).toHaveLength(4)
  })

  it('forgets a key after 24 hours, and not before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T09:00:00Z') })
    const first = await resend.emails.send(mail, { idempotencyKey: 'message-1' })
    vi.setSystemTime('2026-11-03T08:59:59Z')
    expect((await resend.emails.send(mail, { idempotencyKey: 'message-1' })).data?.id).toBe(first.data?.id)
    vi.setSystemTime('2026-11-03T09:00:01Z')
    expect((await resend.emails.send(mail, { idempotencyKey: 'message-1' })).data?.id).not.toBe(
      first.data?.id,
    )
  })

  it('refuses a key longer than 256 characters', async () => {
    const { error } = await resend.emails.send(mail, { idempotencyKey: 'x'.repeat(257) })
    expect(error).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' })
  })

  it('does not remember the key of a mail that it refused', async () => {
    await resend.emails.send({ ...mail, to: 'nobody' }, { idempotencyKey: 'message-1' })
    expect((await resend.emails.send(mail, { idempotencyKey: 'message-1' })).error).toBeNull()
  })

  it('refuses another key to the API', async () => {
    resend = new Resend('re_other')
    expect(await errorOf({})).toMatchObject({ statusCode: 403, name: 'invalid_api_key' })
    const bare = await fetch(`${mailbox.url}/emails`, { method: 'POST', body: JSON.stringify(mail) })
    expect([bare.status, await bare.json()]).toEqual([
      401,
      { statusCode: 401, name: 'missing_api_key', message: expect.any(String) as unknown },
    ])
    expect(mailbox.mails()).toEqual([])
  })

  it.each([
    ['no sender', { from: undefined }, 'missing_required_field'],
    ['nobody to send to', { to: undefined }, 'missing_required_field'],
    ['an empty list of people', { to: [] }, 'validation_error'],
    ['no subject', { subject: undefined }, 'missing_required_field'],
    ['neither text nor HTML', { text: undefined }, 'missing_required_field'],
    ['a sender that is no address', { from: 'Northmere' }, 'invalid_from_address'],
    ['an address without a domain', { to: 'ann@example' }, 'validation_error'],
    ['two addresses in one', { to: 'ann@example.org, bea@example.org' }, 'validation_error'],
    ['one bad address among good ones', { to: ['ann@example.org', 'ann example.org'] }, 'validation_error'],
    ['51 people', { to: Array.from({ length: 51 }, (_, at) => `p${at}@example.org`) }, 'validation_error'],
    ['a line break in the subject', { subject: 'Hello\r\nBcc: all@example.org' }, 'validation_error'],
    ['a line break in the sender', { from: 'A\nBcc: b <a@example.org>' }, 'validation_error'],
    ['a line break in an address', { to: 'ann@example.org\nbea@example.org' }, 'validation_error'],
    ['a line break in a header', { headers: { 'X-A': 'b\r\nBcc: all@example.org' } }, 'validation_error'],
    ['a line break in a header’s name', { headers: { 'X-A\r\nBcc': 'all@example.org' } }, 'validation_error'],
    ['a field the mailbox would lose', { scheduledAt: 'tomorrow' }, 'validation_error'],
  ])('refuses %s', async (_, fields, name) => {
    expect(await errorOf(fields)).toMatchObject({ statusCode: 422, name })
    expect(mailbox.mails()).toEqual([])
  })

  it('fails as often as it is told, and then takes mail again', async () => {
    await mailbox.outage({ status: 500, count: 2 })
    expect(await errorOf({})).toMatchObject({ statusCode: 500, name: 'internal_server_error' })
    expect(await errorOf({})).toMatchObject({ statusCode: 500 })
    expect(await errorOf({})).toBeNull()
    await mailbox.outage({ status: 429 })
    expect(await errorOf({})).toMatchObject({ statusCode: 429, name: 'rate_limit_exceeded' })
    expect(mailbox.mails()).toHaveLength(1)
  })

  it('can lose its answer: the mail is kept, and a second try with its key is the same mail', async () => {
    await mailbox.outage({ status: 0, after: true })
    const lost = await resend.emails.send(mail, { idempotencyKey: 'message-1' })
    expect(lost.error).not.toBeNull()
    const again = await resend.emails.send(mail, { idempotencyKey: 'message-1' })
    expect(mailbox.mails().map(({ id }) => id)).toEqual([again.data?.id])
  })

  it('has its mail and its keys when it starts again, and drops a line cut short', async () => {
    const first = await resend.emails.send(mail, { idempotencyKey: 'message-1' })
    appendFileSync(mailbox.file, '{"mail":{"id":"cut')
    const again = await openMailbox(mailbox.file, mailbox.key)
    vi.stubEnv('RESEND_BASE_URL', again.url)
    resend = new Resend(mailbox.key)
    expect((await resend.emails.send(mail, { idempotencyKey: 'message-1' })).data?.id).toBe(first.data?.id)
    await resend.emails.send({ ...mail, subject: 'Second' })
    expect(again.store.all().map(({ subject }) => subject)).toEqual(['Second', mail.subject])
    await again.close()
    const third = await openMailbox(mailbox.file, mailbox.key)
    expect(third.store.all()).toHaveLength(2)
    await third.close()
  })
})

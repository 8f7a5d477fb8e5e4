import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/adapters/environment.ts'
import { post } from '../../src/adapters/post.ts'
import type { Post } from '../../src/complaints/outbox.ts'
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

const office = (url = mailbox.url, key = mailbox.key) =>
  post({ RESEND_API_KEY: key, RESEND_BASE_URL: url, MAIL_FROM: from } as Environment)

/** A post office that answers every letter alike, whatever it is. */
async function answering(status: number, body: string): Promise<ReturnType<Post['send']>> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => outgoing.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const outcome = await office(`http://127.0.0.1:${port}`).send(mail, crypto.randomUUID())
  server.close()
  return outcome
}

describe('a letter', () => {
  it('arrives as it was written, from the address of the environment', async () => {
    const key = crypto.randomUUID()
    const sent = await office().send(mail, key)
    const [arrived] = mailbox.mails()
    expect(sent).toEqual({ id: arrived?.id })
    expect(arrived).toMatchObject({ ...mail, from, to: [mail.to], replyTo: [mail.replyTo] })
    expect(arrived?.tags).toEqual([{ name: 'message', value: key }])
  })

  it('posted twice under one key arrives once, and has one id', async () => {
    const before = mailbox.mails().length
    const key = crypto.randomUUID()
    expect(await office().send(mail, key)).toEqual(await office().send(mail, key))
    expect(mailbox.mails().length).toBe(before + 1)
  })

  it.each([
    [500, 'internal_server_error', 'unknown'],
    [503, 'internal_server_error', 'unknown'],
    [429, 'rate_limit_exceeded', 'refused'],
    [0, 'no-answer', 'unknown'],
  ])(
    'that the post office does not take (%s) comes back with a code and what is known of it: %s, %s',
    async (status, reason, outcome) => {
      await mailbox.outage({ status, count: 100 })
      expect(await office().send(mail, crypto.randomUUID())).toEqual({ reason, outcome })
      await mailbox.outage({ status, count: 0 })
    },
  )

  it.each([
    [422, 'invalid_parameter', 'never'],
    [400, 'validation_error', 'never'],
    [422, 'invalid_from_address', 'refused'],
    [403, 'validation_error', 'refused'],
    [401, 'missing_api_key', 'refused'],
    [429, 'daily_quota_exceeded', 'refused'],
    [409, 'concurrent_idempotent_requests', 'unknown'],
    [409, 'invalid_idempotent_request', 'never'],
    [500, 'application_error', 'unknown'],
  ])('is tried again or not by what Resend says of it: %s %s is %s', async (status, name, outcome) => {
    const said = JSON.stringify({ statusCode: status, name, message: 'zofia@example.org' })
    expect(await answering(status, said)).toEqual({ reason: name, outcome })
  })

  it.each([
    [200, 'no JSON', 'http-200', 'unknown'],
    [200, '{"id":7}', 'http-200', 'unknown'],
    [502, '<h1>zofia@example.org</h1>', 'http-502', 'unknown'],
    [429, '{"name":"zofia@example.org"}', 'http-429', 'refused'],
    [422, 'null', 'http-422', 'never'],
  ])(
    'that is answered with %s and what nobody can read, has a code of its own',
    async (status, body, reason, outcome) => {
      expect(await answering(status, body)).toEqual({ reason, outcome })
    },
  )

  it('whose answer is lost arrives once, though it is posted again', async () => {
    const before = mailbox.mails().length
    const key = crypto.randomUUID()
    await mailbox.outage({ status: 0, after: true })
    expect(await office().send(mail, key)).toEqual({ reason: 'no-answer', outcome: 'unknown' })
    expect(await office().send(mail, key)).toEqual({ id: mailbox.mails()[0]?.id })
    expect(mailbox.mails().length).toBe(before + 1)
  })

  it('to an address that is none comes back with a code, and never with the address', async () => {
    for (const to of ['not an address', 'a@example.org\r\nBcc: b@example.org', ''])
      expect(await office().send({ ...mail, to }, crypto.randomUUID())).toEqual({
        reason: expect.stringMatching(/^(validation_error|missing_required_field)$/) as string,
        outcome: 'never',
      })
  })

  it('is not posted with a wrong key, or where nobody listens: a code says so', async () => {
    expect(await office(mailbox.url, 're_other').send(mail, crypto.randomUUID())).toEqual({
      reason: 'invalid_api_key',
      outcome: 'refused',
    })
    const nowhere = `http://127.0.0.1:${await freePort()}`
    expect(await office(nowhere).send(mail, crypto.randomUUID())).toEqual({
      reason: 'no-connection',
      outcome: 'refused',
    })
  })

  it('sent again in other words under its key is refused, so that nobody gets two', async () => {
    const key = crypto.randomUUID()
    await office().send(mail, key)
    expect(await office().send({ ...mail, text: 'Other words.' }, key)).toEqual({
      reason: 'invalid_idempotent_request',
      outcome: 'never',
    })
  })

  it('has one hash for as long as nothing of the request changes, and another with any change', () => {
    const key = crypto.randomUUID()
    const hash = office().hash(mail, key)
    expect(hash).toMatch(/^[\w-]{43}$/)
    expect(office().hash({ ...mail }, key)).toBe(hash)
    for (const changed of [
      { to: 'a@example.org' },
      { subject: 'X' },
      { text: 'X' },
      { html: 'X' },
      { replyTo: 'X' },
    ])
      expect(office().hash({ ...mail, ...changed }, key)).not.toBe(hash)
    expect(office().hash(mail, crypto.randomUUID())).not.toBe(hash)
    const other = post({ MAIL_FROM: 'Other <other@example.org>' } as Environment)
    expect(other.hash(mail, key)).not.toBe(hash)
  })
})

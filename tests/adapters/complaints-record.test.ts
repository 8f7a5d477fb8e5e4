import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { api, RecordUnavailable } from '../../src/adapters/api.ts'
import { complaintsRecord } from '../../src/adapters/complaints-record.ts'
import { outbox } from '../../src/adapters/outbox.ts'
import type { Environment } from '../../src/adapters/environment.ts'
import type { Submission } from '../../src/complaints/ports.ts'
import { freePort } from '../support/free-port.ts'

const mark = 'Telltale words of a person'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const apiAt = (url: string) =>
  api({ SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: 'key', PORTAL_TOKEN: 'token' } as Environment)
const recordAt = (url: string) => complaintsRecord(apiAt(url))

/** A record whose API answers every call alike. What it was asked is in `asked`. */
async function answering(status: number, body: string, type = 'application/json') {
  const asked: { path: string; headers: Record<string, unknown>; body: unknown }[] = []
  const server = createServer((incoming, outgoing) => {
    let sent = ''
    incoming.on('data', (text: Buffer) => (sent += text.toString()))
    incoming.on('end', () => {
      asked.push({ path: incoming.url ?? '', headers: incoming.headers, body: JSON.parse(sent) })
      outgoing.writeHead(status, { 'content-type': type }).end(body)
    })
  })
  servers.push(server)
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { record: recordAt(`http://127.0.0.1:${port}`), asked }
}

/** The error of a call that must fail, with all that it holds. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(RecordUnavailable)
  const held = error as Error
  expect(JSON.stringify([held.message, held.stack, held.cause, { ...held }])).not.toContain('Telltale')
  return held.message
}

const submission = { submission_id: mark } as unknown as Submission

describe('a call that fails', () => {
  it.each([
    ['a rule was broken', 400, { code: 'PT400', message: mark, details: `(${mark})`, hint: mark }, 'PT400'],
    ['the role may not', 403, { code: '42501', message: mark, details: null, hint: null }, '42501'],
    ['the schema is hidden', 406, { code: 'PGRST106', message: mark, details: mark, hint: null }, 'PGRST106'],
    ['its code is no code', 500, { code: mark, message: mark, details: mark, hint: mark }, 'HTTP 500'],
    ['it has no code', 503, { message: mark }, 'HTTP 503'],
  ])('says a code and nothing else where %s', async (_, status, body, code) => {
    const { record } = await answering(status, JSON.stringify(body))
    expect(await failureOf(record.submit(submission))).toBe(
      `The complaints record did not take submit_complaint: ${code}.`,
    )
  })

  it('says how it was answered where that was no JSON', async () => {
    const { record } = await answering(502, `<h1>${mark}</h1>`, 'text/html')
    expect(await failureOf(record.submit(submission))).toContain('HTTP 502')
  })

  it('says that there was no answer where nobody listens', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`
    const record = recordAt(nowhere)
    const waiting = outbox(apiAt(nowhere))
    for (const call of [
      record.submit(submission),
      waiting.claimMessages(1, 1),
      waiting.messageSent('id', 'id'),
      waiting.messageFailed('id', { reason: 'reason', outcome: 'unknown' }, 60),
    ])
      expect(await failureOf(call)).toMatch(/did not take \w+: no answer\.$/)
  })

  it('is made once: a second try would be a second submission to wait for', async () => {
    const { record, asked } = await answering(503, '{}')
    await failureOf(record.submit(submission))
    expect(asked).toHaveLength(1)
  })
})

describe('a call', () => {
  it('goes to the schema of the API, as the role portal, in one request', async () => {
    const stored = {
      reference: 'MMM-MMM-MMM',
      received_at: '2026-06-30T23:30:00Z',
      created: true,
      same_answers: true,
    }
    const { record, asked } = await answering(200, JSON.stringify(stored))
    // Half past midnight in London: the day there is what counts.
    expect(await record.submit(submission)).toMatchObject({
      reference: 'MMM-MMM-MMM',
      received_on: '2026-07-01',
    })
    expect(asked).toMatchObject([
      {
        path: '/rest/v1/rpc/submit_complaint',
        headers: { 'content-profile': 'api', authorization: 'Bearer token', apikey: 'key' },
        body: { submission },
      },
    ])
  })
})

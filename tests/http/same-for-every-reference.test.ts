import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mailerToken, portalToken, type Secrets } from '../../src/local/secrets.ts'
import { aReference } from '../database/a-submission.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { complained } from './followed.ts'
import { bundled } from './functions-alone.ts'
import { ask, encoded, type Posted } from './post.ts'

/** The database's door, with every call that goes through it written down. */
interface Door {
  readonly url: string
  readonly calls: string[]
  readonly server: Server
}

let portal: Portal
let door: Door
let functions: Awaited<ReturnType<typeof bundled>>
let environment: Record<string, string>

beforeAll(async () => {
  ;[portal, functions] = await Promise.all([startPortal(), bundled()])
  door = await doorOf(portal)
  const secrets = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
  environment = {
    SUPABASE_URL: door.url,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    PORTAL_TOKEN: await portalToken(secrets.jwtSecret),
    MAILER_TOKEN: await mailerToken(secrets.jwtSecret),
    RESEND_API_KEY: 're_nothing',
    RESEND_BASE_URL: 'http://127.0.0.1:1',
    MAIL_FROM: 'complaints@example.org',
    HEARD_SECRET: secrets.heardSecret,
  }
})
afterAll(async () => {
  functions.remove()
  door.server.close()
  await portal.stop()
})

async function doorOf({ databaseUrl }: Portal): Promise<Door> {
  const calls: string[] = []
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const parts: Buffer[] = []
      for await (const part of incoming) parts.push(part as Buffer)
      const body = Buffer.concat(parts).toString()
      calls.push(`${incoming.method} ${incoming.url} ${body}`)
      const headers = { ...(incoming.headers as Record<string, string>) }
      delete headers['host']
      delete headers['connection']
      const answer = await fetch(databaseUrl + incoming.url, {
        method: incoming.method ?? 'GET',
        headers,
        body,
      })
      outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      outgoing.end(await answer.text())
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, server }
}

/** What differs by chance or by the clock, and what was typed, taken out. */
const bare = (text: string, { reference = '' }: Posted): string =>
  text
    .replaceAll(String(reference), 'REFERENCE')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'NOW')
    .replace(/eyJ[\w.-]+/g, (sealed) => `SEALED-${sealed.length}`)

/** Everything that somebody outside could see of an answer, and every call that it made. */
async function seen(url: string, address: string, fields: Posted) {
  door.calls.length = 0
  const body = encoded({ submission: crypto.randomUUID(), go: 'send', ...fields })
  const answer = await ask(url + address, { method: 'POST', body })
  const location = answer.headers.get('location')
  const after = location ? await ask(url + location) : null
  await expect
    .poll(() => door.calls.filter((call) => call.includes('claim_messages')).length)
    .toBe(answer.status === 303 ? 1 : 0)
  return {
    status: answer.status,
    headers: [...answer.headers].map(([name, value]) => [name, name === 'date' ? '' : bare(value, fields)]),
    body: bare(answer.text, fields),
    after: after && [after.status, bare(after.text, fields)],
    calls: door.calls.map((call) => bare(call, fields)).filter((call) => !call.includes('record_message')),
  }
}

const words = { 'addition-kind': 'more', 'addition-text': 'Again.', 'sender-email': 'typed@example.org' }
const wrong = { code: '7KM2-RX9T-CCFH' }

it.each<[string, string, Posted]>([
  ['an addition without a code', '/api/additions', words],
  ['an addition with a wrong code', '/api/additions', { ...words, ...wrong }],
  ['a request for review without a code', '/api/reviews', { 'review-reasons': 'Again.' }],
  ['a request for review with a wrong code', '/api/reviews', { 'review-reasons': 'Again.', ...wrong }],
  ['a complaint opened with a wrong code', '/api/follow', { go: 'open', ...wrong }],
])(
  '%s gets the same answer, and makes the same calls, for a reference that exists and one that does not',
  async (_, address, fields) => {
    const { reference } = await complained(portal)
    await functions.with(environment, async (url) => {
      const real = await seen(url, address, { ...fields, reference })
      const none = await seen(url, address, { ...fields, reference: aReference() })
      expect(real).toEqual(none)
      expect(real.calls.length).toBeGreaterThan(0)
    })
  },
)

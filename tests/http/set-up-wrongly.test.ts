import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { bundled } from './functions-alone.ts'
import { titleOf, valuesIn, wordsOf } from './page.ts'
import { ask, post, postForJson, sent, type Posted } from './post.ts'

const whole = {
  SUPABASE_URL: 'http://127.0.0.1:1',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_value_of_a_key',
  PORTAL_TOKEN: 'value-of-a-token',
  RESEND_API_KEY: 're_value_of_a_key',
  MAIL_FROM: 'Value of a sender <sender@example.org>',
  HEARD_SECRET: 'value_of_a_secret_that_is_long_enough_43_chars',
}

let functions: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  functions = await bundled()
})
afterAll(() => functions.remove())

const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(whole).filter(([each]) => each !== name))

/** The page that says it was not sent, with every word still there. */
function expectWordsKept(fields: Posted, { status, text }: { status: number; text: string }): void {
  expect([status, titleOf(text)]).toEqual([503, expect.stringMatching(/^Error: It has not been sent/)])
  expect(wordsOf(text)).toContain('01632 960100')
  const { go, ...kept } = fields
  expect(go).toBe('send')
  expect(valuesIn(text)).toMatchObject(kept)
}

describe.each(Object.keys(whole))('without %s', (missing) => {
  it('a person keeps their words, and the log names what is missing and holds no value', async () => {
    const alone = await functions.start(without(missing))
    try {
      const fields = sent({ name: 'Marked Name', 'what-happened': 'Marked words.' })
      expectWordsKept(fields, await post(alone.url, fields))
      expect((await postForJson(alone.url, fields)).text).toBe('{"refused":"unavailable"}')
      expect((await post(alone.url, { ...fields, go: 'check' })).status).toBe(200)

      const gone = await ask(`${alone.url}/complain/sent/?t=x.x.x.x.x`)
      expect([gone.status, wordsOf(gone.text)]).toEqual([500, expect.stringContaining('01632 960100')])
      expect(gone.headers.get('content-security-policy')).toContain("default-src 'none'")

      expect((await ask(`${alone.url}/send-mail`, { method: 'POST' })).status).toBe(204)
      const log = alone.log().replace(alone.url, '')
      expect(log.trim().split('\n')).toEqual(
        Array(4).fill(
          `The environment lacks: ${missing} (missing). README.md, "Deploy", says how to set each.`,
        ),
      )
    } finally {
      await alone.stop()
    }
  })
})

it('every variable that is missing or wrong is named at once', async () => {
  const alone = await functions.start({
    SUPABASE_URL: 'not an address',
    HEARD_SECRET: 'too short',
    MAIL_FROM: 'a@example.org',
  })
  try {
    await post(alone.url, sent())
    expect(alone.log()).toContain(
      'SUPABASE_URL (not in the right form), SUPABASE_PUBLISHABLE_KEY (missing), PORTAL_TOKEN (missing), RESEND_API_KEY (missing), HEARD_SECRET (not in the right form)',
    )
    expect(alone.log()).not.toMatch(/not an address|too short|a@example\.org/)
  } finally {
    await alone.stop()
  }
})

it('where the record cannot be reached, a person keeps their words and the log names the call alone', async () => {
  const alone = await functions.start({ ...whole, SUPABASE_URL: `http://127.0.0.1:${await freePort()}` })
  try {
    const fields = sent({ name: 'Marked Name' })
    expectWordsKept(fields, await post(alone.url, fields))
    await ask(`${alone.url}/send-mail`, { method: 'POST' })
    const lines = alone.log().replace(alone.url, '').trim().split('\n')
    expect(lines).toEqual([
      'The complaints record did not take submit_complaint: no answer.',
      'The complaints record did not take claim_messages: no answer.',
    ])
  } finally {
    await alone.stop()
  }
})

it('where neither pages nor words were deployed, the answer is short and under the security headers', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'heard-empty-'))
  mkdirSync(join(empty, 'dist'))
  const alone = await functions.start(whole, empty)
  try {
    for (const path of ['/api/complaints', '/complain/sent/?t=x']) {
      const init = path.startsWith('/api')
        ? { method: 'POST', body: new URLSearchParams({ name: 'Marked Name' }) }
        : {}
      const { status, headers, text } = await ask(alone.url + path, init)
      expect([status, text]).toEqual([500, ''])
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect(alone.log()).not.toMatch(/Marked|ENOENT|heard-empty/)
  } finally {
    await alone.stop()
    rmSync(empty, { recursive: true, force: true })
  }
})

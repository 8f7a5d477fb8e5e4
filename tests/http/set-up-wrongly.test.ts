import { mkdtempSync, rmSync } from 'node:fs'
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
  MAILER_TOKEN: 'value-of-another-token',
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
  // How long it took is the island's to say: a page without scripts carries no such field.
  const { go, took, ...kept } = fields
  expect([go, took]).toEqual(['send', '60000'])
  expect(valuesIn(text)).toMatchObject(kept)
}

describe.each(Object.keys(whole))('without %s', (missing) => {
  it('a person keeps their words, and the log names what is missing and holds no value', async () => {
    const log = await functions.with(without(missing), async (url) => {
      const fields = sent({ name: 'Marked Name', 'what-happened': 'Marked words.' })
      expectWordsKept(fields, await post(url, fields))
      expect((await postForJson(url, fields)).text).toBe('{"refused":"unavailable"}')
      expect((await post(url, { ...fields, go: 'check' })).status).toBe(200)

      const gone = await ask(`${url}/complain/sent/?t=x.x.x.x.x`)
      expect([gone.status, wordsOf(gone.text)]).toEqual([500, expect.stringContaining('01632 960100')])
      expect(gone.headers.get('content-security-policy')).toContain("default-src 'none'")

      expect((await ask(`${url}/send-mail`, { method: 'POST' })).status).toBe(204)
    })
    const line = `The environment lacks: ${missing} (missing). README.md, "Deploy", says how to set each.`
    expect(log.trim().split('\n')).toEqual(Array(4).fill(line))
  })
})

it('every variable that is missing or wrong is named at once', async () => {
  const wrong = { SUPABASE_URL: 'not an address', HEARD_SECRET: 'too short', MAIL_FROM: 'a@example.org' }
  const log = await functions.with(wrong, async (url) => {
    await post(url, sent())
  })
  expect(log).toContain(
    'SUPABASE_URL (not in the right form), SUPABASE_PUBLISHABLE_KEY (missing), PORTAL_TOKEN (missing), MAILER_TOKEN (missing), RESEND_API_KEY (missing), HEARD_SECRET (not in the right form)',
  )
  expect(log).not.toMatch(/not an address|too short|a@example\.org/)
})

it('where the record cannot be reached, a person keeps their words and the log names the call alone', async () => {
  const nowhere = { ...whole, SUPABASE_URL: `http://127.0.0.1:${await freePort()}` }
  const log = await functions.with(nowhere, async (url) => {
    const fields = sent({ name: 'Marked Name' })
    expectWordsKept(fields, await post(url, fields))
    await ask(`${url}/send-mail`, { method: 'POST' })
  })
  expect(log.trim().split('\n')).toEqual([
    'The complaints record did not take submit_complaint: no answer.',
    'The store of sealed submissions did not take a submission (SEALED_PUBLIC_KEY is not set).',
    'The complaints record did not take claim_messages: no answer.',
  ])
})

it('where neither pages nor words were deployed, the answer is short and under the security headers', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'heard-empty-'))
  const work = async (url: string) => {
    const marked = { method: 'POST', body: new URLSearchParams({ name: 'Marked Name' }) }
    for (const answer of [
      await ask(`${url}/api/complaints`, marked),
      await ask(`${url}/complain/sent/?t=x`),
    ]) {
      expect([answer.status, answer.text]).toEqual([500, ''])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  }
  expect(await functions.with(whole, work, empty)).not.toMatch(/Marked|ENOENT|heard-empty/)
  rmSync(empty, { recursive: true, force: true })
})

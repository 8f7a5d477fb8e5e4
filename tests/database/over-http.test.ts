import { PostgrestClient } from '@supabase/postgrest-js'
import { App, type DefaultAppConfig } from '@supabase/lite'
import { createPgliteConnection } from '@supabase/lite/pglite'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { migrationFiles } from '../support/databases.ts'
import { aSubmission } from './a-submission.ts'

const jwtSecret = 'a secret for these tests, and for nothing else'
const publishableKey = 'sb_publishable_for_these_tests'

describe('the API, as the embedded Supabase answers requests', () => {
  let app: App<DefaultAppConfig>
  let close: () => Promise<void>

  beforeAll(async () => {
    const connection = await createPgliteConnection()
    close = () => connection.close()
    for (const { sql } of migrationFiles()) await connection.driver.exec(sql)
    app = new App({
      connection,
      api: { enabled: true, schemas: ['api'] },
      auth: {
        enabled: false,
        jwt_secret: jwtSecret,
        publishable_key: publishableKey,
        secret_key: 'sb_secret_unused',
      },
      options: { server: { admin: false, disableStudio: true } },
    } as unknown as DefaultAppConfig)
    await app.init()
  })
  afterAll(() => close())

  /** A client as the site's functions make it; without a role it is anyone who has the publishable key. */
  async function client(role: string | null, schema: 'api' | 'heard' = 'api') {
    const token = await new SignJWT({ role })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(jwtSecret))
    return new PostgrestClient('http://supabase.example.org/rest/v1', {
      schema,
      headers: { apikey: publishableKey, ...(role && { authorization: `Bearer ${token}` }) },
      fetch: async (address, init) => await app.fetch(new Request(address, init)),
    })
  }

  it('keeps a submission, gives out its messages and is told what became of them', async () => {
    const api = await client('portal')
    const sent = aSubmission()
    const kept = await api.rpc('submit_complaint', { submission: sent })
    expect(kept).toMatchObject({ error: null, data: { reference: sent.references[0], created: true } })

    const mailer = await client('mailer')
    const claimed = await mailer.rpc('claim_messages', {
      most: 9,
      lease_seconds: 60,
      of_submission: sent.submission_id,
    })
    expect(claimed).toMatchObject({
      error: null,
      data: [
        { attempts: 1, complaint: { reference: sent.references[0] } },
        { attempts: 1, complaint: { transcript: sent.transcript } },
      ],
    })
    const [first, second] = claimed.data as { id: string }[]
    const done = await mailer.rpc('record_message_sent', { message_id: first!.id, provider_id: 'mail-1' })
    expect(done.error).toBeNull()
    const begun = [{ message: second!.id, attempt: 1, body_hash: 'h'.repeat(43), address: null }]
    expect((await mailer.rpc('record_messages_begun', { begun })).data).toEqual([second!.id])
    const failed = { message_id: second!.id, reason: 'timeout', outcome: 'refused', wait_seconds: 0 }
    expect((await mailer.rpc('record_message_failed', failed)).error).toBeNull()
    const again = await mailer.rpc('claim_messages', { most: 9, lease_seconds: 60 })
    expect(again.data).toMatchObject([{ id: second!.id, attempts: 2 }])
  })

  it.each([
    ['unknown-key', 'submission', { 'MARKED key': 'MARKED' }],
    ['wrong-type', 'submission.language', { language: ['MARKED'] }],
    ['submission-refused', 'language_is_a_tag', { language: 'MARKED' }],
    ['submission-refused', '22P02', { submission_id: 'MARKED' }],
  ])(
    'refuses with 400, the code %s and the place %s, and none of the words that were sent',
    async (message, details, spoilt) => {
      const log = vi.spyOn(console, 'error').mockReturnValue()
      const refused = await (
        await client('portal')
      ).rpc('submit_complaint', { submission: { ...aSubmission(), ...spoilt } })
      log.mockRestore()
      expect(refused).toMatchObject({ status: 400, error: { code: 'PT400', message, details } })
      expect(JSON.stringify(refused)).not.toContain('MARKED')
    },
  )

  it('turns away whoever has only the publishable key, and every role but portal', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    for (const role of [null, 'authenticated']) {
      const { error } = await (await client(role)).rpc('submit_complaint', { submission: aSubmission() })
      expect(error).toMatchObject({ code: '42501' })
    }
    log.mockRestore()
  })

  it('does not show the record, to portal either', async () => {
    const { data, error } = await (await client('portal', 'heard')).from('complaints').select('*')
    expect(data).toBeNull()
    expect(error).toMatchObject({ code: 'PGRST106' })
  })
})

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesToken, type Secrets } from '../../src/local/secrets.ts'
import { whoMayDoWhat } from '../database/who-may-do-what.ts'
import { startPortal, type Portal } from '../support/portal.ts'

/** What each may do with each bucket, as supabase/ROLES.md has it; nothing where it is not named. */
const roles = whoMayDoWhat()

let portal: Portal
let secrets: Secrets
const tokens: Record<string, string | undefined> = {}
beforeAll(async () => {
  portal = await startPortal()
  secrets = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
  for (const role of Object.keys(roles)) if (role !== 'anon') tokens[role] = await tokenFor(role)
  tokens['forged'] = await filesToken('another secret, as long as the first one is')
})
afterAll(() => portal.stop())

const tokenFor = (role: string): Promise<string> =>
  new SignJWT({ role, ...(role === 'authenticated' && { sub: randomUUID() }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secrets.jwtSecret))

/** Asks the storage as a role, and says whether it was done. */
async function may(
  role: string,
  method: string,
  path: string,
  body?: unknown,
  raw = false,
): Promise<boolean> {
  const token = tokens[role]
  const answer = await fetch(`${portal.databaseUrl}/storage/v1${path}`, {
    method,
    headers: {
      apikey: secrets.publishableKey,
      'content-type': raw ? 'application/octet-stream' : 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: raw ? 'sealed' : JSON.stringify(body) }),
  })
  const text = await answer.text()
  // A deletion, or a list, of what one may not see answers that there was nothing.
  return answer.ok && text !== '[]'
}

/** Something that lies in a bucket, put there as its owner would. */
async function lying(bucket: string): Promise<string> {
  const path = randomUUID()
  const role = bucket === 'clean' ? 'portal_scan' : 'portal_files'
  expect(await may(role, 'POST', `/object/${bucket}/${path}`, '', true)).toBe(true)
  return path
}

const does: Record<string, (role: string, bucket: string) => Promise<boolean>> = {
  put: (role, bucket) => may(role, 'POST', `/object/${bucket}/${randomUUID()}`, '', true),
  'put by an address': (role, bucket) =>
    may(role, 'POST', `/object/upload/sign/${bucket}/${randomUUID()}`, {}),
  replace: async (role, bucket) => may(role, 'PUT', `/object/${bucket}/${await lying(bucket)}`, '', true),
  read: async (role, bucket) => may(role, 'GET', `/object/${bucket}/${await lying(bucket)}`),
  'read by an address': async (role, bucket) =>
    may(role, 'POST', `/object/sign/${bucket}/${await lying(bucket)}`, { expiresIn: 60 }),
  'read in public': async (role, bucket) =>
    may(role, 'GET', `/object/public/${bucket}/${await lying(bucket)}`),
  list: async (role, bucket) => {
    await lying(bucket)
    return may(role, 'POST', `/object/list/${bucket}`, { prefix: '', limit: 10 })
  },
  delete: async (role, bucket) =>
    may(role, 'DELETE', `/object/${bucket}`, { prefixes: [await lying(bucket)] }),
  'move out': async (role, bucket) =>
    may(role, 'POST', '/object/move', {
      bucketId: bucket,
      sourceKey: await lying(bucket),
      destinationKey: randomUUID(),
      destinationBucket: bucket === 'clean' ? 'quarantine' : 'clean',
    }),
  empty: async (role, bucket) => {
    await lying(bucket)
    return may(role, 'POST', `/bucket/${bucket}/empty`)
  },
  'open to all': (role, bucket) => may(role, 'PUT', `/bucket/${bucket}`, { public: true }),
  'delete the bucket': (role, bucket) => may(role, 'DELETE', `/bucket/${bucket}`),
}

describe.each([...Object.keys(roles).filter((role) => !['nobody', 'service_role'].includes(role)), 'forged'])(
  'as %s',
  (role) => {
    it.each(['quarantine', 'clean'])(
      'the bucket %s does what it is meant to, and no more',
      async (bucket) => {
        const done: string[] = []
        for (const [name, act] of Object.entries(does)) if (await act(role, bucket)) done.push(name)
        expect(done).toEqual(roles[role]?.buckets[bucket] ?? [])
      },
    )

    it('no bucket can be made', async () => {
      expect(await may(role, 'POST', '/bucket', { id: 'mine', name: 'mine' })).toBe(false)
    })
  },
)

describe('whoever takes files in', () => {
  it('runs no function of the API, and sees no table of the storage through it', async () => {
    const headers = {
      apikey: secrets.publishableKey,
      authorization: `Bearer ${tokens['portal_files']}`,
      'content-type': 'application/json',
      'content-profile': 'api',
    }
    const call = await fetch(`${portal.databaseUrl}/rest/v1/rpc/files_to_look_through`, {
      method: 'POST',
      headers,
      body: '{"most":1,"lease_seconds":1}',
    })
    expect([401, 403, 404]).toContain(call.status)
    const table = await fetch(`${portal.databaseUrl}/rest/v1/objects`, {
      headers: { ...headers, 'accept-profile': 'storage' },
    })
    expect(table.status).toBe(406)
  })
})

import type { Bucket } from '../files/ports.ts'
import type { Environment } from './environment.ts'

/** A call that the storage refused or never answered. Holds a status, never an address or what was stored. */
export class StorageUnavailable extends Error {
  constructor(call: string, status: number) {
    super(`The storage did not take ${call}: ${status ? `HTTP ${status}` : 'no answer'}.`)
    this.name = 'StorageUnavailable'
  }
}

/** Long enough for a file of 10 MB between two machines of one data centre. */
const patience = 20_000

type Place = Pick<Environment, 'SUPABASE_URL' | 'SUPABASE_PUBLISHABLE_KEY' | 'UPLOADS_AT'>

/** A bucket of Supabase Storage, as the role that `token` names. Without a token, every call throws. */
export function bucket(name: string, token: string | undefined, environment: Place): Bucket {
  const storage = `${environment.SUPABASE_URL}/storage/v1`
  const object = (path: string) => `/object/${name}/${path}`

  async function ask(call: string, path: string, init: RequestInit): Promise<Response> {
    if (!token) throw new StorageUnavailable(`${call} (its token is not set)`, 0)
    const headers = {
      apikey: environment.SUPABASE_PUBLISHABLE_KEY,
      authorization: `Bearer ${token}`,
      ...init.headers,
    }
    try {
      return await fetch(storage + path, { ...init, headers, signal: AbortSignal.timeout(patience) })
    } catch {
      throw new StorageUnavailable(call, 0)
    }
  }
  const taken = (call: string, { ok, status }: Response): void => {
    if (!ok) throw new StorageUnavailable(call, status)
  }

  return {
    async uploadAddress(path) {
      const answer = await ask('an upload address', `/object/upload/sign/${name}/${path}`, {
        method: 'POST',
        ...json({}),
      })
      taken('an upload address', answer)
      // Hosted Supabase says `url`, and the embedded one `signedUrl`: what counts is the token in either.
      const { url, signedUrl } = (await answer.json()) as { url?: string; signedUrl?: string }
      const signed = new URL(url ?? signedUrl ?? '', storage).searchParams.get('token')
      if (!signed) throw new StorageUnavailable('an upload address', answer.status)
      const at = (environment.UPLOADS_AT ?? environment.SUPABASE_URL).replace(/\/$/, '')
      return `${at}/storage/v1/object/upload/sign/${name}/${path}?token=${signed}`
    },
    async read(path) {
      const answer = await ask('a read', object(path), { method: 'GET' })
      // The storage says 400 where there is nothing, and 404 in its newer releases.
      if (answer.status === 400 || answer.status === 404) return null
      taken('a read', answer)
      return new Uint8Array(await answer.arrayBuffer())
    },
    async write(path, bytes) {
      const headers = { 'content-type': 'application/octet-stream' }
      taken('a write', await ask('a write', object(path), { method: 'POST', headers, body: bytes }))
    },
    async remove(paths) {
      if (!paths.length) return
      const gone = await ask('a deletion', `/object/${name}`, {
        method: 'DELETE',
        ...json({ prefixes: paths }),
      })
      taken('a deletion', gone)
    },
  }
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

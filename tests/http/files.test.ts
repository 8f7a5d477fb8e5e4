import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handleText } from '../../src/form/file-handle.ts'
import { newKey, sealFile } from '../../src/files/sealed.ts'
import { aPng } from '../support/made-files.ts'
import { startPortal, type Portal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

/** Says something to `/api/files`, and gives the status with the answer. */
async function say(asked: unknown, init: RequestInit = {}) {
  const answer = await fetch(`${portal.url}/api/files`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    ...init,
  })
  const text = await answer.text()
  const said = JSON.parse(text || '{}') as Record<string, string | number>
  return { status: answer.status, ...said } as Record<string, string | number>
}

const put = async (upload: string, bytes: Uint8Array<ArrayBuffer>) =>
  await fetch(new URL(upload, portal.url), {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  })

/** Sends a file as the browser does: start, PUT of the sealed bytes, finish. */
async function send(bytes: Uint8Array<ArrayBuffer>, name = 'picture.png', key = newKey()) {
  const { id, upload } = await say({ do: 'start', size: bytes.length })
  expect((await put(String(upload), await sealFile(bytes, key))).status).toBe(200)
  const handle = handleText({ id: String(id), key, size: bytes.length, name })
  return { id: String(id), key, handle, upload: String(upload), answer: await say({ do: 'finish', handle }) }
}

/** What lies in a bucket, by path. */
const stored = (bucket = 'quarantine') =>
  portal.sql<{ name: string }>(`select name from storage.objects where bucket_id = '${bucket}' order by name`)

describe('a file that is sent from the browser', () => {
  it('is sealed, put straight into the storage, checked, and answered with what it is', async () => {
    const bytes = aPng()
    const { id, answer } = await send(bytes)
    expect(answer).toEqual({ status: 200, type: 'image/png', size: bytes.length })
    const [row] = await portal.sql<Record<string, unknown>>(`select * from heard.files where id = '${id}'`)
    expect(row).toMatchObject({ type: 'image/png', size: bytes.length, refused: null, key: null, name: null })
    expect((await stored()).map(({ name }) => name)).toContain(row?.['path'])
  })
})

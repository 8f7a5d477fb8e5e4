import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasGps } from '../../src/files/where-taken/exif.ts'
import { newKey, openFile, sealFile } from '../../src/files/sealed.ts'
import { handleText } from '../../src/form/file-handle.ts'
import type { Secrets } from '../../src/local/secrets.ts'
import { scanToken } from '../../src/local/secrets.ts'
import {
  aCompoundFile,
  aDocx,
  anOdt,
  aPdf,
  aPng,
  asFromAPhone,
  aZip,
  boneJpeg,
  exifWithPlace,
  joined,
} from '../support/made-files.ts'
import { clamdMissing, harmless, startClamd } from '../support/clamd.ts'
import { startPortal, type Portal } from '../support/portal.ts'
import { post, sent } from './post.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

type Bytes = Uint8Array<ArrayBuffer>

/** Says something to `/api/files`, and gives the status with the answer. */
async function say(asked: unknown, init: RequestInit = {}) {
  const answer = await fetch(`${portal.url}/api/files`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    ...init,
  })
  const said = JSON.parse((await answer.text()) || '{}') as Record<string, string | number>
  return { status: answer.status, ...said } as Record<string, string | number>
}

const put = async (upload: string, bytes: Bytes) =>
  await fetch(new URL(upload, portal.url), {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  })

/** Sends a file as the browser does: start, PUT of the sealed bytes, finish. */
async function send(bytes: Bytes, name = 'picture.png', key = newKey()) {
  const { id, upload } = await say({ do: 'start', size: bytes.length })
  expect((await put(String(upload), await sealFile(bytes, key))).status).toBe(200)
  const handle = handleText({ id: String(id), key, size: bytes.length, name })
  return { id: String(id), key, handle, upload: String(upload), answer: await say({ do: 'finish', handle }) }
}

interface Row {
  readonly path: string | null
  readonly type: string | null
  readonly size: number
  readonly refused: string | null
}
const rowOf = async (id: string) =>
  (await portal.sql<Row>(`select path, type, size, refused from heard.files where id = '${id}'`))[0]

/** What lies in a bucket, by path. */
const stored = async (bucket = 'quarantine') =>
  (await portal.sql<{ name: string }>(`select name from storage.objects where bucket_id = '${bucket}'`)).map(
    ({ name }) => name,
  )

/** The bytes of a stored file, as they lie in the portal's folder. */
const lying = (path: string, bucket = 'quarantine'): Bytes =>
  new Uint8Array(readFileSync(join(portal.data, 'files', bucket, path)))

describe('a file that is sent from the browser', () => {
  it('is checked and answered with what it is, and lies sealed at a place that no upload address leads to', async () => {
    const bytes = aPng()
    const { id, key, answer, upload } = await send(bytes)
    expect(answer).toEqual({ status: 200, type: 'image/png', size: bytes.length })
    const row = await rowOf(id)
    expect(row).toMatchObject({ type: 'image/png', size: bytes.length, refused: null })
    expect(await openFile(lying(row!.path!), key)).toEqual(bytes)
    // What was put there first is gone, and what is put there now is nobody's.
    const first = /quarantine\/([0-9a-f-]+)/.exec(upload)![1]!
    expect(row!.path).not.toBe(first)
    expect(await stored()).not.toContain(first)
    expect((await put(upload, new Uint8Array(100))).status).toBe(200)
    expect(await openFile(lying(row!.path!), key)).toEqual(bytes)
  })

  it('answers the same when it is finished twice, or by two at once', async () => {
    const bytes = aPng()
    const { handle, answer } = await send(bytes)
    expect(await say({ do: 'finish', handle })).toEqual(answer)
    const key = newKey()
    const { id, upload } = await say({ do: 'start', size: bytes.length })
    await put(String(upload), await sealFile(bytes, key))
    const finish = { do: 'finish', handle: handleText({ id: String(id), key, size: 1, name: 'a' }) }
    const answers = await Promise.all([say(finish), say(finish), say(finish)])
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 200, type: 'image/png' })
  })

  it('does not say where its picture was taken any more', async () => {
    const photo = asFromAPhone(boneJpeg())
    const { id, key, answer } = await send(photo, 'IMG_0001.jpg')
    expect(answer).toMatchObject({ status: 200, type: 'image/jpeg' })
    const kept = Buffer.from((await openFile(lying((await rowOf(id))!.path!), key))!)
    expect(hasGps(exifWithPlace(6))).toBe(true)
    expect(kept.includes(Buffer.from(exifWithPlace(6).subarray(-48)))).toBe(false)
    expect(kept.includes('GPSLatitude')).toBe(false)
  })

  it('can be put there again where the first try was cut short', async () => {
    const [bytes, key] = [aPng(), newKey()]
    const { id, upload } = await say({ do: 'start', size: bytes.length })
    const handle = handleText({ id: String(id), key, size: bytes.length, name: 'a.png' })
    // Nothing is there yet: that is no refusal for good.
    expect(await say({ do: 'finish', handle })).toEqual({ status: 422, refused: 'failed' })
    expect((await put(String(upload), await sealFile(bytes, key))).status).toBe(200)
    // The answer was lost, and the browser tries once more.
    expect((await put(String(upload), await sealFile(bytes, key))).status).toBeGreaterThanOrEqual(400)
    expect(await say({ do: 'finish', handle })).toMatchObject({ status: 200 })
  })

  it('goes when it is taken back, and with it its bytes', async () => {
    const { id, handle } = await send(aPng())
    const { path } = (await rowOf(id))!
    const other = handleText({ id, key: newKey(), size: 1, name: 'a' })
    expect(await say({ do: 'remove', handle: other })).toEqual({ status: 200 })
    expect(await stored()).toContain(path)
    expect(await say({ do: 'remove', handle })).toEqual({ status: 200 })
    expect(await stored()).not.toContain(path)
    expect(await say({ do: 'finish', handle })).toEqual({ status: 422, refused: 'gone' })
    expect(await say({ do: 'remove', handle })).toEqual({ status: 200 })
  })
})

describe('a file that cannot be taken', () => {
  const program = joined('MZ\x90\0', new Uint8Array(300))
  const bomb = aZip([
    { name: '[Content_Types].xml', body: new Uint8Array(160_000_000), packed: true },
    { name: 'word/document.xml', body: joined('<w:document/>') },
  ])
  it.each([
    ['a program that is called a picture', program, 'holiday.jpg', 'type'],
    ['a Word document that unpacks without end', bomb, 'letter.docx', 'broken'],
    ['a packed file', new Uint8Array(gzipSync(Buffer.alloc(1000, 'a'))), 'letter.txt.gz', 'type'],
    ['a Word document with a password', aCompoundFile(['EncryptedPackage']), 'letter.docx', 'locked'],
    ['a PDF whose way of locking nobody knows', aPdf('/Encrypt 9 0 R'), 'letter.pdf', 'locked'],
    ['a picture that is cut short', joined(aPng().subarray(0, 40)), 'a.png', 'broken'],
  ])('is told why, and its bytes are gone: %s', async (_, bytes, name, refused) => {
    const before = await stored()
    const { id, handle, answer } = await send(bytes, name)
    expect(answer).toEqual({ status: 422, refused })
    expect(await say({ do: 'finish', handle })).toEqual({ status: 422, refused })
    expect(await rowOf(id)).toMatchObject({ path: null, refused })
    expect(await stored()).toEqual(before)
  })

  it.each([
    [0, 'empty'],
    [10_000_001, 'size'],
  ])('is told before it is sent, with %i bytes: %s', async (size, refused) => {
    expect(await say({ do: 'start', size })).toEqual({ status: 422, refused })
  })

  it('is told after, where it is not as long as was said', async () => {
    const key = newKey()
    for (const [bytes, refused] of [
      [new Uint8Array(), 'empty'],
      [new Uint8Array(10_000_001), 'size'],
    ] as const) {
      const { id, upload } = await say({ do: 'start', size: 100 })
      await put(String(upload), await sealFile(bytes, key))
      const handle = handleText({ id: String(id), key, size: 100, name: 'a.png' })
      expect(await say({ do: 'finish', handle })).toEqual({ status: 422, refused })
    }
  })

  it('is not opened with another key', async () => {
    const key = newKey()
    const { id, upload } = await say({ do: 'start', size: 100 })
    await put(String(upload), await sealFile(aPng(), key))
    const handle = handleText({ id: String(id), key: newKey(), size: 100, name: 'a.png' })
    expect(await say({ do: 'finish', handle })).toEqual({ status: 422, refused: 'broken' })
  })
})

describe('the address for files', () => {
  it.each([
    ['nothing', {}],
    ['a word', { do: 'list' }],
    ['no number', { do: 'start', size: '1' }],
    ['a part of a byte', { do: 'start', size: 1.5 }],
    ['less than nothing', { do: 'start', size: -1 }],
    ['no handle', { do: 'finish', handle: 'bin.jpg' }],
    ['a list', []],
    ['null', null],
  ])('takes nothing but what it is made for: %s', async (_, asked) => {
    expect(await say(asked)).toEqual({ status: 400, refused: 'wrong-request' })
  })

  it('takes JSON alone, of a short length, and by POST', async () => {
    const body = JSON.stringify({ do: 'start', size: 1 })
    expect(await say(null, { body, headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 400,
    })
    const long = { do: 'start', size: 1, more: 'x'.repeat(20_000) }
    expect(await say(long)).toMatchObject({ status: 400 })
    // Without saying beforehand how long it is.
    const streamed = { body: new Blob([JSON.stringify(long)]).stream(), duplex: 'half' as const }
    expect(await say(null, streamed)).toMatchObject({ status: 400 })
    expect((await fetch(`${portal.url}/api/files`)).status).toBe(405)
  })

  it('says that it failed where the record is away, so that it can be tried again', async () => {
    const { handle } = await send(aPng())
    for (const asked of [
      { do: 'start', size: 1 },
      { do: 'finish', handle },
      { do: 'remove', handle },
    ]) {
      await portal.outage('database', { status: 500, count: 1 })
      expect(await say(asked)).toEqual({ status: 503, refused: 'failed' })
    }
    expect(await say({ do: 'finish', handle })).toMatchObject({ status: 200 })
  })

  it('writes neither a handle, a name nor an address into the log', async () => {
    const { key, handle, upload } = await send(joined('MZ', new Uint8Array(100)), 'Marigold.exe')
    await portal.outage('database', { status: 500, count: 1 })
    await say({ do: 'finish', handle })
    for (const secret of [key, handle, 'Marigold', upload]) expect(portal.log()).not.toContain(secret)
  })
})

describe('a file that was sent with a complaint', () => {
  it('is moved, still sealed, once it was looked through, and only then is there for the team', async () => {
    const bytes = anOdt()
    const file = await send(bytes, 'letter.odt')
    const answer = await post(portal.url, sent({ files: file.handle }))
    expect(answer.status).toBe(303)
    const { path } = (await rowOf(file.id))!
    const opened = async () =>
      (
        await portal.sql<{ file: { path: string } | null }>(
          `select api.open_file('${file.id}', 'a-desk') as file`,
        )
      )[0]?.file
    expect(await opened()).toBeNull()
    expect(await stored('clean')).not.toContain(path)

    await portal.runSchedule('scan-files')
    expect(await opened()).toMatchObject({ path, key: file.key, name: 'letter.odt' })
    expect(await stored('quarantine')).not.toContain(path)
    const secrets = JSON.parse(readFileSync(join(portal.data, 'secrets.json'), 'utf8')) as Secrets
    const fetched = await fetch(`${portal.databaseUrl}/storage/v1/object/clean/${path}`, {
      headers: {
        apikey: secrets.publishableKey,
        authorization: `Bearer ${await scanToken(secrets.jwtSecret)}`,
      },
    })
    expect(await openFile(new Uint8Array(await fetched.arrayBuffer()), file.key)).toEqual(bytes)
  })

  it('is named in the record by its id, and its key stands nowhere but beside it', async () => {
    const file = await send(aPng(), 'bin.png')
    await post(portal.url, sent({ files: file.handle }))
    const [row] = await portal.sql<{ answers: { files: string[] }; whole: string }>(
      `select answers, row_to_json(c)::text as whole from heard.complaints c order by received_at desc limit 1`,
    )
    expect(row!.answers.files).toEqual([file.id])
    expect(row!.whole).toContain('bin.png')
    expect(row!.whole).not.toContain(file.key)
  })

  it('brings the form back with every word where it has gone, and nothing is kept', async () => {
    const file = await send(aPng())
    await say({ do: 'remove', handle: file.handle })
    const count = async () => (await portal.sql('select 1 from heard.complaints')).length
    const before = await count()
    const answer = await post(portal.url, sent({ files: file.handle, 'what-happened': 'The bin was left.' }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('The bin was left.')
    expect(await count()).toBe(before)
  })
})

describe.skipIf(clamdMissing)(`a harmful file${clamdMissing ? ` (skipped: ${clamdMissing})` : ''}`, () => {
  it('is kept from everybody, and the person and the team are told', async () => {
    const clamd = await startClamd()
    const guarded = await startPortal({ env: { SCANNER_URL: clamd.address } })
    const plain = portal
    portal = guarded
    try {
      const [bad, good] = [await send(joined(harmless), 'notes.txt'), await send(aPng())]
      expect(bad.answer).toMatchObject({ status: 200, type: 'text/plain' })
      await post(portal.url, sent({ files: [bad.handle, good.handle] }))
      await portal.runSchedule('scan-files')
      const states = await portal.sql<{ id: string; clean: boolean; infected: boolean }>(
        'select id, clean_at is not null as clean, infected_at is not null as infected from heard.files',
      )
      expect(states.find(({ id }) => id === bad.id)).toMatchObject({ clean: false, infected: true })
      expect(states.find(({ id }) => id === good.id)).toMatchObject({ clean: true, infected: false })
      expect(await stored('clean')).toHaveLength(1)

      await portal.runSchedule('send-mail')
      const told = await portal.waitForMail(({ subject }) => subject.startsWith('We could not open a file'))
      expect(told.text).toContain('notes.txt')
      const team = await portal.waitForMail(({ subject }) => subject.includes('is kept back'))
      expect(team.text).not.toContain('notes.txt')
    } finally {
      portal = plain
      await guarded.stop()
      await clamd.stop()
    }
  }, 120_000)
})

describe('what was not sent in its time', () => {
  it('is deleted, from the record and from the storage, and so is what belongs to nothing', async () => {
    const [old, young] = [await send(aDocx(), 'letter.docx'), await send(aPng())]
    const paths = [(await rowOf(old.id))!.path!, (await rowOf(young.id))!.path!] as const
    // What a process left that died: bytes that no row names.
    const { upload } = await send(aPng())
    await put(upload, await sealFile(aPng(), newKey()))
    const stray = /quarantine\/([0-9a-f-]+)/.exec(upload)![1]!
    await portal.runSchedule('clean-up')
    expect(await stored()).toEqual(expect.arrayContaining([...paths, stray]))

    await portal.sql(`update heard.files set kept_until = now() - interval '1 second' where id = '${old.id}'`)
    await portal.sql(
      `update storage.objects set created_at = now() - interval '25 hours' where name in ('${stray}', '${paths[1]}')`,
    )
    await portal.runSchedule('clean-up')
    expect(await rowOf(old.id)).toBeUndefined()
    const left = await stored()
    expect(left).not.toContain(paths[0])
    expect(left).not.toContain(stray)
    // However long it lies there: it has its row, and its time.
    expect(left).toContain(paths[1])
    expect(await say({ do: 'finish', handle: old.handle })).toEqual({ status: 422, refused: 'gone' })
  })

  it('goes with the complaint that it came with, once its time is over', async () => {
    const { id, handle } = await send(aPng())
    await post(portal.url, sent({ files: [handle] }))
    const { path } = (await rowOf(id))!
    await portal.sql(
      `update heard.complaints set received_at = '2011-03-01T12:00:00Z', received_on = '2011-03-01',
         closed_at = '2011-04-01T12:00:00Z' where id = (select complaint_id from heard.files where id = '${id}')`,
    )
    await portal.runSchedule('forget')
    expect(await rowOf(id)).toBeUndefined()
    await portal.sql(
      `update storage.objects set created_at = now() - interval '25 hours' where name = '${path}'`,
    )
    await portal.runSchedule('clean-up')
    expect([...(await stored('quarantine')), ...(await stored('clean'))]).not.toContain(path)
  })
})

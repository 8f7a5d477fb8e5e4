import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { aFollowedComplaint, anAddition, aWrongCode, call } from './a-followed-complaint.ts'
import { aSubmission, refusalOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const aKey = () => randomBytes(32).toString('base64url')
const proofOf = (key: string) => createHash('sha256').update(key).digest('hex')
const somebody = () => randomBytes(32).toString('base64url')

interface Row {
  readonly id: string
  readonly complaint_id: string | null
  readonly addition_id: string | null
  readonly key: string | null
  readonly name: string | null
  readonly place: number | null
  readonly sent_at: Date | null
}

/** A file that waits, checked, with its key. */
async function aFile(db: Database, { checked = true, who = somebody() } = {}) {
  const file = { id: randomUUID(), key: aKey(), name: 'bin.jpg' }
  await call(db, 'start_file', { id: file.id, path: randomUUID(), size: 100, who })
  if (checked)
    await call(db, 'file_checked', {
      ...{ id: file.id, path: randomUUID(), size: 90, type: 'image/jpeg' },
      key_proof: proofOf(file.key),
    })
  return file
}

const rowOf = async (db: Database, id: string) =>
  (await db.query<Row>('select * from heard.files where id = $1', [id]))[0]

onEveryDatabase('files', (db) => {
  describe('until they are sent', () => {
    it('have neither a name nor a key in the record', async () => {
      const { id } = await aFile(db())
      expect(await rowOf(db(), id)).toMatchObject({
        name: null,
        key: null,
        sent_at: null,
        complaint_id: null,
      })
    })

    it('are checked once, and refused once', async () => {
      const checked = await aFile(db())
      const again = {
        id: checked.id,
        path: randomUUID(),
        size: 1,
        type: 'image/png',
        key_proof: proofOf('x'),
      }
      expect(await call(db(), 'file_checked', again)).toBe(false)
      await call(db(), 'file_turned_away', checked.id, 'type')
      expect(await call(db(), 'file_in_hand', checked.id)).toMatchObject({
        refused: null,
        type: 'image/jpeg',
      })

      const refused = await aFile(db(), { checked: false })
      await call(db(), 'file_turned_away', refused.id, 'locked')
      expect(await call(db(), 'file_checked', { ...again, id: refused.id })).toBe(false)
      expect(await call(db(), 'file_in_hand', refused.id)).toMatchObject({ refused: 'locked', path: null })
    })

    it('are taken back by their key, and by no other', async () => {
      const { id, key } = await aFile(db())
      expect(await call(db(), 'forget_file', id, aKey())).toBeNull()
      expect(await call(db(), 'file_in_hand', id)).not.toBeNull()
      expect(await call(db(), 'forget_file', id, key)).toMatch(/^[0-9a-f-]{36}$/)
      expect(await call(db(), 'file_in_hand', id)).toBeNull()
    })

    it('wait a day, and as long as a draft where they are in one', async () => {
      const { id } = await aFile(db())
      const waits = async () =>
        (
          await db().query<{ days: number }>(
            `select round(extract(epoch from kept_until - now()) / 86400)::int as days from heard.files where id = $1`,
            [id],
          )
        )[0]?.days
      expect(await waits()).toBe(1)
      await db().query(`select heard.keep_files_until($1, now() + interval '28 days')`, [[id]])
      expect(await waits()).toBe(28)
      await db().query(`select heard.keep_files_until($1, now() + interval '2 days')`, [[id]])
      expect(await waits()).toBe(28)
    })

    it('are begun 60 times an hour by one caller, and not once more; others may go on', async () => {
      const who = somebody()
      for (let nth = 0; nth < 60; nth += 1) await aFile(db(), { checked: false, who })
      expect(await refusalOf(aFile(db(), { checked: false, who }))).toMatchObject({
        code: 'PT429',
        message: 'too-many-tries',
      })
      await aFile(db(), { checked: false })
    })

    it('are begun no more once the whole site has had its fill, until the hour is over', async () => {
      await db().query(
        `insert into heard.file_starts (who, in_hour, files, bytes) values ($1, date_trunc('hour', now()), 2000, 1)`,
        [somebody()],
      )
      expect(await refusalOf(aFile(db()))).toMatchObject({ message: 'too-many-tries' })
      await db().query(`update heard.file_starts set in_hour = in_hour - interval '1 hour'`)
      await aFile(db())
      // What was counted in an hour that is over is forgotten.
      expect(await db().query('select who from heard.file_starts')).toHaveLength(1)
    })

    it.each([
      ['an unknown key', { id: randomUUID(), path: randomUUID(), size: 1, who: somebody(), name: 'bin.jpg' }],
      ['no size', { id: randomUUID(), path: randomUUID(), size: 0, who: somebody() }],
      ['too large a size', { id: randomUUID(), path: randomUUID(), size: 20_000_001, who: somebody() }],
      ['an id that is none', { id: 'x', path: randomUUID(), size: 1, who: somebody() }],
      ['a caller who is not a hash', { id: randomUUID(), path: randomUUID(), size: 1, who: '192.0.2.1' }],
    ])('are refused with %s, and nothing is quoted', async (_, file) => {
      const refusal = await refusalOf(call(db(), 'start_file', file))
      expect(refusal).toMatchObject({ code: 'PT400', message: expect.stringMatching(/^[a-z-]+$/) })
    })
  })

  describe('sent with a complaint', () => {
    it('get their complaint, their places, their names and their keys, with it', async () => {
      const files = [await aFile(db()), { ...(await aFile(db())), name: 'ڈاک.pdf' }]
      const submission = { ...aSubmission(), files }
      const { reference } = await submit(db(), submission)
      const [complaint] = await db().query<{ id: string }>(
        'select id from heard.complaints where reference = $1',
        [reference],
      )
      for (const [at, { id, key, name }] of files.entries())
        expect(await rowOf(db(), id)).toMatchObject({ complaint_id: complaint!.id, place: at + 1, name, key })
    })

    it('stay as they are when the same is sent twice', async () => {
      const file = await aFile(db())
      const submission = { ...aSubmission(), files: [file] }
      await submit(db(), submission)
      const before = await rowOf(db(), file.id)
      expect(await submit(db(), submission)).toMatchObject({ created: false })
      expect(await rowOf(db(), file.id)).toEqual(before)
    })

    it.each([
      ['that was never there', async () => ({ id: randomUUID(), key: aKey(), name: 'a' })],
      ['that was not checked', async () => aFile(db(), { checked: false })],
      ['whose key is another', async () => ({ ...(await aFile(db())), key: aKey() })],
      [
        'that was taken back',
        async () => {
          const file = await aFile(db())
          await call(db(), 'forget_file', file.id, file.key)
          return file
        },
      ],
      [
        'that went with another complaint',
        async () => {
          const file = await aFile(db())
          await submit(db(), { ...aSubmission(), files: [file] })
          return file
        },
      ],
    ])('keep all of it from being kept where one has gone: one %s', async (_, gone) => {
      const good = await aFile(db())
      const submission = { ...aSubmission(), files: [good, await gone()] }
      expect(await refusalOf(submit(db(), submission))).toMatchObject({ code: 'PT409', message: 'file-gone' })
      const found = await db().query('select from heard.complaints where submission_id = $1', [
        submission.submission_id,
      ])
      expect(found).toEqual([])
      expect(await rowOf(db(), good.id)).toMatchObject({ sent_at: null, key: null })
    })

    it('are ten at most, and have a name that is one bounded line', async () => {
      const many = { ...aSubmission(), files: Array.from({ length: 11 }, () => ({})) }
      expect(await refusalOf(submit(db(), many))).toMatchObject({ message: 'out-of-range' })
      for (const name of ['', 'two\nlines', 'x'.repeat(201)]) {
        const submission = { ...aSubmission(), files: [{ ...(await aFile(db())), name }] }
        expect(await refusalOf(submit(db(), submission))).toMatchObject({ message: 'submission-refused' })
      }
    })

    it('go when the complaint goes', async () => {
      const file = await aFile(db())
      const { reference } = await submit(db(), { ...aSubmission(), files: [file] })
      await db().query('delete from heard.complaints where reference = $1', [reference])
      expect(await rowOf(db(), file.id)).toBeUndefined()
    })
  })

  describe('added later', () => {
    it('belong to the addition, with the code and without it', async () => {
      const { byCode } = await aFollowedComplaint(db())
      for (const given of [byCode, null]) {
        const file = await aFile(db())
        const addition = anAddition(given, { files: [file] })
        expect(await call(db(), 'keep_addition', addition)).toMatchObject({ verified: given !== null })
        const [row] = await db().query<{ id: string }>(
          'select id from heard.additions where submission_id = $1',
          [addition.submission_id],
        )
        expect(await rowOf(db(), file.id)).toMatchObject({
          addition_id: row!.id,
          complaint_id: null,
          key: file.key,
        })
      }
    })

    it('are not touched where the code opens nothing', async () => {
      const file = await aFile(db())
      const addition = anAddition(aWrongCode(), { files: [file] })
      expect(await call(db(), 'keep_addition', addition)).toEqual({ opened: false })
      expect(await rowOf(db(), file.id)).toMatchObject({ sent_at: null, key: null })
    })

    it('keep all of it from being kept where one has gone', async () => {
      const { byLink } = await aFollowedComplaint(db())
      const addition = anAddition(byLink, { files: [{ id: randomUUID(), key: aKey(), name: 'a' }] })
      expect(await refusalOf(call(db(), 'keep_addition', addition))).toMatchObject({ message: 'file-gone' })
      const review = { addition: { ...addition, kind: 'review' }, stage: null, template: 'review-receipt' }
      const rest = { reasons: null, outcome: null, late_reason: null }
      expect(await refusalOf(call(db(), 'request_review', { ...review, ...rest }))).toMatchObject({
        message: 'file-gone',
      })
    })
  })
})

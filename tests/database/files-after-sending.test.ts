import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FileToLookThrough } from '../../src/files/look-through.ts'
import type { Database } from '../support/databases.ts'
import { aFollowedComplaint, anAddition, call } from './a-followed-complaint.ts'
import { aSubmission, refusalOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** A file that waits, checked, with its key. */
async function aFile(db: Database, name = 'bin.jpg') {
  const file = { id: randomUUID(), key: randomBytes(32).toString('base64url'), name }
  const path = randomUUID()
  await call(db, 'start_file', { id: file.id, path, size: 9, who: randomBytes(32).toString('base64url') })
  const proof = createHash('sha256').update(file.key).digest('hex')
  await call(db, 'file_checked', { id: file.id, path, size: 9, type: 'image/jpeg', key_proof: proof })
  return { ...file, path }
}
const sent = ({ id, key, name }: Awaited<ReturnType<typeof aFile>>) => ({ id, key, name })

/** What whoever looks through files is given. */
const take = async (db: Database, most = 100, seconds = 60) =>
  (
    await db.as<{ file: FileToLookThrough }>(
      'portal_scan',
      'select api.files_to_look_through($1, $2) as file',
      [most, seconds],
    )
  ).map(({ file }) => file)
const say = (db: Database, what: 'clean' | 'infected', id: string) =>
  db.as('portal_scan', `select api.file_is_${what}($1)`, [id])
const letters = async (db: Database) =>
  (
    await db.query<{ line: string }>(
      `select template || ' to ' || recipient as line from heard.outgoing_messages where template like 'file-%' order by 1`,
    )
  ).map(({ line }) => line)
const forgetEverything = async (db: Database) => {
  await db.query('delete from heard.outgoing_messages')
  await db.query('delete from heard.files')
}

onEveryDatabase('files that were sent', (db) => {
  it('are given to one scanner at a time, with what opens them, and again once its time is over', async () => {
    await forgetEverything(db())
    const [file, unsent] = [await aFile(db()), await aFile(db())]
    await submit(db(), { ...aSubmission(), files: [sent(file)] })
    expect(await take(db())).toEqual([{ id: file.id, path: file.path, key: file.key }])
    expect(await take(db())).toEqual([])
    await db().query(`update heard.files set looking_until = now() - interval '1 second'`)
    expect((await take(db())).map(({ id }) => id)).toEqual([file.id])
    await say(db(), 'clean', unsent.id)
    const [row] = await db().query('select clean_at from heard.files where id = $1', [unsent.id])
    expect(row).toEqual({ clean_at: null })
  })

  it('are for the team once they are clean, and never before nor where they are harmful', async () => {
    await forgetEverything(db())
    const files = [await aFile(db()), await aFile(db()), await aFile(db())]
    const { reference } = await submit(db(), { ...aSubmission(), files: files.map(sent) })
    await say(db(), 'clean', files[0]!.id)
    await say(db(), 'infected', files[1]!.id)
    // What was said first stands.
    await say(db(), 'clean', files[1]!.id)
    const opened = await Promise.all(
      files.map(({ id }) => db().query(`select api.open_file($1, 'a-desk') as file`, [id])),
    )
    expect(opened.map(([row]) => row!['file'])).toEqual([
      expect.objectContaining({
        path: files[0]!.path,
        key: files[0]!.key,
        name: 'bin.jpg',
        type: 'image/jpeg',
      }),
      null,
      null,
    ])
    const listed = await db().query<{ file: { state: string } }>('select api.list_files($1) as file', [
      reference,
    ])
    expect(listed.map(({ file }) => file.state)).toEqual(['clean', 'kept-back', 'waiting'])
    const [opening] = await db().query(
      `select actor, details from heard.audit_events where event = 'file-opened' order by id desc limit 1`,
    )
    expect(opening).toEqual({ actor: 'a-desk', details: { file: files[0]!.id } })
  })

  describe('and are harmful', () => {
    it('are told to who complained and to the team, once for several', async () => {
      await forgetEverything(db())
      const files = [await aFile(db()), await aFile(db())]
      await submit(db(), { ...aSubmission(), files: files.map(sent) })
      await db().query(`delete from heard.outgoing_messages`)
      for (const { id } of files) for (let twice = 0; twice < 2; twice += 1) await say(db(), 'infected', id)
      expect(await letters(db())).toEqual([
        'file-kept-back to complaints-team',
        'file-not-safe to complainant',
      ])
    })

    it('are told by name to who sent them, and by number to the team', async () => {
      await forgetEverything(db())
      const file = await aFile(db(), 'ڈاک.pdf')
      await submit(db(), { ...aSubmission(), files: [sent(file), sent(await aFile(db()))] })
      await db().query(`delete from heard.outgoing_messages`)
      await say(db(), 'infected', file.id)
      const due = await db().as<{ m: { recipient: string; files: unknown } }>(
        'mailer',
        'select api.claim_messages(10, 60) as m',
      )
      expect(Object.fromEntries(due.map(({ m }) => [m.recipient, m.files]))).toEqual({
        complainant: { count: 2, kept_back: 1, names: ['ڈاک.pdf'] },
        'complaints-team': { count: 2, kept_back: 1, names: [] },
      })
    })

    it('are told to the team alone where nobody can be written to by email', async () => {
      await forgetEverything(db())
      const file = await aFile(db())
      const submission = aSubmission()
      const person = { ...submission.record.person, reply_route: 'phone', phone: '01632 960001', email: '' }
      await submit(db(), { ...submission, record: { ...submission.record, person }, files: [sent(file)] })
      await say(db(), 'infected', file.id)
      expect(await letters(db())).toEqual(['file-kept-back to complaints-team'])
    })

    it('are told to whoever added them, with a code and without', async () => {
      await forgetEverything(db())
      const { byCode } = await aFollowedComplaint(db())
      for (const given of [byCode, null]) {
        const file = await aFile(db())
        await call(db(), 'keep_addition', anAddition(given, { files: [sent(file)] }))
        await say(db(), 'infected', file.id)
      }
      expect(await letters(db())).toEqual([
        'file-kept-back to complaints-team',
        'file-kept-back to complaints-team',
        'file-not-safe to complainant',
        'file-not-safe to sender',
      ])
    })
  })

  it('are counted on the page of their complaint, with how each stands', async () => {
    await forgetEverything(db())
    const { byCode } = await aFollowedComplaint(db())
    const files = [await aFile(db()), await aFile(db()), await aFile(db())]
    await call(db(), 'keep_addition', anAddition(byCode, { files: files.map(sent) }))
    await say(db(), 'clean', files[0]!.id)
    await say(db(), 'infected', files[1]!.id)
    expect(await call(db(), 'follow_complaint', byCode)).toMatchObject({
      files: { count: 3, waiting: 1, kept_back: 1 },
    })
  })
})

onEveryDatabase('files that were not sent', (db, { parallel }) => {
  const due = async () =>
    (await db().as<{ f: { id: string } }>('portal', 'select api.files_to_forget(100) as f')).map(
      ({ f }) => f.id,
    )

  it('are forgotten after a day, with all that was said of them, and cannot be sent any more', async () => {
    await forgetEverything(db())
    const [old, young, sentOne] = [await aFile(db()), await aFile(db()), await aFile(db())]
    await submit(db(), { ...aSubmission(), files: [sent(sentOne)] })
    await db().query(`update heard.files set kept_until = now() - interval '1 second' where id = any ($1)`, [
      [old.id, sentOne.id],
    ])
    expect(await due()).toEqual([old.id])
    expect(await refusalOf(submit(db(), { ...aSubmission(), files: [sent(old)] }))).toMatchObject({
      message: 'file-gone',
    })
    // Until their bytes are gone they are found again.
    expect(await due()).toEqual([old.id])
    expect(await call(db(), 'files_forgotten', `{${[old.id, young.id, sentOne.id].join()}}`)).toBe(1)
    const left = await db().query<{ id: string }>('select id from heard.files')
    expect(left.map(({ id }) => id).sort()).toEqual([young.id, sentOne.id].sort())
  })

  it.runIf(parallel)('are sent or forgotten where both happen at once, and never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      await forgetEverything(db())
      const file = await aFile(db())
      await db().query(`update heard.files set kept_until = now() - interval '1 second'`)
      const [submitted, forgotten] = await Promise.all([
        submit(db(), { ...aSubmission(), files: [sent(file)] }).then(
          () => true,
          () => false,
        ),
        due(),
      ])
      expect([submitted, forgotten.length]).toSatisfy(
        ([was, gone]) => was !== (gone === 1),
        JSON.stringify([submitted, forgotten]),
      )
    }
  })

  it('leave nothing to look for where there is no storage', async () => {
    expect(await db().as('portal', `select api.stray_files('quarantine', 10)`)).toEqual([])
  })
})

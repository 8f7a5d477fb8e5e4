import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { aSubmission, refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

const aFinder = () => randomBytes(32).toString('base64url')
const hashOf = (finder: string) => createHash('sha256').update(finder).digest('hex')
const aText = (length = 16_384) => randomBytes(length + 28).toString('base64')

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const aDraft = (change: object = {}) => ({
  finder: aFinder(),
  sealed: aText(),
  journey: 'complain',
  edition: 'en',
  kept_through: inDays(28),
  file_ids: [] as string[],
  ...change,
})

const save = (db: Database, draft: object) =>
  db.as('portal', 'select api.save_draft($1::jsonb)', [JSON.stringify(draft)])

async function open(db: Database, finder: string) {
  const [row] = await db.as<{ draft: Record<string, string> | null }>(
    'portal',
    'select api.open_draft($1) as draft',
    [finder],
  )
  return row!.draft
}

const remove = (db: Database, finder: string) => db.as('portal', 'select api.delete_draft($1)', [finder])

/** Lets a draft's time be over. */
const age = (db: Database, finder: string) =>
  db.query(
    `update heard.drafts set saved_at = now() - interval '29 days', kept_until = now() - interval '1 minute'
     where finder_hash = $1`,
    [hashOf(finder)],
  )

onEveryDatabase('a draft', (db) => {
  it('is given back as it was saved, to whoever has what finds it', async () => {
    const draft = aDraft()
    await save(db(), draft)
    expect(await open(db(), draft.finder)).toEqual({
      sealed: draft.sealed,
      journey: 'complain',
      edition: 'en',
      saved_at: expect.any(String) as string,
      kept_through: draft.kept_through,
    })
    expect(await open(db(), aFinder())).toBeNull()
  })

  it('is kept with the hash of what finds it alone', async () => {
    const draft = aDraft()
    await save(db(), draft)
    const rows = await db().query('select finder_hash from heard.drafts')
    expect(JSON.stringify(rows)).not.toContain(draft.finder)
    expect(JSON.stringify(rows)).toContain(hashOf(draft.finder))
  })

  it('takes the place of the last one under the same code, of two at once too', async () => {
    const draft = aDraft()
    await save(db(), draft)
    const files = ['0d6b2f0e-6f3b-4d5e-9c61-2f9f0f0f7a11']
    const later = [1, 2].map(() => aDraft({ finder: draft.finder, edition: 'pl', file_ids: files }))
    await Promise.all(later.map((one) => save(db(), one)))
    const kept = await db().query<{ edition: string; file_ids: string[] }>(
      'select edition, file_ids from heard.drafts where finder_hash = $1',
      [hashOf(draft.finder)],
    )
    expect(kept).toEqual([{ edition: 'pl', file_ids: files }])
    expect(later.map(({ sealed }) => sealed)).toContain((await open(db(), draft.finder))?.['sealed'])
  })

  it('keeps its files as long as itself, and lets them go where it is deleted', async () => {
    const [file, other] = [randomUUID(), randomUUID()]
    for (const id of [file, other])
      await db().query('insert into heard.files (id, path, size) values ($1, gen_random_uuid(), 100)', [id])
    const waiting = async (id: string) =>
      (
        await db().query<{ until: string }>(
          `select to_char(kept_until at time zone 'Europe/London', 'YYYY-MM-DD') as until from heard.files
           where id = $1 and kept_until > now()`,
          [id],
        )
      )[0]?.until
    const draft = aDraft({ file_ids: [file] })
    await save(db(), draft)
    expect(await waiting(file)).toBe(inDays(29))
    const untilOfOther = await waiting(other)
    expect(untilOfOther).not.toBe(inDays(29))
    await remove(db(), draft.finder)
    expect(await waiting(file)).toBeUndefined()
    expect(await waiting(other)).toBe(untilOfOther)
  })

  it('that was deleted, or is over, is answered like one that never was', async () => {
    const [gone, over] = [aDraft(), aDraft()]
    await save(db(), gone)
    await save(db(), over)
    await remove(db(), gone.finder)
    await age(db(), over.finder)
    expect(await open(db(), gone.finder)).toBeNull()
    expect(await open(db(), over.finder)).toBeNull()
    await remove(db(), gone.finder)
  })

  it('opens on its last day in London, and not after it', async () => {
    const draft = aDraft({ kept_through: inDays(7) })
    await save(db(), draft)
    const [row] = await db().query<{ last: string; first: string }>(
      `select to_char((kept_until - interval '1 second') at time zone 'Europe/London', 'YYYY-MM-DD') as last,
              to_char(kept_until at time zone 'Europe/London', 'HH24:MI') as first
       from heard.drafts where finder_hash = $1`,
      [hashOf(draft.finder)],
    )
    expect(row).toEqual({ last: draft.kept_through, first: '00:00' })
  })

  it('is cleared away once its time is over, and no other is', async () => {
    const [over, stays] = [aDraft(), aDraft()]
    await save(db(), over)
    await save(db(), stays)
    await age(db(), over.finder)
    const [row] = await db().as<{ gone: number }>('portal', 'select api.delete_old_drafts() as gone')
    expect(row!.gone).toBeGreaterThanOrEqual(1)
    const left = await db().query<{ finder_hash: string }>('select finder_hash from heard.drafts')
    const hashes = left.map(({ finder_hash }) => finder_hash)
    expect(hashes).not.toContain(hashOf(over.finder))
    expect(hashes).toContain(hashOf(stays.finder))
  })

  it('goes in the transaction that takes the complaint, and stays where that is refused', async () => {
    const draft = aDraft()
    await save(db(), draft)
    const submit = (submission: object) =>
      db().as('portal', 'select api.submit_complaint_from_draft($1::jsonb, $2)', [
        JSON.stringify(submission),
        draft.finder,
      ])
    await refusalOf(submit({ ...aSubmission(), form_version: 7 }))
    expect(await open(db(), draft.finder)).not.toBeNull()

    const submission = aSubmission()
    await submit(submission)
    expect(await open(db(), draft.finder)).toBeNull()
    // Sent again, it is the same complaint, and nothing is left to delete.
    await submit(submission)
  })
})

onEveryDatabase('what cannot be a draft', (db) => {
  it.each<[string, object]>([
    ['a length of its own, which would tell how much is in it', { sealed: aText(20_000) }],
    ['something that is not base64', { sealed: '*' }],
    ['a finder that is none', { finder: '7KM-2RX' }],
    ['no finder', { finder: null }],
    ['no last day', { kept_through: null }],
    ['a year to be kept', { kept_through: inDays(365) }],
    ['a time that is over', { kept_through: inDays(-3) }],
    ['a journey that is no id', { journey: 'Complain me' }],
    ['a file that is no id', { file_ids: ['mine'] }],
    ['too many files', { file_ids: Array(51).fill('0d6b2f0e-6f3b-4d5e-9c61-2f9f0f0f7a11') }],
    ['a key that nobody asked for', { code: '7KM-2RX' }],
  ])('is refused without a word of it: %s', async (_, change) => {
    const refusal = await refusalOf(save(db(), aDraft(change)))
    expect(refusal.code).toBe('PT400')
    expect(JSON.stringify(refusal)).not.toContain('7KM')
  })
})

onEveryDatabase('saving in measure', (db) => {
  const tooMany = { code: 'PT429', message: 'too-many-tries' }
  const fill = (many: number, length: number) =>
    db().query(
      `insert into heard.drafts (finder_hash, sealed, journey, edition, kept_until)
       select encode(sha256(convert_to(n || $2::text, 'UTF8')), 'hex'), decode(repeat('00', $2::integer + 28), 'hex'),
         'complain', 'en', now() + interval '1 day'
       from generate_series(1, $1::integer) as n`,
      [many, length],
    )
  const anHourLater = () => db().query(`update heard.drafts set saved_at = saved_at - interval '1 hour'`)

  it('takes no more than 2,000 drafts in an hour, nor 100 long ones', async () => {
    await anHourLater()
    await fill(99, 1_048_576)
    await save(db(), aDraft({ sealed: aText(1_048_576) }))
    expect(await refusalOf(save(db(), aDraft({ sealed: aText(1_048_576) })))).toMatchObject(tooMany)
    await fill(1899, 16_384)
    await save(db(), aDraft())
    expect(await refusalOf(save(db(), aDraft()))).toMatchObject(tooMany)
    await anHourLater()
    await save(db(), aDraft({ sealed: aText(1_048_576) }))
    await db().query('delete from heard.drafts')
  })

  it('lets the code of one draft go by email five times', async () => {
    const draft = aDraft()
    await save(db(), draft)
    const mail = (finder: string, address = hashOf(finder).slice(0, 43)) =>
      db().as<{ mailed: object | null }>('portal', 'select api.draft_to_mail($1, $2) as mailed', [
        finder,
        address,
      ])
    for (let many = 0; many < 5; many += 1)
      expect(await mail(draft.finder)).toEqual([{ mailed: { kept_through: draft.kept_through } }])
    expect(await refusalOf(mail(draft.finder))).toMatchObject(tooMany)
    await save(db(), draft)
    expect(await refusalOf(mail(draft.finder))).toMatchObject(tooMany)
    expect(await mail(aFinder())).toEqual([{ mailed: null }])
    const another = aDraft()
    await save(db(), another)
    expect(await refusalOf(mail(another.finder, 'zofia@example.org'))).toMatchObject({
      message: 'wrong-type',
    })
  })

  it('counts such emails with the letters to one address', async () => {
    const address = 'a'.repeat(43)
    const mail = (finder: string) => db().as('portal', 'select api.draft_to_mail($1, $2)', [finder, address])
    for (let many = 0; many < 6; many += 1) {
      const draft = aDraft()
      await save(db(), draft)
      for (let each = 0; each < 5; each += 1) await mail(draft.finder)
    }
    const next = aDraft()
    await save(db(), next)
    expect(await refusalOf(mail(next.finder))).toMatchObject(tooMany)
    await db().query(`update heard.written_to set written_at = written_at - interval '1 day'`)
    await mail(next.finder)
  })

  it('lets 300 such emails go in an hour, to whomever, and counts no letter that is held', async () => {
    await db().query('delete from heard.written_to')
    const draft = aDraft()
    await save(db(), draft)
    const mail = () => db().as('portal', 'select api.draft_to_mail($1, $2)', [draft.finder, 'b'.repeat(43)])
    const written = (many: number, held: boolean) =>
      db().query(
        `insert into heard.written_to (address_proof, held)
         select rpad(n::text, 43, 'c'), $2 from generate_series(1, $1) n`,
        [many, held],
      )
    await written(299, false)
    await written(2, true)
    await mail()
    expect(await refusalOf(mail())).toMatchObject(tooMany)
    await db().query(`update heard.written_to set written_at = written_at - interval '1 hour'`)
    await mail()
  })
})

onEveryDatabase('guessing', (db) => {
  const tooMany = { code: 'PT429', message: 'too-many-tries' }

  it('is slowed after 20 wrong codes in an hour at one place, for a right code there too', async () => {
    const [draft, elsewhere] = [aDraft(), aDraft()]
    await save(db(), draft)
    await save(db(), elsewhere)
    const place = hashOf(draft.finder).slice(0, 4)
    await db().query(
      `insert into heard.wrong_draft_codes (place, in_hour, tries) values ($1, date_trunc('hour', now()), 20)`,
      [place],
    )
    expect(await refusalOf(open(db(), draft.finder))).toMatchObject(tooMany)
    expect(await refusalOf(remove(db(), draft.finder))).toMatchObject(tooMany)
    // Of 65,536 places the other one is at the same only once in a long while.
    if (!hashOf(elsewhere.finder).startsWith(place)) expect(await open(db(), elsewhere.finder)).not.toBeNull()

    await db().query(`update heard.wrong_draft_codes set in_hour = in_hour - interval '1 hour'`)
    expect(await open(db(), draft.finder)).not.toBeNull()
  })

  it('counts each wrong code, to open and to delete, and none that is right', async () => {
    const [wrong, right] = [aFinder(), aDraft()]
    await save(db(), right)
    const triesAt = async (finder: string) =>
      (
        await db().query<{ tries: number }>('select tries from heard.wrong_draft_codes where place = $1', [
          hashOf(finder).slice(0, 4),
        ])
      )[0]?.tries ?? 0
    const before = [await triesAt(wrong), await triesAt(right.finder)]
    for (let tries = 0; tries < 19; tries += 1) await open(db(), wrong)
    await remove(db(), wrong)
    await open(db(), right.finder)
    expect([await triesAt(wrong), await triesAt(right.finder)]).toEqual([before[0]! + 20, before[1]])
    expect(await refusalOf(open(db(), wrong))).toMatchObject(tooMany)
  })
})

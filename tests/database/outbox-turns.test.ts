import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addStaff, atTheDesk } from './a-member-of-staff.ts'
import { refusalOf, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { aSent, begin, claim, failed, letTimePass, oneLetter, sent, tasksOf, told } from './the-outbox.ts'

onEveryDatabase('whose turn it is', (db) => {
  beforeEach(() => db().query('delete from heard.complaints'))

  const many = async (count: number, make: () => Promise<Submission>): Promise<string[]> => {
    const references: string[] = []
    for (let made = 0; made < count; made += 1) references.push((await make()).references[0]!)
    return references
  }
  const referenceOf = ({ complaint }: { complaint: Record<string, unknown> }) =>
    String(complaint['reference'])
  const marked = (submission: Submission, behind: number) =>
    db().query(
      `update heard.outgoing_messages set behind = $2
       where complaint_id = (select id from heard.complaints where submission_id = $1)`,
      [submission.submission_id, behind],
    )

  it('the newest and those that wait longest share it: a heap of hopeless tries holds up no new letter', async () => {
    const hopeless = await many(30, () => oneLetter(db()))
    for (const { id, attempts } of await claim(db(), 30, 60)) {
      await begin(db(), [{ id, attempts }])
      await failed(db(), id, 'http-502', 'unknown', 0)
    }
    // All of them are due again, and have been for hours.
    await letTimePass(db(), '3 hours')
    const fresh = await many(3, () => oneLetter(db()))
    const turns = await claim(db(), 10, 60)
    expect(turns.map(referenceOf).filter((reference) => fresh.includes(reference))).toHaveLength(3)
    expect(turns.map(referenceOf).filter((reference) => hopeless.includes(reference))).toHaveLength(7)
  })

  it('a flood of new letters holds up none that was there before, nor the newest', async () => {
    const before = await many(3, () => oneLetter(db()))
    await letTimePass(db(), '1 hour')
    await many(30, () => oneLetter(db()))
    await letTimePass(db(), '1 minute')
    const newest = await many(2, () => oneLetter(db()))
    const turns = (await claim(db(), 10, 60)).map(referenceOf)
    expect(turns).toEqual(expect.arrayContaining([...before, ...newest]))
  })

  it('what has a mark goes once nothing else is due, of junk one at a time, and what the team calls junk stays', async () => {
    for (const behind of [1, 2, 2, 2, 3]) await marked(await oneLetter(db()), behind)
    const good = await many(2, () => oneLetter(db()))
    const behindOf = async (letters: readonly { id: string }[]) =>
      (
        await db().query<{ behind: number }>(
          'select behind from heard.outgoing_messages where id = any ($1) order by 1',
          [letters.map(({ id }) => id)],
        )
      ).map(({ behind }) => behind)

    const first = await claim(db(), 2, 60)
    expect(first.map(referenceOf).sort()).toEqual(good.sort())
    expect(await behindOf(await claim(db(), 10, 60))).toEqual([1, 2])
    expect(await behindOf(await claim(db(), 10, 60))).toEqual([2])
    expect(await behindOf(await claim(db(), 10, 60))).toEqual([2])
    expect(await claim(db(), 10, 60)).toEqual([])
  })

  it('what is marked does not leave right after its answer either', async () => {
    const submission = await aSent(db())
    await marked(submission, 1)
    expect(await claim(db(), 10, 60, submission.submission_id)).toEqual([])
    expect(await claim(db(), 10, 60)).toHaveLength(2)
  })

  it('word of somebody at risk goes before all, also where it has a mark', async () => {
    await many(5, () => oneLetter(db()))
    const risky = await aSent(db(), (it) => {
      it.messages = [{ template: 'risk-of-harm', recipient: 'safeguarding' }]
    })
    await marked(risky, 1)
    expect((await claim(db(), 1, 60)).map(({ recipient }) => recipient)).toEqual(['safeguarding'])
  })

  describe('what the mail provider says', () => {
    it('is believed once for each event, the first of a kind, and never before it could be', async () => {
      const submission = await oneLetter(db())
      const [letter] = await claim(db(), 1, 60)
      await sent(db(), letter!.id)
      const id = `msg_${randomUUID()}`
      expect(await told(db(), 'delivered', letter!.id, { id, at: '2026-01-02T03:04:05Z' })).toBe(true)
      expect(await told(db(), 'bounced', letter!.id, { id })).toBe(false)
      await told(db(), 'delivered', letter!.id, { at: '2026-05-06T07:08:09Z' })
      await told(db(), 'delayed', letter!.id, { at: '2999-01-01T00:00:00Z' })
      const [row] = await db().query(
        `select delivered_at = '2026-01-02T03:04:05Z' as first, delayed_at <= now() as past, bounced_at
         from heard.outgoing_messages where id = $1`,
        [letter!.id],
      )
      expect(row).toEqual({ first: true, past: true, bounced_at: null })
      expect(await tasksOf(db(), submission)).toEqual([])
    })

    it('is remembered by the event’s id alone, for a month', async () => {
      await told(db(), 'sent', randomUUID(), { id: 'msg_old' })
      expect(await told(db(), 'sent', randomUUID(), { id: 'msg_old' })).toBe(false)
      await letTimePass(db(), '31 days')
      await claim(db(), 1, 60)
      await told(db(), 'sent', randomUUID(), { id: 'msg_new' })
      const ids = await db().query<{ id: string }>('select id from heard.mail_events order by 1')
      expect(ids.map(({ id }) => id)).toEqual(['msg_new'])
    })

    it.each([
      [{ id: 'msg_1', kind: 'opened' }, 'out-of-range'],
      [{ id: 'msg_1', kind: 'sent', subject: 'MARKED' }, 'unknown-key'],
      [{ id: 'MARKED words', kind: 'sent' }, 'wrong-type'],
      [{ id: 'msg_1', kind: 'sent', message: 'MARKED' }, 'wrong-type'],
      [{ id: 'msg_1', kind: 'sent', at: 'MARKED' }, 'not-a-moment'],
    ])('is refused without a word of it: %j', async (event, message) => {
      const refusal = await refusalOf(
        db().as('mailer', 'select api.record_mail_event($1::jsonb)', [JSON.stringify(event)]),
      )
      expect(refusal).toMatchObject({ code: 'PT400', message })
      expect(JSON.stringify(refusal)).not.toContain('MARKED')
    })
  })

  describe('a letter that email does not bring', () => {
    const onPaper = () =>
      aSent(db(), (it) => {
        it.record.person['postal_address'] = '1 Quay Street, Northmere'
        it.messages = [it.messages[0]!]
      })
    const toPrint = () =>
      atTheDesk<{ message: string; why: string }[]>(db(), 'desk_letters_to_print', { most: 9 })

    it('is listed to be printed where its reader’s postal address is known, until it was posted', async () => {
      await addStaff(db())
      const [bounced, refused, arrived] = [await onPaper(), await onPaper(), await onPaper()]
      const without = await oneLetter(db())
      const ids: string[] = []
      for (const submission of [bounced, refused, arrived, without]) {
        const [letter] = await claim(db(), 1, 60, submission.submission_id)
        ids.push(letter!.id)
        if (submission === refused || submission === without)
          await failed(db(), letter!.id, 'validation_error', 'never')
        else await sent(db(), letter!.id)
      }
      await told(db(), 'bounced', ids[0]!)
      await told(db(), 'delivered', ids[2]!)

      const listed = await toPrint()
      expect(listed.map(({ message, why }) => [message, why]).sort()).toEqual(
        [
          [ids[0], 'bounced'],
          [ids[1], 'validation_error'],
        ].sort(),
      )
      expect(JSON.stringify(listed)).not.toMatch(/Quay Street|Neill|example\.org/)

      await atTheDesk(db(), 'desk_printed', {
        act: { id: randomUUID(), reference: bounced.references[0], message: ids[0] },
      })
      expect((await toPrint()).map(({ message }) => message)).toEqual([ids[1]])
      expect(await tasksOf(db(), bounced)).toMatchObject([{ kind: 'letter-bounced', settled: true }])
    })

    it('is listed for staff alone, and that it was looked at is written down', async () => {
      await addStaff(db())
      const stranger = { email: 'nobody@example.org' }
      const refusal = refusalOf(atTheDesk(db(), 'desk_letters_to_print', { most: 9 }, stranger))
      expect(await refusal).toMatchObject({ code: 'PT403', message: 'not-staff' })
      expect(await refusalOf(atTheDesk(db(), 'desk_letters_to_print', { most: 0 }))).toMatchObject({
        message: 'out-of-range',
      })
      await toPrint()
      const [event] = await db().query(
        `select event, details from heard.audit_events order by id desc limit 1`,
      )
      expect(event).toEqual({ event: 'letters-to-print-list', details: {} })
    })
  })
})

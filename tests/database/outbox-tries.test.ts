import { describe, expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { refusalOf, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'
import {
  aSent,
  begin,
  beginAll,
  claim,
  failed,
  hashOf,
  letTimePass,
  oneLetter,
  sent,
  tasksOf,
  told,
  type Letter,
} from './the-outbox.ts'

/** The one letter of a submission, claimed. */
async function claimed(db: Database, of: Submission): Promise<Letter> {
  const [letter] = await claim(db, 1, 60, of.submission_id)
  if (!letter) throw new Error('Nothing was due.')
  return letter
}

const stateOf = async (db: Database, { id }: { id: string }) =>
  (
    await db.query<Record<string, unknown>>(
      `select sent_at is not null as sent, failed_at is not null as given_up, last_failure,
         unknown_since is not null as unknown
       from heard.outgoing_messages where id = $1`,
      [id],
    )
  )[0]

const onceDue = async (db: Database, of: Submission) => {
  await letTimePass(db, '61 seconds')
  return claimed(db, of)
}

onEveryDatabase('tries to send', (db, engine) => {
  describe('a try whose outcome nobody knows', () => {
    it.each(['a function that died', 'an answer that was lost'])(
      'is made again in the same words: %s',
      async (how) => {
        const submission = await oneLetter(db())
        const letter = await claimed(db(), submission)
        expect(await begin(db(), [letter])).toEqual([letter.id])
        if (how === 'an answer that was lost') await failed(db(), letter.id, 'no-answer', 'unknown')
        const again = await onceDue(db(), submission)
        expect(again).toMatchObject({ id: letter.id, attempts: 2 })
        expect(await begin(db(), [again])).toEqual([letter.id])
        await sent(db(), letter.id)
        expect(await stateOf(db(), letter)).toMatchObject({ sent: true, unknown: false })
        expect(await tasksOf(db(), submission)).toEqual([])
      },
    )

    it('is never made again in other words: the team is asked', async () => {
      const submission = await oneLetter(db())
      await begin(db(), [await claimed(db(), submission)], 'as it was')
      const again = await onceDue(db(), submission)
      expect(await begin(db(), [again], 'as it is now')).toEqual([])
      expect(await stateOf(db(), again)).toMatchObject({
        given_up: true,
        last_failure: 'not-the-same-letter',
      })
      expect(await tasksOf(db(), submission)).toMatchObject([
        { kind: 'letter-unknown', message_id: again.id },
      ])
    })

    it('is made again until 23 hours after it, and not a minute longer', async () => {
      for (const [later, may] of [
        ['22 hours 59 minutes', true],
        ['23 hours', false],
      ] as const) {
        const submission = await oneLetter(db())
        await begin(db(), [await claimed(db(), submission)])
        await letTimePass(db(), later)
        const again = await claimed(db(), submission)
        expect(await begin(db(), [again])).toEqual(may ? [again.id] : [])
        expect((await tasksOf(db(), submission)).map(({ kind }) => kind)).toEqual(
          may ? [] : ['letter-unknown'],
        )
        expect(await stateOf(db(), again)).toMatchObject({ sent: false, given_up: !may })
      }
    })

    it('is given up at once where the next could only come too late', async () => {
      const submission = await oneLetter(db())
      await begin(db(), [await claimed(db(), submission)])
      await letTimePass(db(), '22 hours 30 minutes')
      const again = await claimed(db(), submission)
      await begin(db(), [again])
      await failed(db(), again.id, 'no-answer', 'unknown', 3600)
      expect(await tasksOf(db(), submission)).toMatchObject([{ kind: 'letter-unknown', settled: false }])
    })

    it('stays unknown whatever is known of a later one', async () => {
      const submission = await oneLetter(db())
      await begin(db(), [await claimed(db(), submission)], 'as it was')
      const second = await onceDue(db(), submission)
      await begin(db(), [second], 'as it was')
      await failed(db(), second.id, 'rate_limit_exceeded', 'refused', 0)
      // A try that never began, since the letter could not be written, says nothing of the first either.
      const third = await claimed(db(), submission)
      await failed(db(), third.id, 'not-written', 'refused', 0)
      const fourth = await claimed(db(), submission)
      expect(await begin(db(), [fourth], 'in other words')).toEqual([])
      expect((await tasksOf(db(), submission)).map(({ kind }) => kind)).toEqual(['letter-unknown'])
    })

    it('is settled by the mail provider where it says that it had taken the letter after all', async () => {
      const submission = await oneLetter(db())
      await begin(db(), [await claimed(db(), submission)])
      await letTimePass(db(), '23 hours')
      const again = await claimed(db(), submission)
      await begin(db(), [again])
      expect(await told(db(), 'delivered', again.id)).toBe(true)
      expect(await stateOf(db(), again)).toMatchObject({ sent: true, given_up: false })
      expect(await tasksOf(db(), submission)).toMatchObject([{ kind: 'letter-unknown', settled: true }])
    })
  })

  describe('a try that was refused', () => {
    it('may be made again in other words: nothing was taken', async () => {
      const submission = await oneLetter(db())
      const letter = await claimed(db(), submission)
      await begin(db(), [letter], 'as it was')
      await failed(db(), letter.id, 'rate_limit_exceeded', 'refused')
      const again = await onceDue(db(), submission)
      expect(await begin(db(), [again], 'as it is now')).toEqual([letter.id])
    })

    it('is made again until 72 hours after the first, and then the team is told', async () => {
      for (const [later, may] of [
        ['71 hours 50 minutes', true],
        ['72 hours', false],
      ] as const) {
        const submission = await oneLetter(db())
        const letter = await claimed(db(), submission)
        await begin(db(), [letter])
        await failed(db(), letter.id, 'rate_limit_exceeded', 'refused')
        await letTimePass(db(), later)
        const again = await claimed(db(), submission)
        await begin(db(), [again])
        await failed(db(), again.id, 'rate_limit_exceeded', 'refused', 60)
        expect(await stateOf(db(), again)).toMatchObject({ given_up: !may, unknown: false })
        expect((await tasksOf(db(), submission)).map(({ kind }) => kind)).toEqual(
          may ? [] : ['letter-not-sent'],
        )
      }
    })

    it('for good is the last, and a task for the team, once', async () => {
      const submission = await oneLetter(db())
      const letter = await claimed(db(), submission)
      await begin(db(), [letter])
      await failed(db(), letter.id, 'validation_error', 'never')
      await failed(db(), letter.id, 'validation_error', 'never')
      await letTimePass(db(), '1 day')
      expect(await claim(db(), 10, 60, submission.submission_id)).toEqual([])
      expect(await tasksOf(db(), submission)).toMatchObject([{ kind: 'letter-not-sent', settled: false }])
    })
  })

  describe('what is about to be posted', () => {
    it('goes for the sender that claimed it last, and for no other', async () => {
      const submission = await oneLetter(db())
      const slow = await claimed(db(), submission)
      const quick = await onceDue(db(), submission)
      expect(await begin(db(), [slow])).toEqual([])
      expect(await begin(db(), [quick])).toEqual([quick.id])
      await letTimePass(db(), '61 seconds')
      expect(await begin(db(), [quick]), 'its lease ran out').toEqual([])
    })

    it('does not go where it was sent, or given up, meanwhile', async () => {
      const [one, other] = [await oneLetter(db()), await oneLetter(db())]
      const letters = [await claimed(db(), one), await claimed(db(), other)]
      await sent(db(), letters[0]!.id)
      await failed(db(), letters[1]!.id, 'validation_error', 'never')
      expect(await begin(db(), letters)).toEqual([])
    })

    it.each([
      ['no list', {}, 'out-of-range'],
      ['an empty list', [], 'out-of-range'],
      ['a key that is none', [{ message: 'x', subject: 'MARKED' }], 'unknown-key'],
      ['an id that is none', [{ message: 'MARKED', attempt: 1, body_hash: hashOf('x') }], 'wrong-type'],
    ])('is refused without a word of it where it is %s', async (_, begun, message) => {
      const refusal = await refusalOf(beginAll(db(), begun))
      expect(refusal).toMatchObject({ code: 'PT400', message })
      expect(JSON.stringify(refusal)).not.toContain('MARKED')
    })

    it('is refused by a hash that is none', async () => {
      const letter = await claimed(db(), await oneLetter(db()))
      const begun = [{ message: letter.id, attempt: 1, body_hash: 'MARKED' }]
      expect(await refusalOf(beginAll(db(), begun))).toMatchObject({ message: 'wrong-type', detail: 'begun' })
    })
  })

  describe('one address', () => {
    const address = hashOf(`an address on ${engine.name}`)
    const most = 30

    it('gets so many letters in a day; more wait, and the team is told once', async () => {
      for (let count = 0; count < most; count += 1) {
        const letter = await claimed(db(), await oneLetter(db()))
        expect(await begin(db(), [letter], 'words', address)).toEqual([letter.id])
        await sent(db(), letter.id)
      }
      const held = [await oneLetter(db()), await oneLetter(db())]
      for (const submission of held) {
        const letter = await claimed(db(), submission)
        expect(await begin(db(), [letter], 'words', address)).toEqual([])
        expect(await stateOf(db(), letter)).toMatchObject({ given_up: false, unknown: false })
      }
      const tasks = await Promise.all(held.map((submission) => tasksOf(db(), submission)))
      expect(tasks.flat().map(({ kind }) => kind)).toEqual(['letters-held'])
      // Nobody else waits for it.
      const other = await claimed(db(), await oneLetter(db()))
      expect(await begin(db(), [other], 'words', hashOf('another'))).toEqual([other.id])

      expect(await claim(db(), 5, 60, held[0]!.submission_id)).toEqual([])
      await letTimePass(db(), '25 hours')
      for (const submission of held) {
        const letter = await claimed(db(), submission)
        expect(await begin(db(), [letter], 'words', address)).toEqual([letter.id])
      }
    })

    it('is known by a proof alone, and that for a day', async () => {
      await letTimePass(db(), '25 hours')
      const letter = await claimed(db(), await oneLetter(db()))
      await begin(db(), [letter], 'words', address)
      const rows = await db().query('select * from heard.written_to')
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toMatch(/example\.org|lukasz/)
    })

    it('is counted once for a letter, however often it is tried', async () => {
      const own = hashOf(`tried often on ${engine.name}`)
      const submission = await oneLetter(db())
      for (let go = 0; go < 3; go += 1) {
        const letter = await claimed(db(), submission)
        expect(await begin(db(), [letter], 'words', own)).toEqual([letter.id])
        await failed(db(), letter.id, 'rate_limit_exceeded', 'refused', 0)
      }
      const [row] = await db().query(
        'select count(*)::int as many from heard.written_to where address_proof = $1',
        [own],
      )
      expect(row).toEqual({ many: 1 })
    })

    if (engine.parallel)
      it('has room for as many, and no more, where many senders write to it at once', async () => {
        const own = hashOf('written to by many at once')
        const submissions = await Promise.all(Array.from({ length: most + 6 }, () => oneLetter(db())))
        const letters = await Promise.all(submissions.map((submission) => claimed(db(), submission)))
        const may = await Promise.all(letters.map((letter) => begin(db(), [letter], 'words', own)))
        expect(may.flat()).toHaveLength(most)
      })
  })

  describe('a submission of the record', () => {
    it('loses its tasks with it', async () => {
      const submission = await aSent(db())
      const letter = await claimed(db(), submission)
      await failed(db(), letter.id, 'validation_error', 'never')
      await db().query('delete from heard.complaints where submission_id = $1', [submission.submission_id])
      expect(await db().query('select from heard.team_tasks where message_id = $1', [letter.id])).toEqual([])
    })
  })
})

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Database } from '../support/databases.ts'
import { refusalOf, type Submission } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { aSent as sendOne, begin, claim, failed, sent } from './the-outbox.ts'

/** Lets the leases of a submission run out, without waiting. */
const letLeasesRunOut = (db: Database, { submission_id }: Submission) =>
  db.query(
    `update heard.outgoing_messages set leased_until = now() - interval '1 second'
     where complaint_id = (select id from heard.complaints where submission_id = $1)`,
    [submission_id],
  )

onEveryDatabase('the outbox', (db, engine) => {
  const aSent = (change?: (submission: Submission) => void) => sendOne(db(), change)

  it('gives all that is needed to write the letter', async () => {
    const submission = await aSent()
    const letters = await claim(db(), 10, 60, submission.submission_id)
    expect(letters.map(({ template, recipient }) => [template, recipient]).sort()).toEqual([
      ['acknowledgement', 'complainant'],
      ['new-submission', 'complaints-team'],
    ])
    const { kind, service, procedure, summary, desired_outcome, discrimination_flag, safeguarding_flag } =
      submission.record.complaint
    expect(letters[0]).toMatchObject({
      language: 'en',
      attempts: 1,
      complaint: {
        ...{ kind, service, procedure, summary, desired_outcome, discrimination_flag, safeguarding_flag },
        reference: submission.references[0],
        received_on: '2026-11-20',
        transcript: submission.transcript,
      },
      stage: { ...submission.stage, number: 1, requested_on: '2026-11-20' },
      person: { ...submission.record.person, phone: null },
    })
  })

  it('holds no text of the letter, no address and no name', async () => {
    const submission = await aSent()
    const rows = await db().query(
      `select to_jsonb(m) as message from heard.outgoing_messages m
       where complaint_id = (select id from heard.complaints where submission_id = $1)`,
      [submission.submission_id],
    )
    expect(JSON.stringify(rows)).toContain('acknowledgement')
    expect(JSON.stringify(rows)).not.toMatch(/lukasz|Neill|bin was not/i)
  })

  it('gives a message out once for as long as its lease lasts, and again when it has run out', async () => {
    const submission = await aSent()
    const first = await claim(db(), 10, 60, submission.submission_id)
    expect(first).toHaveLength(2)
    expect(await claim(db(), 10, 60, submission.submission_id)).toEqual([])
    await letLeasesRunOut(db(), submission)
    const again = await claim(db(), 10, 60, submission.submission_id)
    expect(again.map(({ id }) => id).sort()).toEqual(first.map(({ id }) => id).sort())
    expect(again.map(({ attempts }) => attempts)).toEqual([2, 2])
  })

  it('gives out no more than was asked for', async () => {
    const submission = await aSent()
    expect(await claim(db(), 1, 60, submission.submission_id)).toHaveLength(1)
    expect(await claim(db(), 1, 60, submission.submission_id)).toHaveLength(1)
    expect(await claim(db(), 1, 60, submission.submission_id)).toHaveLength(0)
  })

  it('sends word of someone at risk before anything else, however much is waiting', async () => {
    await aSent()
    const risky = await aSent((it) =>
      it.messages.push({ template: 'risk-of-harm', recipient: 'safeguarding' }),
    )
    const [first] = await claim(db(), 1, 60)
    expect(first).toMatchObject({ recipient: 'safeguarding', complaint: { reference: risky.references[0] } })
  })

  it('never gives out again what was sent, and believes the first who says so', async () => {
    const submission = await aSent()
    const [letter] = await claim(db(), 1, 60, submission.submission_id)
    await sent(db(), letter!.id, 'first')
    await sent(db(), letter!.id, 'second')
    await failed(db(), letter!.id, 'timeout', 'refused', 0)
    await letLeasesRunOut(db(), submission)

    const left = await claim(db(), 10, 60, submission.submission_id)
    expect(left.map(({ id }) => id)).not.toContain(letter!.id)
    expect(left).toHaveLength(1)
    const [row] = await db().query(
      `select provider_id, last_failure,
         (select count(*)::int from heard.audit_events where event = 'message-sent' and details ->> 'message' = m.id::text) as events
       from heard.outgoing_messages m where id = $1`,
      [letter!.id],
    )
    expect(row).toEqual({ provider_id: 'first', last_failure: null, events: 1 })
  })

  it('gives a message that failed out again when it is due, and not before', async () => {
    const submission = await aSent((it) => (it.messages = [it.messages[0]!]))
    const [letter] = await claim(db(), 1, 60, submission.submission_id)
    await failed(db(), letter!.id, 'provider-500', 'refused', 3600)
    expect(await claim(db(), 1, 60, submission.submission_id)).toEqual([])
    await failed(db(), letter!.id, 'provider-500', 'refused', 0)
    expect(await claim(db(), 1, 60, submission.submission_id)).toMatchObject([
      { id: letter!.id, attempts: 2 },
    ])
  })

  it('gives up a message that is not to be tried again', async () => {
    const submission = await aSent((it) => (it.messages = [it.messages[0]!]))
    const [letter] = await claim(db(), 1, 60, submission.submission_id)
    await failed(db(), letter!.id, 'address-refused', 'never')
    await letLeasesRunOut(db(), submission)
    expect(await claim(db(), 1, 60, submission.submission_id)).toEqual([])
    const events = await db().query(`select event from heard.audit_events where details ->> 'message' = $1`, [
      letter!.id,
    ])
    expect(events).toEqual([{ event: 'message-given-up' }])
  })

  it('takes the day an acknowledgement leaves as the day of acknowledgement, where none is set', async () => {
    const submission = await aSent((it) => (it.stage!['acknowledged_on'] = null))
    const letters = await claim(db(), 10, 60, submission.submission_id)
    const read = async () =>
      (
        await db().query<{ acknowledged_on: string | null; today: string }>(
          `select acknowledged_on::text, (now() at time zone 'Europe/London')::date::text as today from heard.stages
           where complaint_id = (select id from heard.complaints where submission_id = $1)`,
          [submission.submission_id],
        )
      )[0]!
    await sent(db(), letters.find(({ template }) => template === 'new-submission')!.id)
    expect((await read()).acknowledged_on).toBeNull()
    await sent(db(), letters.find(({ template }) => template === 'acknowledgement')!.id)
    const { acknowledged_on, today } = await read()
    expect(acknowledged_on).toBe(today)
  })

  it('leaves a day of acknowledgement that is set as it is', async () => {
    const submission = await aSent()
    for (const letter of await claim(db(), 10, 60, submission.submission_id)) await sent(db(), letter.id)
    const [stage] = await db().query(
      `select acknowledged_on::text from heard.stages
       where complaint_id = (select id from heard.complaints where submission_id = $1)`,
      [submission.submission_id],
    )
    expect(stage).toEqual({ acknowledged_on: '2026-11-20' })
  })

  it('keeps a reason only as a code, so that no address gets in', async () => {
    const submission = await aSent()
    const [letter] = await claim(db(), 1, 60, submission.submission_id)
    const refusal = await refusalOf(failed(db(), letter!.id, 'no such mailbox: lukasz@example.org', 'never'))
    expect(refusal).toEqual({ code: 'PT400', message: 'wrong-type', detail: 'reason' })
  })

  it('refuses a message it does not know, and a claim without bounds', async () => {
    expect(await refusalOf(sent(db(), randomUUID()))).toMatchObject({ message: 'no-such-message' })
    expect(await refusalOf(failed(db(), randomUUID(), 'timeout', 'refused'))).toMatchObject({
      message: 'no-such-message',
    })
    const [letter] = await claim(db(), 1, 60, (await aSent()).submission_id)
    for (const [outcome, wait] of [
      ['sent', 60],
      ['refused', -1],
      ['refused', 86_401],
    ] as const)
      expect(await refusalOf(failed(db(), letter!.id, 'timeout', outcome, wait))).toMatchObject({
        message: 'out-of-range',
      })
    expect(await refusalOf(claim(db(), 101, 60))).toMatchObject({ message: 'out-of-range', detail: 'most' })
    expect(await refusalOf(claim(db(), 10, 0))).toMatchObject({
      message: 'out-of-range',
      detail: 'lease_seconds',
    })
  })

  if (engine.parallel) {
    it('never gives one message to two senders at once', async () => {
      const submissions = await Promise.all(Array.from({ length: 30 }, () => aSent()))
      const mine = new Set(submissions.map((submission) => submission.references[0]))
      const claimed: string[] = []
      for (let round = 0; round < 20; round += 1) {
        const rounds = await Promise.all(Array.from({ length: 6 }, () => claim(db(), 5, 600)))
        // Each sender goes on as senders do: none is let go twice.
        const may = await Promise.all(rounds.map((letters) => (letters.length ? begin(db(), letters) : [])))
        expect(may.map((ids) => ids.length)).toEqual(rounds.map(({ length }) => length))
        claimed.push(
          ...rounds
            .flat()
            .filter(({ complaint }) => mine.has(String(complaint['reference'])))
            .map(({ id }) => id),
        )
      }
      expect(claimed).toHaveLength(60)
      expect(new Set(claimed).size).toBe(60)
    })
  }
})

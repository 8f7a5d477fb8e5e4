import { expect, it } from 'vitest'
import { aReference, aSubmission, refusalOf, rowsOf, submit } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('a submission sent twice', (db, engine) => {
  it('is one complaint with one reference', async () => {
    const sent = aSubmission()
    const first = await submit(db(), sent)
    const second = await submit(db(), { ...sent, references: [aReference()] })
    expect(second).toEqual({ ...first, created: false })
    expect(await rowsOf(db(), sent.submission_id)).toEqual({
      complaints: 1,
      people: 1,
      stages: 1,
      messages: 2,
      events: 1,
    })
  })

  it('keeps what came first when the second says something else', async () => {
    const sent = aSubmission()
    const first = await submit(db(), sent)
    const other = aSubmission((submission) => {
      submission.submission_id = sent.submission_id
      submission.record.complaint['summary'] = 'Something else altogether.'
      submission.answers['what-happened'] = 'Something else altogether.'
      submission.stage!['respond_by'] = '2026-12-31'
    })
    expect(await submit(db(), other)).toEqual({ ...first, created: false, same_answers: false })
    const [kept] = await db().query('select summary from heard.complaints where submission_id = $1', [
      sent.submission_id,
    ])
    expect(kept).toEqual({ summary: sent.record.complaint['summary'] })
  })

  it('is two complaints when two people write the same words', async () => {
    const [one, other] = [await submit(db(), aSubmission()), await submit(db(), aSubmission())]
    expect(one.reference).not.toBe(other.reference)
    expect([one.created, other.created]).toEqual([true, true])
  })

  if (engine.parallel) {
    it('at once, over several connections, is still one complaint', async () => {
      for (let round = 0; round < 10; round += 1) {
        const sent = aSubmission()
        const receipts = await Promise.all(
          Array.from({ length: 6 }, () => submit(db(), { ...sent, references: [aReference()] })),
        )
        expect(receipts.filter((receipt) => receipt.created)).toHaveLength(1)
        expect(new Set(receipts.map((receipt) => receipt.reference)).size).toBe(1)
        expect(await rowsOf(db(), sent.submission_id)).toEqual({
          complaints: 1,
          people: 1,
          stages: 1,
          messages: 2,
          events: 1,
        })
      }
    })
  }
})

onEveryDatabase('a reference', (db, engine) => {
  it('that is taken gives way to the next candidate', async () => {
    const [taken, free, unused] = [aReference(), aReference(), aReference()]
    await submit(
      db(),
      aSubmission((submission) => (submission.references = [taken])),
    )
    const receipt = await submit(
      db(),
      aSubmission((submission) => (submission.references = [taken, free, unused])),
    )
    expect(receipt).toMatchObject({ reference: free, created: true })
  })

  it('that is taken, with no other candidate, is refused by name and keeps nothing', async () => {
    const taken = aReference()
    await submit(
      db(),
      aSubmission((submission) => (submission.references = [taken])),
    )
    const late = aSubmission((submission) => (submission.references = [taken, taken]))
    expect(await refusalOf(submit(db(), late))).toMatchObject({ code: 'PT409', message: 'no-free-reference' })
    expect(await rowsOf(db(), late.submission_id)).toMatchObject({ complaints: 0 })
  })

  it('cannot be written twice, even by the owner', async () => {
    const [one, other] = [aSubmission(), aSubmission()]
    await submit(db(), one)
    await submit(db(), other)
    const refusal = await refusalOf(
      db().query('update heard.complaints set reference = $1 where submission_id = $2', [
        one.references[0],
        other.submission_id,
      ]),
    )
    expect(refusal.code).toBe('23505')
    expect(refusal.message).toContain('one_complaint_for_each_reference')
  })

  it.each(['7km-2rx-9tc', '7KM 2RX 9TC', '7KM-2RX-9T0', '7KM-2RX-9TCC', '7KM-2RX', ''])(
    'of the form %j is refused',
    async (reference) => {
      const refusal = await refusalOf(
        submit(
          db(),
          aSubmission((submission) => (submission.references = [reference])),
        ),
      )
      expect(refusal).toMatchObject({ message: 'submission-refused', detail: 'reference_is_sayable' })
    },
  )

  if (engine.parallel) {
    it('wanted by many at once goes to one of them', async () => {
      const wanted = aReference()
      const receipts = await Promise.all(
        Array.from({ length: 6 }, () =>
          submit(
            db(),
            aSubmission((submission) => (submission.references = [wanted, aReference()])),
          ),
        ),
      )
      expect(receipts.filter(({ reference }) => reference === wanted)).toHaveLength(1)
      expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(6)
    })
  }
})

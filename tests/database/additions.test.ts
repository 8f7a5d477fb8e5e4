import { expect, it } from 'vitest'
import type { AdditionKept } from '../../src/complaints/follow/ports.ts'
import { aFollowedComplaint, anAddition, aWrongCode, call, lettersOf } from './a-followed-complaint.ts'
import { aReference, refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('an addition', (db, engine) => {
  const add = (addition: unknown) => call<AdditionKept>(db(), 'keep_addition', addition)
  const rowOf = async (submission: string) =>
    (await db().query('select * from heard.additions where submission_id = $1', [submission]))[0]
  const personOf = async (complaint: string) =>
    (await db().query('select * from heard.people where complaint_id = $1', [complaint]))[0]!

  it('with a code goes to its complaint, and says so to the person and the team', async () => {
    const { byCode, id } = await aFollowedComplaint(db())
    const addition = anAddition(byCode)
    expect(await add(addition)).toMatchObject({ opened: true, verified: true, same_answers: true })
    expect(await rowOf(addition.submission_id)).toMatchObject({
      complaint_id: id,
      verified: true,
      reference: null,
      answers: addition.answers,
    })
    expect(await lettersOf(db(), 'complaint_id', id)).toEqual([
      'addition-received to complainant',
      'new-addition to complaints-team',
    ])
  })

  it('without one is taken all the same, and joined to nothing', async () => {
    const { reference } = await aFollowedComplaint(db())
    for (const typed of [reference, aReference(), 'the one about the bins']) {
      const addition = anAddition(null, { reference: typed })
      expect(await add(addition)).toEqual({
        opened: true,
        key: null,
        kind: 'more',
        verified: false,
        same_answers: true,
      })
      const row = await rowOf(addition.submission_id)
      expect(row).toMatchObject({ complaint_id: null, person_id: null, verified: false, reference: typed })
      expect(await lettersOf(db(), 'addition_id', row!['id'] as string)).toEqual([
        'addition-unmatched to sender',
        'new-addition to complaints-team',
      ])
    }
  })

  it('with a wrong code is not kept, so that the code can be put right, and the try is counted', async () => {
    const { reference } = await aFollowedComplaint(db())
    for (const tried of [reference, aReference()]) {
      const addition = anAddition(aWrongCode(tried))
      expect(await add(addition)).toEqual({ opened: false })
      expect(await rowOf(addition.submission_id)).toBeUndefined()
      const [counted] = await db().query('select tries from heard.wrong_codes where reference = $1', [tried])
      expect(counted).toEqual({ tries: 1 })
    }
  })

  it('sent twice is one, and the first words stand', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    const addition = anAddition(byLink)
    await add(addition)
    expect(await add({ ...addition, answers: { 'addition-text': 'Other words.' } })).toMatchObject({
      opened: true,
      same_answers: false,
    })
    expect((await rowOf(addition.submission_id))!['answers']).toEqual(addition.answers)
    expect(await lettersOf(db(), 'complaint_id', id)).toHaveLength(2)
  })

  it('changes how the person is reached, keeps what was there, and tells the old address', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    const person = { reply_route: 'phone', phone: '01632 960001', safe_times: 'Mornings' }
    const addition = anAddition(byLink, { kind: 'contact', person })
    await add(addition)
    expect(await personOf(id)).toMatchObject({ ...person, email: null, name: 'Łukasz O’Neill' })
    const row = await rowOf(addition.submission_id)
    expect(row!['changed_from']).toMatchObject({ reply_route: 'email', email: 'lukasz@example.org' })
    expect(await lettersOf(db(), 'complaint_id', id)).toEqual([
      'contact-changed to former-address',
      'new-addition to complaints-team',
    ])
  })

  it('changes what they need in place of all that they needed before, and nothing else', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    const person = { adjustments: ['bsl', 'interpreter'], interpreter_language: 'Polish' }
    const addition = anAddition(byLink, { kind: 'needs', person })
    await add(addition)
    expect(await personOf(id)).toMatchObject({ ...person, adjustments_details: null, reply_route: 'email' })
    const row = await rowOf(addition.submission_id)
    expect(row!['changed_from']).toMatchObject({ adjustments: ['large-print'] })
  })

  it('without a code changes nothing of the record, whatever it asks for', async () => {
    const { id, reference } = await aFollowedComplaint(db())
    const before = await personOf(id)
    for (const kind of ['contact', 'needs'] as const) {
      const person = { reply_route: 'email', email: 'other@example.org', adjustments: [] }
      const addition = anAddition(null, { kind, person, reference })
      await add(addition)
      expect((await rowOf(addition.submission_id))!['changed_from']).toBeNull()
    }
    expect(await personOf(id)).toEqual(before)
  })

  it('gives its letters all that they need, with a complaint and without', async () => {
    const { byLink, reference } = await aFollowedComplaint(db())
    const [verified, unmatched] = [anAddition(byLink), anAddition(null)]
    type Claimed = { letter: Record<string, unknown> }
    const claim = async (of: string) =>
      (await db().as<Claimed>('mailer', 'select api.claim_messages(10, 60, $1) as letter', [of])).map(
        ({ letter }) => letter,
      )
    await add(verified)
    await add(unmatched)
    for (const letter of await claim(verified.submission_id))
      expect(letter).toMatchObject({
        complaint: { reference },
        person: { email: 'lukasz@example.org' },
        addition: { kind: 'more', verified: true, transcript: verified.transcript },
        withdrawal: null,
      })
    const waiting = await claim(unmatched.submission_id)
    expect(waiting).toHaveLength(2)
    for (const letter of waiting) {
      expect(letter).toMatchObject({
        addition: { verified: false, reference: '7KM-2RX-9TC', sender_email: 'lukasz@example.org' },
      })
      expect(letter['complaint'] ?? null).toBeNull()
    }
  })

  it('leaves a trace in the audit without a word of it', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await add(anAddition(byLink))
    await add(anAddition(null))
    const events = await db().query(
      `select complaint_id, details from heard.audit_events where event = 'addition-received' order by id desc limit 2`,
    )
    expect(events).toMatchObject([
      { complaint_id: null, details: { verified: false, kind: 'more' } },
      { complaint_id: id, details: { verified: true, kind: 'more' } },
    ])
    expect(JSON.stringify(events)).not.toMatch(/lukasz|happened again|7KM/)
  })

  it.each([
    ['unknown-key', { 'MARKED key': 1 }],
    ['wrong-type', { reference: ['MARKED'] }],
    ['missing', { submission_id: null }],
    ['addition-refused', { kind: 'MARKED' }],
    ['addition-refused', { reference: 'MARKED\nbcc: someone@example.org' }],
    ['addition-refused', { sender_email: 'MARKED@example.org, other@example.org' }],
    ['not-a-moment', { received_at: 'MARKED' }],
  ])('is refused with %s and no word of what was sent', async (message, change) => {
    const refusal = await refusalOf(add({ ...anAddition(null), ...change }))
    expect(refusal).toMatchObject({ code: 'PT400', message })
    expect(JSON.stringify(refusal)).not.toContain('MARKED')
  })

  it('goes with its complaint, when that is erased', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    const addition = anAddition(byLink)
    await add(addition)
    await db().query('delete from heard.complaints where id = $1', [id])
    expect(await rowOf(addition.submission_id)).toBeUndefined()
  })

  if (engine.parallel)
    it('sent many times at once is one', async () => {
      const { byLink, id } = await aFollowedComplaint(db())
      const addition = anAddition(byLink)
      await Promise.all(Array.from({ length: 8 }, () => add(addition)))
      expect(await lettersOf(db(), 'complaint_id', id)).toHaveLength(2)
    })
})

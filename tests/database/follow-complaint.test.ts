import { expect, it } from 'vitest'
import type { Followed, TheirWords } from '../../src/complaints/follow/ports.ts'
import { aFollowedComplaint, anAddition, aWrongCode, call } from './a-followed-complaint.ts'
import { aReference, refusalOf } from './a-submission.ts'
import { onEveryDatabase } from './on-every-database.ts'

onEveryDatabase('a complaint that is followed', (db) => {
  const follow = (given: unknown) => call<Followed | null>(db(), 'follow_complaint', given)
  const words = (given: unknown) => call<TheirWords | null>(db(), 'words_of_complaint', given)

  it('says how far it has come, to the link and to the code alike', async () => {
    const { byLink, byCode, reference } = await aFollowedComplaint(db())
    const followed = await follow(byLink)
    expect(await follow(byCode)).toEqual(followed)
    expect(followed).toMatchObject({
      reference,
      role: 'complainant',
      route: 'email',
      language: 'en',
      named: true,
      authority: 'not-needed',
      kind: 'complaint',
      service: 'bins',
      procedure: 'corporate',
      received_on: '2026-11-20',
      withdrawal: null,
      received: [],
      files: { count: 0, waiting: 0, kept_back: 0 },
      sent: [],
      stages: [
        {
          number: 1,
          stage: 'stage-1',
          acknowledge_by: '2026-11-27',
          acknowledged_on: '2026-11-20',
          respond_by: '2026-12-04',
          responded_on: null,
        },
      ],
    })
  })

  it('says no word of what was written, and no name or address', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await call(db(), 'keep_addition', anAddition(byLink))
    expect((await follow(byLink))?.received).toHaveLength(1)
    await db().query(`update heard.outgoing_messages set sent_at = now() where complaint_id = $1`, [id])
    const told = JSON.stringify(await follow(byLink))
    expect(told).toContain('acknowledgement')
    expect(told).not.toMatch(/lukasz|Neill|bin was not|happened again|Quay|Eighteen|new-submission/i)
  })

  it('opens for nothing else: a wrong code, a key for another purpose, one that was taken back', async () => {
    expect(await follow(aWrongCode())).toBeNull()
    const { byCode } = await aFollowedComplaint(db())
    expect(await follow(aWrongCode(byCode.reference))).toBeNull()
    const survey = await aFollowedComplaint(db(), undefined, 'survey')
    for (const call of [follow, words])
      for (const given of [survey.byLink, survey.byCode]) expect(await call(given)).toBeNull()
    const taken = await aFollowedComplaint(db())
    await db().query('update heard.access_keys set closed_at = now() where complaint_id = $1', [taken.id])
    expect(await follow(taken.byLink)).toBeNull()
  })

  it('is slowed after 20 wrong codes in an hour, whether the reference exists or not', async () => {
    const { reference, byLink, byCode } = await aFollowedComplaint(db())
    for (const tried of [reference, aReference()]) {
      for (let time = 0; time < 20; time += 1) expect(await follow(aWrongCode(tried))).toBeNull()
      expect(await refusalOf(follow(aWrongCode(tried)))).toEqual({
        code: 'PT429',
        message: 'too-many-tries',
        detail: 'reference',
      })
    }
    expect(await refusalOf(follow(byCode))).toMatchObject({ code: 'PT429' })
    expect(await follow(byLink), 'the link is not slowed').toMatchObject({ reference })
  })

  it('gives the words with what must be known to see them, 20 times in an hour', async () => {
    const { byLink, submission } = await aFollowedComplaint(db())
    await call(db(), 'keep_addition', anAddition(byLink))
    expect(await words(byLink)).toEqual({
      name: 'Łukasz O’Neill',
      postal_address: null,
      transcript: submission.transcript,
      additions: [expect.objectContaining({ kind: 'more', on: '2026-11-23' })],
    })
    for (let time = 1; time < 20; time += 1) await words(byLink)
    expect(await refusalOf(words(byLink))).toMatchObject({ code: 'PT429', message: 'too-many-tries' })
  })

  it('shows a representative’s letters to nobody else, and says nothing of the person they act for', async () => {
    const { byLink } = await aFollowedComplaint(
      db(),
      (it) => {
        it.record.complaint['made_for'] = 'someone-else'
        Object.assign(it.record, {
          representative: { relationship: 'family-or-friend' },
          affected: { name: 'Ada Kemble', email: 'ada@example.org' },
          authority: { agreement: 'yes', ask_route: 'email' },
        })
        it['authority'] = { rule: 'adult', evidence: [], asks_person: true, in_own_right: false }
        it.messages = []
      },
      'follow',
      'representative',
    )
    const followed = await follow(byLink)
    expect(followed).toMatchObject({ role: 'representative', authority: 'asked', sent: [] })
    expect(JSON.stringify(followed)).not.toMatch(/Ada|ada@/)
  })

  it('lists what was sent to that person, and to nobody else', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await db().query(
      `update heard.outgoing_messages set sent_at = '2026-11-20T23:30:00Z' where complaint_id = $1`,
      [id],
    )
    expect((await follow(byLink))?.sent).toMatchObject([{ template: 'acknowledgement', on: '2026-11-20' }])
  })
})

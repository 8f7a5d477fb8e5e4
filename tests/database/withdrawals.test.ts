import { expect, it } from 'vitest'
import type { Given } from '../../src/complaints/by-code.ts'
import type { Followed } from '../../src/complaints/follow/ports.ts'
import { aFollowedComplaint, aWrongCode, call, lettersOf, reply } from './a-followed-complaint.ts'
import { onEveryDatabase } from './on-every-database.ts'

const [on, until, after] = ['2026-11-23T12:00:00Z', '2026-12-07', '2026-12-08T00:30:00Z']

onEveryDatabase('a complaint that is withdrawn', (db, engine) => {
  const withdraw = (given: Given, at = on) => call(db(), 'withdraw_complaint', given, at, until)
  const takeUp = (given: Given, at = on) => call(db(), 'take_up_complaint', given, at)
  const follow = (given: Given) => call<Followed>(db(), 'follow_complaint', given)

  it('says so, until when it can be taken up again, and tells the person and the team', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    expect(await withdraw(byLink)).toEqual({ withdrawn: true })
    expect((await follow(byLink)).withdrawal).toEqual({ withdrawn_on: '2026-11-23', take_up_by: until })
    expect(await lettersOf(db(), 'complaint_id', id)).toEqual([
      'complaint-withdrawn to complaints-team',
      'withdrawn to complainant',
    ])
  })

  it('keeps its stages and their days as they were, and has them again when it is taken up', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    const before = await follow(byLink)
    await withdraw(byLink)
    expect((await follow(byLink)).stages).toEqual(before.stages)
    expect(await takeUp(byLink)).toEqual({ taken_up: true })
    expect(await follow(byLink)).toEqual(before)
    expect(await lettersOf(db(), 'complaint_id', id)).toContain('taken-up to complainant')
  })

  it('is withdrawn once, and taken up once, however often it is pressed', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await withdraw(byLink)
    expect(await withdraw(byLink)).toEqual({ withdrawn: false })
    await takeUp(byLink)
    expect(await takeUp(byLink)).toEqual({ taken_up: false })
    expect(await lettersOf(db(), 'complaint_id', id)).toHaveLength(4)
  })

  it('can be withdrawn again after it was taken up', async () => {
    const { byLink } = await aFollowedComplaint(db())
    await withdraw(byLink)
    await takeUp(byLink)
    expect(await withdraw(byLink)).toEqual({ withdrawn: true })
  })

  it('can be taken up on the last day in London, and not on the day after', async () => {
    const { byLink } = await aFollowedComplaint(db())
    await withdraw(byLink)
    expect(await takeUp(byLink, after)).toEqual({ taken_up: false })
    expect(await takeUp(byLink, '2026-12-07T23:59:00Z')).toEqual({ taken_up: true })
  })

  it('cannot be withdrawn once it has its reply', async () => {
    const { byLink, id } = await aFollowedComplaint(db())
    await reply(db(), id)
    expect(await withdraw(byLink)).toEqual({ withdrawn: false })
  })

  it('is neither withdrawn nor taken up by what opens nothing', async () => {
    const { reference } = await aFollowedComplaint(db())
    expect(await withdraw(aWrongCode(reference))).toBeNull()
    expect(await takeUp(aWrongCode(reference))).toBeNull()
  })

  it('gives the letters its days', async () => {
    const { byLink, submission } = await aFollowedComplaint(db())
    await withdraw(byLink)
    const claimed = await db().as<{ letter: { template: string; withdrawal: unknown; stage: unknown } }>(
      'mailer',
      'select api.claim_messages(10, 60, $1) as letter',
      [submission.submission_id],
    )
    const letter = claimed.find((each) => each.letter.template === 'withdrawn')?.letter
    expect(letter?.withdrawal).toEqual({ withdrawn_on: '2026-11-23', take_up_by: until })
    expect(letter?.stage).toMatchObject({ respond_by: '2026-12-04' })
  })

  if (engine.parallel)
    it('pressed many times at once is withdrawn once', async () => {
      const { byLink, id } = await aFollowedComplaint(db())
      await Promise.all(Array.from({ length: 8 }, () => withdraw(byLink)))
      expect(await lettersOf(db(), 'complaint_id', id)).toHaveLength(2)
    })
})

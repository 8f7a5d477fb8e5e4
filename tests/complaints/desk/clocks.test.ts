import { describe, expect, it } from 'vitest'
import {
  latestExtension,
  replyDay,
  stageAfter,
  standsAt,
  type Clocked,
} from '../../../src/complaints/desk/clocks.ts'
import { refusalKind, refusalReasons } from '../../../src/complaints/desk/refusals.ts'
import { council } from '../../../src/council/council.ts'
import type { StageReached } from '../../../src/complaints/follow/ports.ts'

const reached: StageReached = {
  number: 1,
  stage: 'stage-1',
  requested_on: '2026-11-02',
  acknowledge_by: '2026-11-09',
  acknowledged_on: null,
  investigator: null,
  respond_by: '2026-11-23',
  extended_to: null,
  extension_reason: null,
  responded_on: null,
}

/** A complaint that came on Monday 2 November 2026. */
const aCase = (procedure: string | null, ...stages: Partial<StageReached>[]): Clocked => ({
  complaint: { procedure, received_on: '2026-11-02' },
  stages: stages.map((stage, place) => ({ ...reached, number: place + 1, ...stage })),
  withdrawals: [],
})
const answered = { responded_on: '2026-11-20' }

describe('the day to reply by, when the team acknowledges', () => {
  it.each([
    // Ten working days from an acknowledgement on Wednesday 4 November.
    ['counts from the acknowledgement', 'corporate', {}, { is: 'counted', by: '2026-11-18' }],
    [
      'is not put off by a late one',
      'corporate',
      { respond_by: '2026-11-17' },
      { is: 'counted', by: '2026-11-17' },
    ],
    [
      'counts from the first',
      'housing',
      { acknowledged_on: '2026-11-03' },
      { is: 'counted', by: '2026-11-17' },
    ],
    // Six months that count the day it came.
    [
      'is agreed where the law leaves it',
      'adult-social-care',
      { respond_by: null },
      { is: 'agreed', latest: '2027-05-01' },
    ],
    [
      'stays as it was agreed',
      'adult-social-care',
      { respond_by: '2026-12-01' },
      { is: 'counted', by: '2026-12-01' },
    ],
  ])('%s', (_, procedure, stage, expected) => {
    expect(replyDay(aCase(procedure, stage), council, '2026-11-04')).toEqual(expected)
  })

  it('is open where the law wants a reply without delay and sets no day', () => {
    const open = council.procedures.find(({ stages }) => stages[0]?.openReply === 'without-delay')!
    const found = aCase(open.id, { stage: open.stages[0]!.id, respond_by: null })
    expect(replyDay(found, council, '2026-11-04')).toEqual({ is: 'open' })
  })

  it('is nobody’s to say of what has no procedure, or a stage that council.json lost', () => {
    expect(replyDay(aCase(null), council, '2026-11-04')).toBeNull()
    expect(standsAt(aCase('corporate', { stage: 'stage-9' }), council)).toBeNull()
  })
})

describe('the last day to which a reply may be put off', () => {
  it.each([
    // Ten working days after Monday 23 November.
    ['is the procedure’s, from the day promised', 'corporate', {}, '2026-12-07'],
    ['is no later for an extension before', 'corporate', { extended_to: '2026-11-30' }, '2026-12-07'],
    [
      'is the end of all, where the day was agreed',
      'adult-social-care',
      { respond_by: '2026-12-01' },
      '2027-05-01',
    ],
    ['is none where no day was promised', 'adult-social-care', { respond_by: null }, null],
    ['is none for a stage that may not be put off', 'childrens-social-care', { stage: 'stage-3' }, null],
  ])('%s', (_, procedure, stage, expected) => {
    expect(latestExtension(aCase(procedure, stage), council)).toBe(expected)
  })
})

describe('the next stage', () => {
  it('has the clocks of council.json, from the day it was asked for', () => {
    // Five working days, then twenty more at the latest.
    expect(stageAfter(aCase('corporate', answered), council, '2026-11-23')).toEqual({
      late: false,
      stage: { number: 2, id: 'stage-2', acknowledge_by: '2026-11-30', respond_by: '2026-12-30' },
    })
  })

  it('begins late as well, and says that it is', () => {
    expect(stageAfter(aCase('corporate', answered), council, '2027-03-01')).toMatchObject({ late: true })
  })

  it.each([
    ['before the reply', aCase('corporate', {})],
    ['after the last', aCase('corporate', answered, { ...answered, stage: 'stage-2' })],
    ['where the procedure has one stage', aCase('adult-social-care', answered)],
    ['of what has no procedure', aCase(null)],
    ['while it is withdrawn', { ...aCase('corporate', answered), withdrawals: [{ taken_up_on: null }] }],
  ])('is none %s', (_, found) => {
    expect(stageAfter(found, council, '2026-11-23')).toBeNull()
  })
})

it('each reason not to take a complaint on is counted as one that council.json has, but the one with none', () => {
  for (const reason of refusalReasons)
    expect(refusalKind(reason, council) === null, reason).toBe(reason === 'other')
  const categories = { ...council.categories, refusals: [] }
  expect(refusalKind('court', { ...council, categories })).toBeNull()
})

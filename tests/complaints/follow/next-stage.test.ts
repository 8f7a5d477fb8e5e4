import { describe, expect, it } from 'vitest'
import { begunBy, nextStage } from '../../../src/complaints/follow/next-stage.ts'
import { progressOf } from '../../../src/complaints/follow/progress.ts'
import type { Followed, StageReached } from '../../../src/complaints/follow/ports.ts'
import { council, type Procedure } from '../../../src/council/council.ts'

const procedure = (id: string): Procedure => council.procedures.find((each) => each.id === id)!

const stage = (change: Partial<StageReached> = {}): StageReached => ({
  number: 1,
  stage: 'stage-1',
  requested_on: '2026-12-01',
  acknowledge_by: '2026-12-08',
  acknowledged_on: '2026-12-01',
  investigator: null,
  respond_by: '2026-12-15',
  extended_to: null,
  extension_reason: null,
  responded_on: null,
  ...change,
})

const followed = (stages: readonly StageReached[], change: Partial<Followed> = {}): Followed => ({
  key: 'k',
  role: 'complainant',
  route: 'email',
  language: 'en',
  named: true,
  authority: 'not-needed',
  reference: '7KM-2RX-9TC',
  kind: 'complaint',
  service: 'bins',
  procedure: 'corporate',
  received_on: '2026-12-01',
  closed: false,
  stages,
  withdrawal: null,
  sent: [],
  received: [],
  files: { count: 0, waiting: 0, kept_back: 0 },
  ...change,
})

const answered = stage({ responded_on: '2026-12-14' })
const second = (change: Partial<StageReached> = {}) => stage({ number: 2, stage: 'stage-2', ...change })
const asked = (id: string, stages: readonly StageReached[], today = '2026-12-16') =>
  nextStage(followed(stages), procedure(id), today)

describe('asking for a review', () => {
  it.each([
    ['leads to stage 2 once stage 1 has its reply', 'corporate', [answered], 'stage'],
    ['is too early before that', 'corporate', [stage()], 'too-early'],
    ['is too early while stage 2 of 3 is open', 'childrens-social-care', [answered, second()], 'too-early'],
    ['has nothing after stage 2 of 2, which is open', 'corporate', [answered, second()], 'last-open'],
    ['ends after stage 2', 'corporate', [answered, second({ responded_on: '2027-01-20' })], 'last'],
    ['ends after the one stage for adults', 'adult-social-care', [answered], 'last'],
    [
      'leads to stage 3 for children',
      'childrens-social-care',
      [answered, second({ responded_on: '2027-01-20' })],
      'stage',
    ],
    ['has no stage to lead to where council.json lost it', 'corporate', [stage({ stage: 'old' })], 'unknown'],
    ['has none where nothing has a stage', 'corporate', [], 'unknown'],
  ] as const)('%s', (_, id, stages, is) => {
    expect(asked(id, stages).is).toBe(is)
  })

  it('is in time up to the last day, and late after it, but never refused', () => {
    // 20 working days from 14 December 2026, over Christmas and New Year.
    const next = (today: string) => asked('corporate', [answered], today)
    expect(next('2027-01-14')).toMatchObject({ is: 'stage', askBy: '2027-01-14', late: false, number: 2 })
    expect(next('2027-01-15')).toMatchObject({ is: 'stage', askBy: '2027-01-14', late: true })
  })

  it('has no last day where the procedure sets none', () => {
    const both = [answered, second({ responded_on: '2027-01-20' })]
    expect(asked('childrens-social-care', both, '2030-01-01')).toMatchObject({
      askBy: null,
      late: false,
      number: 3,
    })
  })

  it('comes after taking up again what was withdrawn', () => {
    const withdrawal = { withdrawn_on: '2026-12-15', take_up_by: '2026-12-31' }
    const given = followed([answered], { withdrawal })
    expect(nextStage(given, procedure('corporate'), '2026-12-16').is).toBe('withdrawn')
  })
})

describe('the clock of the next stage', () => {
  const begun = (id: string, route: string, stages = [answered]) => {
    const given = followed(stages, { route })
    const of = procedure(id)
    return begunBy(nextStage(given, of, '2026-12-16'), given, of, '2026-12-16')
  }

  it('starts at once where the email acknowledges it', () => {
    expect(begun('corporate', 'email')).toEqual({
      stage: { number: 2, id: 'stage-2', acknowledge_by: '2026-12-23', respond_by: '2027-01-18' },
      template: 'review-acknowledgement',
    })
  })

  it('waits for the team’s acknowledgement for anybody else, and says the latest day', () => {
    for (const [id, route] of [
      ['corporate', 'phone'],
      ['housing', 'email'],
    ] as const)
      expect(begun(id, route)).toEqual({
        stage: { number: 2, id: 'stage-2', acknowledge_by: '2026-12-23', respond_by: '2027-01-25' },
        template: 'review-receipt',
      })
  })

  it('is not begun where there is no next stage', () => {
    expect(begun('adult-social-care', 'email').stage).toBeNull()
  })
})

describe('where a complaint stands', () => {
  const withdrawal = { withdrawn_on: '2026-12-02', take_up_by: '2026-12-16' }
  it.each([
    ['received', stage({ acknowledged_on: null }), '2026-12-08'],
    ['looking', stage({ acknowledged_on: null }), '2026-12-09'],
    ['looking', stage(), '2026-12-15'],
    ['late', stage(), '2026-12-16'],
    ['extended', stage({ extended_to: '2026-12-29', extension_reason: 'A report.' }), '2026-12-16'],
    ['late', stage({ extended_to: '2026-12-29', extension_reason: 'A report.' }), '2026-12-30'],
    ['replied', stage({ responded_on: '2026-12-14' }), '2026-12-30'],
    ['open', stage({ respond_by: null }), '2026-12-30'],
  ] as const)('is %s', (is, of, today) => {
    expect(progressOf(followed([of]), today).is).toBe(is)
  })

  it('is withdrawn until the last day to take it up, and then for good', () => {
    const of = followed([stage()], { withdrawal })
    expect(progressOf(of, '2026-12-16')).toMatchObject({ is: 'withdrawn', until: '2026-12-16' })
    expect(progressOf(of, '2026-12-17').is).toBe('withdrawn-for-good')
  })

  it('has no clock where there is no stage', () => {
    expect(progressOf(followed([]), '2026-12-17').is).toBe('no-stage')
  })
})

import { describe, expect, it } from 'vitest'
import { council, type Procedure } from '../../src/council/council.ts'
import { timetable, totalMoment } from '../../src/council/timetable.ts'
import { brighton } from './procedures/brighton.ts'
import { childrensSocialCare } from './procedures/childrens-social-care.ts'
import { shropshireCorporate } from './procedures/shropshire-corporate.ts'

/** What is due in each stage, as "stage: what by day". */
const days = (procedure: Procedure, received: string) =>
  timetable(procedure, received).flatMap(({ stage, moments }) =>
    moments.map(({ what, step, by }) => `${stage.id}: ${step ?? what} ${by}`),
  )

describe('a timetable', () => {
  it('counts the first stage from receipt, and each later one from the last day to ask', () => {
    expect(days(council.procedures[0]!, '2026-12-18')).toEqual([
      'stage-1: acknowledge 2026-12-29',
      'stage-1: reply-at-once 2027-01-06',
      'stage-1: reply 2027-01-13',
      'stage-1: longer 2027-01-27',
      // 14, 15 January (2), 18–22 (7), 25–29 (12), 1–5 February (17), 8–10 (20).
      'stage-2: ask 2027-02-10',
      // 11, 12 (2), 15–17 (5).
      'stage-2: acknowledge 2027-02-17',
      // 18, 19 (2), 22–26 (7), 1–5 March (12), 8–12 (17), 15–17 (20).
      'stage-2: reply 2027-03-17',
      // 18, 19 (2), 22–25 (6), not 26 and 29, 30–31 and 1–2 April (10), 5–9 (15), 12–16 (20).
      'stage-2: longer 2027-04-16',
    ])
  })

  it('says where each count starts', () => {
    const [first] = timetable(council.procedures[0]!, '2026-12-18')
    expect(first!.moments.map(({ what, start }) => [what, start])).toEqual([
      ['acknowledge', '2026-12-18'],
      ['reply-at-once', '2026-12-18'],
      ['reply', '2026-12-29'],
      ['longer', '2027-01-13'],
    ])
  })

  it('counts what follows a try at putting things right from receipt', () => {
    expect(days(brighton.procedure, '2026-12-24')).toEqual([
      'informal: reply 2026-12-29',
      'stage-1: acknowledge 2026-12-30',
      'stage-1: reply 2027-01-12',
      // Asked for on the day of the reply, 12 January: 14th (2), 19th (5), 9 February (20).
      'stage-2: acknowledge 2027-01-14',
      'stage-2: department-told 2027-01-19',
      'stage-2: reply 2027-02-09',
    ])
  })

  it('counts steps from each other', () => {
    const [, , third] = timetable(childrensSocialCare.procedure, '2026-08-27')
    const starts = third!.moments.map(({ step, what, start }) => [step ?? what, start])
    // Stage 1 by 11 September, stage 2 asked for then: 25 days are 16 October. 30 more are 27 November, 5 more 4 December.
    expect(third!.begins).toBe('2026-10-16')
    expect(starts).toEqual([
      ['panel', '2026-10-16'],
      ['report', '2026-11-27'],
      ['reply', '2026-12-04'],
    ])
  })

  it('gives a stage no days where it hangs on a reply without one', () => {
    const { procedure } = shropshireCorporate
    const [, second] = procedure.stages
    const three = { ...procedure, stages: [...procedure.stages, { ...second!, id: 'stage-3' }] }
    expect(timetable(three, '2026-12-18').map(({ begins }) => begins)).toEqual([
      '2026-12-18',
      '2027-02-03',
      null,
    ])
    expect(totalMoment(procedure, '2026-12-18')?.by).toBe('2027-03-17')
    expect(totalMoment(brighton.procedure, '2026-12-18')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { acknowledgedAtOnce, firstStage, outlook } from '../../src/complaints/outlook.ts'
import type { Kind } from '../../src/complaints/ports.ts'
import type { Procedure, Stage } from '../../src/council/council.ts'
import { addDays, addWorkingDays } from '../../src/council/working-days.ts'
import { procedureWith } from './made-up.ts'

const receivedOn = '2026-12-18'
const routes = ['email', 'phone', 'post', 'anonymous'] as const
const working = { unit: 'working-days' } as const

const within5 = { within: 5, from: 'receipt', ...working } as const
const from = (start: 'receipt' | 'acknowledgement') => ({ within: 10, from: start, ...working }) as const

/** What is recorded and promised on the day. */
function promised(kind: Kind, route: string, procedure: Procedure | null) {
  const stage = firstStage({ kind, route, procedure, receivedOn })
  return { stage, outlook: outlook({ kind, route, procedure }, stage) }
}

describe('what is promised', () => {
  it.each(['compliment', 'comment'] as const)('for a %s is thanks, and no clock', (kind) => {
    for (const route of routes) {
      expect(promised(kind, route, null)).toEqual({ stage: null, outlook: { is: 'thanks' } })
      expect(promised(kind, route, procedureWith('system'))).toEqual({
        stage: null,
        outlook: { is: 'thanks' },
      })
    }
  })

  it('to a person who gave no name is no reply, though the clock runs for the team', () => {
    for (const by of ['system', 'team'] as const) {
      for (const respond of [from('acknowledgement'), from('receipt'), null]) {
        const { stage, outlook: told } = promised('complaint', 'anonymous', procedureWith(by, { respond }))
        expect(told).toEqual({ is: 'no-reply' })
        expect(stage!.acknowledge_by).toBe('2026-12-29')
      }
    }
  })

  const rows: [
    string,
    Procedure['acknowledgedBy'],
    'email' | 'phone' | 'post',
    Stage['acknowledge'],
    Stage['respond'],
    object,
  ][] = [
    [
      'the email acknowledges',
      'system',
      'email',
      within5,
      from('acknowledgement'),
      { is: 'one-date', respondBy: '2027-01-06' },
    ],
    [
      'the email acknowledges',
      'system',
      'email',
      null,
      from('acknowledgement'),
      { is: 'one-date', respondBy: '2027-01-06' },
    ],
    [
      'the email acknowledges',
      'system',
      'email',
      within5,
      from('receipt'),
      { is: 'one-date', respondBy: '2027-01-06' },
    ],
    [
      'the email acknowledges',
      'system',
      'email',
      null,
      from('receipt'),
      { is: 'one-date', respondBy: '2027-01-06' },
    ],
    [
      'no time is fixed',
      'system',
      'email',
      within5,
      null,
      { is: 'to-be-agreed', acknowledgeBy: '2026-12-29' },
    ],
    ['no time is fixed', 'system', 'email', null, null, { is: 'to-be-agreed', acknowledgeBy: null }],
    ...(
      [
        ['system', 'phone'],
        ['system', 'post'],
        ['team', 'email'],
        ['team', 'phone'],
        ['team', 'post'],
      ] as const
    ).flatMap(([by, route]): typeof rows => [
      [
        'the team acknowledges',
        by,
        route,
        within5,
        from('acknowledgement'),
        { is: 'two-dates', acknowledgeBy: '2026-12-29', respondBy: '2027-01-13' },
      ],
      [
        'the team acknowledges',
        by,
        route,
        within5,
        from('receipt'),
        { is: 'two-dates', acknowledgeBy: '2026-12-29', respondBy: '2027-01-06' },
      ],
      [
        'no day is fixed to acknowledge',
        by,
        route,
        null,
        from('receipt'),
        { is: 'one-date', respondBy: '2027-01-06' },
      ],
      [
        'the reply hangs on an acknowledgement without a day',
        by,
        route,
        null,
        from('acknowledgement'),
        { is: 'to-be-agreed', acknowledgeBy: null },
      ],
      ['no time is fixed', by, route, within5, null, { is: 'to-be-agreed', acknowledgeBy: '2026-12-29' }],
      ['no time is fixed', by, route, null, null, { is: 'to-be-agreed', acknowledgeBy: null }],
    ]),
  ]

  it.each(rows)('where %s (%s, %s, %j, %j) is %j', (_, by, route, acknowledge, respond, expected) => {
    const procedure = procedureWith(by, { acknowledge, respond })
    const { stage, outlook: told } = promised('complaint', route, procedure)
    expect(told).toEqual(expected)
    // The record holds every day that was promised.
    if ('respondBy' in told) expect(stage!.respond_by).toBe(told.respondBy)
    if ('acknowledgeBy' in told) expect(stage!.acknowledge_by).toBe(told.acknowledgeBy)
  })

  it('is never earlier than it need be, nor later than the procedure allows', () => {
    for (let day = '2026-11-01'; day < '2027-04-30'; day = addDays(day, 1)) {
      const received = { kind: 'complaint', procedure: procedureWith('system'), receivedOn: day } as const
      expect(firstStage({ ...received, route: 'email' })!.respond_by).toBe(addWorkingDays(day, 10))
      expect(firstStage({ ...received, route: 'post' })!.respond_by).toBe(
        addWorkingDays(addWorkingDays(day, 5), 10),
      )
    }
  })

  it('can be acknowledged at once only by email, and only where the system acknowledges', () => {
    const at = (by: Procedure['acknowledgedBy']) =>
      routes.filter((route) => acknowledgedAtOnce(procedureWith(by), route))
    expect({ system: at('system'), team: at('team') }).toEqual({ system: ['email'], team: [] })
  })
})

import { describe, expect, it } from 'vitest'
import type { Procedure, Stage } from '../../src/council/council.ts'
import { askBy, deadlines, deadlinesOnReceipt } from '../../src/council/deadlines.ts'

// The Ombudsman's Code, written out here so that an edit of council.json cannot move what is expected.
const stage1: Stage = {
  id: 'stage-1',
  name: { en: 'Stage 1' },
  decidedBy: { en: 'A manager' },
  acknowledge: { within: 5, unit: 'working-days', from: 'receipt' },
  respond: { within: 10, unit: 'working-days', from: 'acknowledgement' },
  extension: { upTo: 10, unit: 'working-days' },
}
const stage2: Stage = {
  id: 'stage-2',
  name: { en: 'Stage 2' },
  decidedBy: { en: 'A senior manager' },
  askWithin: { within: 20, unit: 'working-days', from: 'response' },
  acknowledge: { within: 5, unit: 'working-days', from: 'request' },
  respond: { within: 20, unit: 'working-days', from: 'acknowledgement' },
  extension: { upTo: 20, unit: 'working-days' },
}
const code: Procedure = {
  id: 'corporate',
  name: { en: 'Corporate complaints procedure' },
  basis: 'lgsco-code',
  acknowledgedBy: 'team',
  timeLimitMonths: 12,
  ombudsman: 'lgsco',
  source: 'The Code',
  checked: '2026-11-21',
  stages: [stage1, stage2],
}

describe('the code chain of DOMAIN 8.3', () => {
  it('gives its three dates when the acknowledgement takes as long as it may', () => {
    expect(deadlines(stage1, { received: '2026-12-18', acknowledged: '2026-12-29' })).toEqual({
      acknowledgeBy: '2026-12-29',
      respondBy: '2027-01-13',
      respondByLatest: '2027-01-13',
      extendedTo: '2027-01-27',
    })
  })
})

describe('a procedure that the team acknowledges', () => {
  it('promises the acknowledgement by one date and the reply at the latest by another', () => {
    expect(deadlinesOnReceipt(code, '2026-12-18')).toEqual({
      acknowledgeBy: '2026-12-29',
      respondBy: null,
      respondByLatest: '2027-01-13',
      extendedTo: '2027-01-27',
    })
  })

  it('brings the reply forward when it is acknowledged early', () => {
    const promised = deadlines(stage1, { received: '2026-12-18', acknowledged: '2026-12-21' })
    expect(promised.respondBy).toBe('2027-01-07')
    expect(promised.respondByLatest).toBe('2027-01-07')
    expect(promised.extendedTo).toBe('2027-01-21')
  })

  it('does not put the reply off when it is acknowledged late', () => {
    const promised = deadlines(stage1, { received: '2026-12-18', acknowledged: '2027-01-11' })
    expect(promised.acknowledgeBy).toBe('2026-12-29')
    expect(promised.respondBy).toBe('2027-01-13')
  })
})

describe('a procedure that the system acknowledges', () => {
  it('counts the reply from the day the complaint came, so that there is one date', () => {
    const promised = deadlinesOnReceipt({ ...code, acknowledgedBy: 'system' }, '2026-12-18')
    expect(promised.respondBy).toBe('2027-01-06')
    expect(promised.respondByLatest).toBe('2027-01-06')
    expect(promised.extendedTo).toBe('2027-01-20')
  })

  it('counts from Christmas Day when the complaint comes on it', () => {
    const promised = deadlinesOnReceipt({ ...code, acknowledgedBy: 'system' }, '2026-12-25')
    expect(promised.respondBy).toBe('2027-01-12')
  })
})

describe('a later stage', () => {
  it('counts from the request and not from the complaint', () => {
    expect(deadlines(stage2, { received: '2025-01-02', requested: '2026-12-18' })).toEqual({
      acknowledgeBy: '2026-12-29',
      respondBy: null,
      respondByLatest: '2027-01-27',
      extendedTo: '2027-02-24',
    })
  })

  it('counts the reply from its own acknowledgement', () => {
    const happened = { received: '2025-01-02', requested: '2026-12-18', acknowledged: '2026-12-18' }
    expect(deadlines(stage2, happened).respondBy).toBe('2027-01-20')
  })

  it('cannot be dated before it is asked for', () => {
    expect(() => deadlines(stage2, { received: '2026-12-18' })).toThrow('give requested')
  })

  it('may be asked for as long as the stage says after the reply before it', () => {
    expect(askBy(stage2, '2026-12-24')).toBe('2027-01-26')
    expect(
      askBy({ ...stage2, askWithin: { within: 28, unit: 'calendar-days', from: 'response' } }, '2026-12-24'),
    ).toBe('2027-01-21')
  })

  it('may be asked for at any time where no limit is set', () => {
    expect(askBy({ ...stage2, askWithin: undefined }, '2026-12-24')).toBeNull()
  })
})

describe('other clocks', () => {
  it('counts a reply from receipt whatever the acknowledgement, known from the start', () => {
    const brighton: Stage = {
      ...stage1,
      acknowledge: { within: 2, unit: 'working-days', from: 'receipt' },
      respond: { within: 10, unit: 'working-days', from: 'receipt' },
      extension: undefined,
    }
    const promised = {
      acknowledgeBy: '2025-04-22',
      respondBy: '2025-05-02',
      respondByLatest: '2025-05-02',
      extendedTo: null,
    }
    expect(deadlines(brighton, { received: '2025-04-16' })).toEqual(promised)
    expect(deadlines(brighton, { received: '2025-04-16', acknowledged: '2025-04-17' })).toEqual(promised)
  })

  it('counts calendar days through weekends and bank holidays', () => {
    const dataProtection: Stage = {
      ...stage1,
      acknowledge: { within: 30, unit: 'calendar-days', from: 'receipt' },
      respond: null,
      extension: undefined,
    }
    expect(deadlines(dataProtection, { received: '2026-12-24' }).acknowledgeBy).toBe('2027-01-23')
  })

  it('gives no reply date where none is fixed, since one will be agreed', () => {
    const adultCare: Stage = {
      ...stage1,
      acknowledge: { within: 3, unit: 'working-days', from: 'receipt' },
      respond: null,
      extension: undefined,
    }
    expect(deadlines(adultCare, { received: '2026-12-24', acknowledged: '2026-12-29' })).toEqual({
      acknowledgeBy: '2026-12-31',
      respondBy: null,
      respondByLatest: null,
      extendedTo: null,
    })
  })

  it('gives no acknowledgement date where none is fixed, and still dates a reply counted from receipt', () => {
    const childrens: Stage = {
      ...stage1,
      acknowledge: null,
      respond: { within: 10, unit: 'working-days', from: 'receipt' },
    }
    expect(deadlines(childrens, { received: '2026-03-31' })).toEqual({
      acknowledgeBy: null,
      respondBy: '2026-04-16',
      respondByLatest: '2026-04-16',
      extendedTo: '2026-04-30',
    })
  })

  it('counts investigations of 25 working days, and of 65 at most, from the request', () => {
    const investigation: Stage = {
      ...stage2,
      acknowledge: null,
      respond: { within: 25, unit: 'working-days', from: 'request' },
      extension: { upTo: 40, unit: 'working-days' },
    }
    expect(deadlines(investigation, { received: '2026-01-02', requested: '2026-05-01' })).toMatchObject({
      respondBy: '2026-06-09',
      extendedTo: '2026-08-04',
    })
  })
})

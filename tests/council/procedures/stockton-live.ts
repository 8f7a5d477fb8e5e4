import { read, words, workingDays, type Fixture } from './fixture.ts'

/** Stockton as its pages have it (DOMAIN 1.3): early resolution in 5 working days, stage 2 acknowledged in 3, to be asked for in 20. */
export const stocktonLive: Fixture = {
  procedure: {
    id: 'stockton-live',
    name: words('Stockton'),
    basis: 'council',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'early-resolution',
        name: words('Early resolution'),
        informal: true,
        decidedBy: words('The central team'),
        acknowledge: null,
        respond: workingDays(5, 'receipt'),
      },
      {
        id: 'stage-1',
        name: words('Stage 1'),
        decidedBy: words('A manager'),
        acknowledge: workingDays(1, 'receipt'),
        respond: workingDays(25, 'receipt'),
      },
      {
        id: 'stage-2',
        name: words('Stage 2'),
        decidedBy: words('A senior officer'),
        newDecider: true,
        reasons: 'required',
        askWithin: workingDays(20, 'response'),
        acknowledge: workingDays(3, 'request'),
        respond: workingDays(20, 'request'),
      },
    ],
    ...read('DOMAIN 1.3, stockton_live'),
  },
  dates: {
    'early-resolution': `
      start       respondByLatest
      2025-04-16  2025-04-25
      2026-03-31  2026-04-09
      2026-08-27  2026-09-04
      2026-12-18  2026-12-29
      2026-12-24  2027-01-05
      2027-12-23  2028-01-04
    `,
    'stage-1': `
      start       acknowledgeBy  respondByLatest
      2025-04-16  2025-04-17     2025-05-27
      2026-03-31  2026-04-01     2026-05-08
      2026-08-27  2026-08-28     2026-10-02
      2026-12-18  2026-12-21     2027-01-27
      2026-12-24  2026-12-29     2027-02-02
      2027-12-23  2027-12-24     2028-02-01
    `,
    'stage-2': `
      start       askBy       acknowledgeBy  respondByLatest
      2025-04-16  2025-05-19  2025-04-23     2025-05-19
      2026-03-31  2026-04-30  2026-04-07     2026-04-30
      2026-08-27  2026-09-25  2026-09-02     2026-09-25
      2026-12-18  2027-01-20  2026-12-23     2027-01-20
      2026-12-24  2027-01-26  2026-12-31     2027-01-26
      2027-12-23  2028-01-25  2027-12-30     2028-01-25
    `,
  },
}

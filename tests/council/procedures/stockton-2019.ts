import { read, words, workingDays, type Fixture } from './fixture.ts'

/** Stockton in 2019 (DOMAIN 1.3): 1 working day to acknowledge, 3 for early resolution, 25 for stage 1, 20 for stage 2. */
export const stockton2019: Fixture = {
  procedure: {
    id: 'stockton-2019',
    name: words('Stockton, 2019'),
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
        respond: workingDays(3, 'receipt'),
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
        acknowledge: null,
        respond: workingDays(20, 'request'),
      },
    ],
    ...read('DOMAIN 1.3, stockton_2019'),
  },
  dates: {
    'early-resolution': `
      start       respondByLatest
      2025-04-16  2025-04-23
      2026-03-31  2026-04-07
      2026-08-27  2026-09-02
      2026-12-18  2026-12-23
      2026-12-24  2026-12-31
      2027-12-23  2027-12-30
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
      start       respondByLatest
      2025-04-16  2025-05-19
      2026-03-31  2026-04-30
      2026-08-27  2026-09-25
      2026-12-18  2027-01-20
      2026-12-24  2027-01-26
      2027-12-23  2028-01-25
    `,
  },
}

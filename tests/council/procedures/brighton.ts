import { read, words, workingDays, type Fixture } from './fixture.ts'

/** Brighton and Hove as its source has it (DOMAIN 1.3): 24 hours for the team, which is the next working day; then 2 and 10
 * working days from receipt; at stage 2 acknowledged in 2, the department told in 5, answered in 20. */
export const brighton: Fixture = {
  procedure: {
    id: 'brighton',
    name: words('Brighton and Hove'),
    basis: 'council',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'informal',
        name: words('Put right on the spot'),
        informal: true,
        decidedBy: words('The service team'),
        acknowledge: null,
        respond: workingDays(1, 'receipt'),
      },
      {
        id: 'stage-1',
        name: words('Stage 1'),
        decidedBy: words('The service team'),
        acknowledge: workingDays(2, 'receipt'),
        respond: workingDays(10, 'receipt'),
      },
      {
        id: 'stage-2',
        name: words('Stage 2'),
        decidedBy: words('A customer feedback manager'),
        newDecider: true,
        reasons: 'required',
        canBeRefused: true,
        acknowledge: workingDays(2, 'request'),
        steps: [
          {
            id: 'department-told',
            name: words('The department is told'),
            what: words('If it is to be investigated.'),
            clock: workingDays(5, 'request'),
          },
        ],
        respond: workingDays(20, 'request'),
      },
    ],
    ...read('DOMAIN 1.3, brighton_hove_source'),
  },
  dates: {
    informal: `
      start       respondByLatest
      2025-04-16  2025-04-17
      2026-03-31  2026-04-01
      2026-08-27  2026-08-28
      2026-12-18  2026-12-21
      2026-12-24  2026-12-29
      2027-12-23  2027-12-24
    `,
    'stage-1': `
      start       acknowledgeBy  respondByLatest
      2025-04-16  2025-04-22     2025-05-02
      2026-03-31  2026-04-02     2026-04-16
      2026-08-27  2026-09-01     2026-09-11
      2026-12-18  2026-12-22     2027-01-06
      2026-12-24  2026-12-30     2027-01-12
      2027-12-23  2027-12-29     2028-01-11
    `,
    'stage-2': `
      start       acknowledgeBy  department-told  respondByLatest
      2025-04-16  2025-04-22     2025-04-25       2025-05-19
      2026-03-31  2026-04-02     2026-04-09       2026-04-30
      2026-08-27  2026-09-01     2026-09-04       2026-09-25
      2026-12-18  2026-12-22     2026-12-29       2027-01-20
      2026-12-24  2026-12-30     2027-01-05       2027-01-26
      2027-12-23  2027-12-29     2028-01-04       2028-01-25
    `,
  },
}

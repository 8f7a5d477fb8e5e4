import { asked, moreWorkingDays, read, words, workingDays, type Fixture } from './fixture.ts'

/** Shropshire’s own account of the children’s procedure in 2015/16 (DOMAIN 1.3): 3 working days to acknowledge, no days for the panel. */
export const shropshireChildrens: Fixture = {
  procedure: {
    id: 'shropshire-childrens',
    name: words('Shropshire, children'),
    basis: 'childrens-social-care-regulations',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'stage-1',
        name: words('Stage 1'),
        decidedBy: words('A team manager'),
        acknowledge: workingDays(3, 'receipt'),
        respond: workingDays(10, 'receipt'),
        extension: moreWorkingDays(10),
      },
      {
        id: 'stage-2',
        name: words('Stage 2'),
        decidedBy: words('A senior manager'),
        ...asked,
        acknowledge: null,
        steps: [
          {
            id: 'investigation',
            name: words('Investigation'),
            what: words('An investigating officer and an independent person report.'),
            clock: null,
          },
          {
            id: 'adjudication',
            name: words('Adjudication'),
            what: words('A senior manager decides.'),
            clock: null,
          },
        ],
        respond: workingDays(25, 'request'),
        extension: moreWorkingDays(40),
      },
      {
        id: 'stage-3',
        name: words('Stage 3'),
        decidedBy: words('The council'),
        ...asked,
        acknowledge: null,
        steps: [
          {
            id: 'panel',
            name: words('The panel meets'),
            what: words('Three external people review the complaint.'),
            clock: null,
          },
        ],
        respond: null,
        openReply: 'date-agreed',
      },
    ],
    ...read('DOMAIN 1.3, shropshire_children_statutory_2015_16'),
  },
  dates: {
    'stage-1': `
      start       acknowledgeBy  respondByLatest  extendedTo
      2025-04-16  2025-04-23     2025-05-02       2025-05-19
      2026-03-31  2026-04-07     2026-04-16       2026-04-30
      2026-08-27  2026-09-02     2026-09-11       2026-09-25
      2026-12-18  2026-12-23     2027-01-06       2027-01-20
      2026-12-24  2026-12-31     2027-01-12       2027-01-26
      2027-12-23  2027-12-30     2028-01-11       2028-01-25
    `,
    'stage-2': `
      start       respondByLatest  extendedTo
      2025-04-16  2025-05-27       2025-07-22
      2026-03-31  2026-05-08       2026-07-06
      2026-08-27  2026-10-02       2026-11-27
      2026-12-18  2027-01-27       2027-03-24
      2026-12-24  2027-02-02       2027-04-01
      2027-12-23  2028-02-01       2028-03-28
    `,
  },
}

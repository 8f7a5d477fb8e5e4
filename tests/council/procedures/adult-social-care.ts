import { read, words, workingDays, type Fixture } from './fixture.ts'

/** Adult social care (2009 Regulations; DOMAIN 3): acknowledged in 3 working days, a date agreed, six months at the outside,
 * the day of receipt counted: the day before the one with the same number, or the month’s last. */
export const adultSocialCare: Fixture = {
  procedure: {
    id: 'adult-social-care',
    name: words('adult social care'),
    basis: 'adult-social-care-regulations',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    total: { within: 6, unit: 'months', includesFirstDay: true, from: 'receipt' },
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'stage-1',
        name: words('The one stage'),
        decidedBy: words('A manager'),
        acknowledge: workingDays(3, 'receipt'),
        respond: null,
        openReply: 'date-agreed',
      },
    ],
    ...read('DOMAIN 3'),
  },
  dates: {
    'stage-1': `
      start       acknowledgeBy  totalBy
      2025-04-16  2025-04-23     2025-10-15
      2026-03-31  2026-04-07     2026-09-30
      2026-08-27  2026-09-02     2027-02-26
      2026-12-18  2026-12-23     2027-06-17
      2026-12-24  2026-12-31     2027-06-23
      2027-12-23  2027-12-30     2028-06-22
    `,
  },
}

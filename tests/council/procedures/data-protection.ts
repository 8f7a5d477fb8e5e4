import { read, words, type Fixture } from './fixture.ts'

/** Complaints about personal information (DOMAIN 6): 30 calendar days to acknowledge, of which the day of receipt is the
 * first; weekends and bank holidays count. Thirty days from 18 December: 14 to the 31st, and 16 in January. */
export const dataProtection: Fixture = {
  procedure: {
    id: 'data-protection',
    name: words('data protection'),
    basis: 'data-protection-act',
    acknowledgedBy: 'team',
    timeLimitMonths: null,
    ombudsman: 'ico',
    stages: [
      {
        id: 'stage-1',
        name: words('The one stage'),
        decidedBy: words('The data protection officer'),
        acknowledge: { within: 30, unit: 'calendar-days', includesFirstDay: true, from: 'receipt' },
        respond: null,
        openReply: 'without-delay',
      },
    ],
    ...read('DOMAIN 6'),
  },
  dates: {
    'stage-1': `
      start       acknowledgeBy
      2025-04-16  2025-05-15
      2026-03-31  2026-04-29
      2026-08-27  2026-09-25
      2026-12-18  2027-01-16
      2026-12-24  2027-01-22
      2027-12-23  2028-01-21
    `,
  },
}

import { asked, moreWorkingDays, read, words, workingDays, type Fixture } from './fixture.ts'

/** Shropshire’s model for providers (DOMAIN 1.3): 3 to 5 working days to acknowledge, 20 to 30 to answer, a review, at most
 * six months for everything: the day with the same number, or the month’s last. */
export const shropshireProvider: Fixture = {
  procedure: {
    id: 'shropshire-provider',
    name: words('Shropshire, providers'),
    basis: 'council',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    total: { within: 6, unit: 'months', from: 'receipt' },
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'stage-1',
        name: words('Stage 1'),
        decidedBy: words('An investigator with no earlier part in it'),
        acknowledge: workingDays(5, 'receipt'),
        respond: workingDays(20, 'receipt'),
        extension: moreWorkingDays(10),
      },
      {
        id: 'review',
        name: words('Review'),
        decidedBy: words('The provider or the commissioner'),
        ...asked,
        acknowledge: null,
        respond: null,
        openReply: 'date-agreed',
      },
    ],
    ...read('DOMAIN 1.3, shropshire_provider_2017'),
  },
  dates: {
    'stage-1': `
      start       acknowledgeBy  respondByLatest  extendedTo  totalBy
      2025-04-16  2025-04-25     2025-05-19       2025-06-03  2025-10-16  30: 25 is 27 May, 28–30 May (28), 2–3 Jun (30)
      2026-03-31  2026-04-09     2026-04-30       2026-05-15  2026-09-30  30: 25 is 8 May, 11–15 May (30)
      2026-08-27  2026-09-04     2026-09-25       2026-10-09  2027-02-27  30: 25 is 2 Oct, 5–9 Oct (30)
      2026-12-18  2026-12-29     2027-01-20       2027-02-03  2027-06-18  30: 25 is 27 Jan, 28–29 Jan (27), 1–3 Feb (30)
      2026-12-24  2027-01-05     2027-01-26       2027-02-09  2027-06-24  30: 25 is 2 Feb, 3–5 Feb (28), 8–9 Feb (30)
      2027-12-23  2028-01-04     2028-01-25       2028-02-08  2028-06-23  30: 25 is 1 Feb, 2–4 Feb (28), 7–8 Feb (30)
    `,
  },
}

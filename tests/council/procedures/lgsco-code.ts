import { asked, moreWorkingDays, read, words, workingDays, type Fixture } from './fixture.ts'

/** The Ombudsman’s Code (DOMAIN 1.3, 2.4): 5 working days, 10 from then, 10 more; then 5, 20 and 20 more. */
export const lgscoCode: Fixture = {
  procedure: {
    id: 'lgsco-code',
    name: words('lgsco-code'),
    basis: 'lgsco-code',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'stage-1',
        name: words('Stage 1'),
        decidedBy: words('A manager'),
        acknowledge: workingDays(5, 'receipt'),
        respond: workingDays(10, 'acknowledgement'),
        extension: moreWorkingDays(10),
      },
      {
        id: 'stage-2',
        name: words('Stage 2'),
        decidedBy: words('A senior manager'),
        ...asked,
        acknowledge: workingDays(5, 'request'),
        respond: workingDays(20, 'acknowledgement'),
        extension: moreWorkingDays(20),
      },
    ],
    ...read('DOMAIN 1.3, code_lgsco_2024'),
  },
  dates: {
    'stage-1': `
      start       acknowledgeBy  respondByLatest  extendedTo
      2025-04-16  2025-04-25     2025-05-12       2025-05-27  15: 10 is 2 May, not 5 May, 6–9 May (14), 12 May (15)
      2026-03-31  2026-04-09     2026-04-23       2026-05-08  15: 10 is 16 Apr, 17 Apr (11), 20–23 Apr (15)
      2026-08-27  2026-09-04     2026-09-18       2026-10-02  15: 10 is 11 Sep, 14–18 Sep (15)
      2026-12-18  2026-12-29     2027-01-13       2027-01-27  15: 10 is 6 Jan, 7–8 Jan (12), 11–13 Jan (15)
      2026-12-24  2027-01-05     2027-01-19       2027-02-02  15: 10 is 12 Jan, 13–15 Jan (13), 18–19 Jan (15)
      2027-12-23  2028-01-04     2028-01-18       2028-02-01  15: 10 is 11 Jan, 12–14 Jan (13), 17–18 Jan (15)
    `,
    'stage-2': `
      start       acknowledgeBy  respondByLatest  extendedTo
      2025-04-16  2025-04-25     2025-05-27       2025-06-24  45: 25 is 27 May, 28–30 May (28), 2–6 Jun (33), 9–13 Jun (38), 16–20 Jun (43), 23–24 Jun (45)
      2026-03-31  2026-04-09     2026-05-08       2026-06-08  45: 25 is 8 May, 11–15 May (30), 18–22 May (35), not 25 May, 26–29 May (39), 1–5 Jun (44), 8 Jun (45)
      2026-08-27  2026-09-04     2026-10-02       2026-10-30  45: 25 is 2 Oct, 5–9 Oct (30), 12–16 Oct (35), 19–23 Oct (40), 26–30 Oct (45)
      2026-12-18  2026-12-29     2027-01-27       2027-02-24  45: 25 is 27 Jan, 28–29 Jan (27), 1–5 Feb (32), 8–12 Feb (37), 15–19 Feb (42), 22–24 Feb (45)
      2026-12-24  2027-01-05     2027-02-02       2027-03-02  45: 25 is 2 Feb, 3–5 Feb (28), 8–12 Feb (33), 15–19 Feb (38), 22–26 Feb (43), 1–2 Mar (45)
      2027-12-23  2028-01-04     2028-02-01       2028-02-29  45: 25 is 1 Feb, 2–4 Feb (28), 7–11 Feb (33), 14–18 Feb (38), 21–25 Feb (43), 28–29 Feb (45)
    `,
  },
}

import { asked, read, words, workingDays, type Fixture } from './fixture.ts'

/** Shropshire’s corporate procedure in 2015/16 (DOMAIN 1.3): 6 weeks, which are 30 working days; 12 weeks, or 60, for both stages. */
export const shropshireCorporate: Fixture = {
  procedure: {
    id: 'shropshire-corporate',
    name: words('Shropshire, corporate'),
    basis: 'council',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    total: workingDays(60, 'receipt'),
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'stage-1',
        name: words('Stage 1'),
        decidedBy: words('The service'),
        acknowledge: null,
        respond: workingDays(30, 'receipt'),
      },
      {
        id: 'stage-2',
        name: words('Stage 2'),
        decidedBy: words('The feedback team'),
        ...asked,
        acknowledge: null,
        respond: null,
        openReply: 'date-agreed',
      },
    ],
    ...read('DOMAIN 1.3, shropshire_corporate_2015_16'),
  },
  dates: {
    'stage-1': `
      start       respondByLatest  totalBy
      2025-04-16  2025-06-03       2025-07-15  30: 25 is 27 May, 28–30 May (28), 2–3 Jun (30); 60: 25 is 27 May, 28–30 May (28), 2–6 Jun (33), 9–13 Jun (38), 16–20 Jun (43), 23–27 Jun (48), 30 Jun–4 Jul (53), 7–11 Jul (58), 14–15 Jul (60)
      2026-03-31  2026-05-15       2026-06-29  60: 25 is 8 May, 11–15 May (30), 18–22 May (35), not 25 May, 26–29 May (39), 1–5 Jun (44), 8–12 Jun (49), 15–19 Jun (54), 22–26 Jun (59), 29 Jun (60)
      2026-08-27  2026-10-09       2026-11-20  60: 25 is 2 Oct, 5–9 Oct (30), 12–16 Oct (35), 19–23 Oct (40), 26–30 Oct (45), 2–6 Nov (50), 9–13 Nov (55), 16–20 Nov (60)
      2026-12-18  2027-02-03       2027-03-17  30: 25 is 27 Jan, 28–29 Jan (27), 1–3 Feb (30); 60: 25 is 27 Jan, 28–29 Jan (27), 1–5 Feb (32), 8–12 Feb (37), 15–19 Feb (42), 22–26 Feb (47), 1–5 Mar (52), 8–12 Mar (57), 15–17 Mar (60)
      2026-12-24  2027-02-09       2027-03-23  30: 25 is 2 Feb, 3–5 Feb (28), 8–9 Feb (30); 60: 25 is 2 Feb, 3–5 Feb (28), 8–12 Feb (33), 15–19 Feb (38), 22–26 Feb (43), 1–5 Mar (48), 8–12 Mar (53), 15–19 Mar (58), 22–23 Mar (60)
      2027-12-23  2028-02-08       2028-03-21  30: 25 is 1 Feb, 2–4 Feb (28), 7–8 Feb (30); 60: 25 is 1 Feb, 2–4 Feb (28), 7–11 Feb (33), 14–18 Feb (38), 21–25 Feb (43), 28 Feb–3 Mar (48), 6–10 Mar (53), 13–17 Mar (58), 20–21 Mar (60)
    `,
  },
}

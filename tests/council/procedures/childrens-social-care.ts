import { asked, moreWorkingDays, read, words, workingDays, type Fixture } from './fixture.ts'

/** Children’s social care (2006 Regulations; DOMAIN 4): 10 to 20 working days, 25 to 65, then a panel within 30, its report
 * within 5, the reply within 15. The regulations set no time to acknowledge. */
export const childrensSocialCare: Fixture = {
  procedure: {
    id: 'childrens-social-care',
    name: words('children’s social care'),
    basis: 'childrens-social-care-regulations',
    acknowledgedBy: 'team',
    timeLimitMonths: 12,
    ombudsman: 'lgsco',
    stages: [
      {
        id: 'stage-1',
        name: words('Stage 1'),
        decidedBy: words('A team manager'),
        acknowledge: null,
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
            what: words('Three independent people.'),
            clock: workingDays(30, 'request'),
          },
          {
            id: 'report',
            name: words('The panel reports'),
            what: words('To the person and the council.'),
            clock: workingDays(5, 'step-before'),
          },
        ],
        respond: workingDays(15, 'last-step'),
      },
    ],
    ...read('DOMAIN 4'),
  },
  dates: {
    'stage-1': `
      start       respondByLatest  extendedTo
      2025-04-16  2025-05-02       2025-05-19
      2026-03-31  2026-04-16       2026-04-30
      2026-08-27  2026-09-11       2026-09-25
      2026-12-18  2027-01-06       2027-01-20
      2026-12-24  2027-01-12       2027-01-26
      2027-12-23  2028-01-11       2028-01-25
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
    'stage-3': `
      start       panel       report      respondByLatest
      2025-04-16  2025-06-03  2025-06-10  2025-07-01       30: 25 is 27 May, 28–30 May (28), 2–3 Jun (30); 35: 25 is 27 May, 28–30 May (28), 2–6 Jun (33), 9–10 Jun (35); 50: 25 is 27 May, 28–30 May (28), 2–6 Jun (33), 9–13 Jun (38), 16–20 Jun (43), 23–27 Jun (48), 30 Jun–1 Jul (50)
      2026-03-31  2026-05-15  2026-05-22  2026-06-15       50: 25 is 8 May, 11–15 May (30), 18–22 May (35), not 25 May, 26–29 May (39), 1–5 Jun (44), 8–12 Jun (49), 15 Jun (50)
      2026-08-27  2026-10-09  2026-10-16  2026-11-06       50: 25 is 2 Oct, 5–9 Oct (30), 12–16 Oct (35), 19–23 Oct (40), 26–30 Oct (45), 2–6 Nov (50)
      2026-12-18  2027-02-03  2027-02-10  2027-03-03       30: 25 is 27 Jan, 28–29 Jan (27), 1–3 Feb (30); 35: 25 is 27 Jan, 28–29 Jan (27), 1–5 Feb (32), 8–10 Feb (35); 50: 25 is 27 Jan, 28–29 Jan (27), 1–5 Feb (32), 8–12 Feb (37), 15–19 Feb (42), 22–26 Feb (47), 1–3 Mar (50)
      2026-12-24  2027-02-09  2027-02-16  2027-03-09       30: 25 is 2 Feb, 3–5 Feb (28), 8–9 Feb (30); 35: 25 is 2 Feb, 3–5 Feb (28), 8–12 Feb (33), 15–16 Feb (35); 50: 25 is 2 Feb, 3–5 Feb (28), 8–12 Feb (33), 15–19 Feb (38), 22–26 Feb (43), 1–5 Mar (48), 8–9 Mar (50)
      2027-12-23  2028-02-08  2028-02-15  2028-03-07       30: 25 is 1 Feb, 2–4 Feb (28), 7–8 Feb (30); 35: 25 is 1 Feb, 2–4 Feb (28), 7–11 Feb (33), 14–15 Feb (35); 50: 25 is 1 Feb, 2–4 Feb (28), 7–11 Feb (33), 14–18 Feb (38), 21–25 Feb (43), 28 Feb–3 Mar (48), 6–7 Mar (50)
    `,
  },
}

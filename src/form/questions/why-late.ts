import { longText } from '../kinds/text.ts'

/**
 * Why it is told only now. A late complaint is still taken: the Ombudsman's Code lets a council use its
 * discretion after 12 months, and it can only do so if it knows the reason (DOMAIN 2.2).
 */
export const whyLate = longText({
  id: 'why-late',
  max: 5000,
  optional: true,
  record: 'complaint.late_reason',
  when: {
    all: [
      { question: 'kind', is: ['complaint'] },
      { question: 'happened-on', olderThanMonths: 12 },
    ],
  },
})

import { choice } from '../kinds/choice.ts'

/** Complaints of discrimination are flagged, so that they can be watched over (DOMAIN 12.12). */
export const discrimination = choice({
  id: 'discrimination',
  options: ['no', 'yes', 'not-sure'],
  record: 'complaint.discrimination_flag',
  when: { question: 'kind', is: ['complaint'] },
})

import { choice } from '../kinds/choice.ts'

/** Whether anyone is at risk of harm now. Any answer but no tells the safeguarding team at once. */
export const risk = choice({
  id: 'risk',
  options: ['no', 'yes', 'not-sure'],
  record: 'complaint.safeguarding_flag',
  when: { question: 'kind', isNot: ['compliment'] },
})

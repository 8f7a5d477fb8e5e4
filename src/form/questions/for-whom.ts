import { choice } from '../kinds/choice.ts'

/** Whom the complaint is for. Everything about somebody else is asked only where it is not for the writer. */
export const forWhom = choice({
  id: 'for-whom',
  options: ['myself', 'someone-else'],
  record: 'complaint.made_for',
  when: { question: 'kind', is: ['complaint'] },
})

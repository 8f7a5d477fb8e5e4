import { longText } from '../kinds/text.ts'

/** What would put it right. The acknowledgement plays it back, so that both sides agree what is asked for. */
export const outcome = longText({
  id: 'outcome',
  max: 5000,
  optional: true,
  record: 'complaint.desired_outcome',
  when: { question: 'kind', is: ['complaint'] },
})

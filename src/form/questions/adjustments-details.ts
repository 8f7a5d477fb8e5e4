import { longText } from '../kinds/text.ts'

export const adjustmentsDetails = longText({
  id: 'adjustments-details',
  max: 2000,
  optional: true,
  record: 'person.adjustments_details',
  when: { question: 'reply-route', is: ['email', 'phone', 'post'] },
})

import { longText } from '../kinds/text.ts'

export const discriminationDetails = longText({
  id: 'discrimination-details',
  max: 5000,
  optional: true,
  record: 'complaint.discrimination_details',
  when: { question: 'discrimination', is: ['yes', 'not-sure'] },
})

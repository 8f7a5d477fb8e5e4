import { longText } from '../kinds/text.ts'

export const toldBeforeDetails = longText({
  id: 'told-before-details',
  max: 5000,
  optional: true,
  record: 'complaint.told_before_details',
  when: { question: 'told-before', is: ['yes'] },
})

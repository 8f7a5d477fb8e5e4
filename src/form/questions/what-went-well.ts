import { longText } from '../kinds/text.ts'

export const whatWentWell = longText({
  id: 'what-went-well',
  max: 20_000,
  record: 'complaint.summary',
  when: { question: 'kind', is: ['compliment'] },
})

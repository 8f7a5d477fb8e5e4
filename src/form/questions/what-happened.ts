import { longText } from '../kinds/text.ts'

export const whatHappened = longText({
  id: 'what-happened',
  max: 20_000,
  record: 'complaint.summary',
  when: { question: 'kind', is: ['complaint'] },
})

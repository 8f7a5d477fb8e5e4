import { longText } from '../kinds/text.ts'

export const yourComment = longText({
  id: 'your-comment',
  max: 20_000,
  record: 'complaint.summary',
  when: { question: 'kind', is: ['comment'] },
})

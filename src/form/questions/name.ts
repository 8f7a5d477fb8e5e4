import { shortText } from '../kinds/text.ts'

export const name = shortText({
  id: 'name',
  max: 200,
  autocomplete: 'name',
  record: 'person.name',
  identifies: true,
  when: { question: 'reply-route', is: ['email', 'phone', 'post'] },
})

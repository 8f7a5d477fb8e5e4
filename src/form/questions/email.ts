import { email as emailAddress } from '../kinds/text.ts'

export const email = emailAddress({
  id: 'email',
  record: 'person.email',
  identifies: true,
  when: { question: 'reply-route', is: ['email'] },
})

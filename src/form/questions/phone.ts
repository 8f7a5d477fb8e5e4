import { phone as phoneNumber } from '../kinds/text.ts'

export const phone = phoneNumber({
  id: 'phone',
  record: 'person.phone',
  identifies: true,
  when: { question: 'reply-route', is: ['phone'] },
})

import { longText } from '../kinds/text.ts'

export const address = longText({
  id: 'address',
  max: 1000,
  autocomplete: 'street-address',
  record: 'person.postal_address',
  identifies: true,
  when: { question: 'reply-route', is: ['post'] },
})

import { shortText } from '../kinds/text.ts'

/** When it is safe to ring: a call at the wrong moment can put someone in danger. */
export const safeTimes = shortText({
  id: 'safe-times',
  max: 500,
  optional: true,
  record: 'person.safe_times',
  when: { question: 'reply-route', is: ['phone'] },
})

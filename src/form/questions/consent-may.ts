import { choices } from '../kinds/choice.ts'

/** To act, to receive replies and to see records are agreed to one by one (DOMAIN 5.4). */
export const consentMay = choices({
  id: 'consent-may',
  options: ['act', 'receive', 'see'],
  record: 'consent.may',
  when: { question: 'consent-answer', is: ['yes'] },
})

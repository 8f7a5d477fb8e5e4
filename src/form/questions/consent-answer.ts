import { choice } from '../kinds/choice.ts'

export const consentAnswer = choice({
  id: 'consent-answer',
  options: ['yes', 'no', 'talk-first'],
  record: 'consent.answer',
})

import { shortText } from '../kinds/text.ts'

/** What stands for a signature. */
export const consentName = shortText({
  id: 'consent-name',
  max: 200,
  autocomplete: 'name',
  record: 'consent.typed_name',
  identifies: true,
  when: { question: 'consent-answer', is: ['yes'] },
})
